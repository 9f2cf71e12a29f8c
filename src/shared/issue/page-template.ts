import { z } from 'zod'
import type { Issue } from './issue.ts'
import { moduleGap, type PageDummy, type PageZone, zoneKinds } from './page-dummy.ts'
import { autoSlot, type Placement } from './placement.ts'

const templateZoneSchema = z.object({
  kind: z.enum(zoneKinds),
  column: z.number().int().min(0),
  span: z.number().int().min(1),
  /** In the template's own parts of the free height of the page. */
  top: z.number().int().min(0),
  height: z.number().int().min(1),
})
type TemplateZone = z.infer<typeof templateZoneSchema>

const apart = (a: TemplateZone, b: TemplateZone): boolean =>
  a.column + a.span <= b.column || b.column + b.span <= a.column || a.top + a.height <= b.top || b.top + b.height <= a.top

/** For which pages a template is: the first, those inside, the last, or any. */
export const templateKinds = ['front', 'inner', 'last', 'any'] as const

/**
 * A reusable plan of a page. Heights are parts of what nameplate and imprint leave free, so that it suits every page with
 * its number of columns.
 */
export const pageTemplateSchema = z
  .object({
    schemaVersion: z.literal(1),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
    /** As people choose it. */
    name: z.string().trim().min(1).max(80),
    columns: z.union([z.literal(4), z.literal(5), z.literal(6)]),
    kind: z.enum(templateKinds),
    /** The free height of the page in parts. */
    parts: z.number().int().min(4).max(200),
    zones: z.array(templateZoneSchema).min(1).max(24),
  })
  .refine(({ columns, parts, zones }) => zones.every((z) => z.column + z.span <= columns && z.top + z.height <= parts), {
    message: 'зона выходит за полосу',
  })
  .refine(({ zones }) => zones.every((zone, at) => zones.slice(at + 1).every((other) => apart(zone, other))), {
    message: 'зоны перекрывают друг друга',
  })
export type PageTemplate = z.infer<typeof pageTemplateSchema>

/** Rows of the grid that a page leaves free: from `first` up to `last`. */
export interface FreeRows {
  readonly first: number
  readonly last: number
}

/** Is a template meant for a page of an issue? */
export const suitsPage = (
  { columns, kind }: Pick<PageTemplate, 'columns' | 'kind'>,
  page: number,
  issue: Pick<Issue, 'columns' | 'pages'>,
): boolean => {
  const own = page === 1 ? 'front' : page === issue.pages ? 'last' : 'inner'
  return columns === issue.columns && (kind === 'any' || kind === own)
}

/** The zones of a template on a page with these free rows. */
export const zonesOf = ({ parts, zones }: PageTemplate, { first, last }: FreeRows): readonly PageZone[] => {
  const part = (last - first + moduleGap) / parts
  return zones.map(({ kind, column, span, top, height }, index): PageZone => {
    const row = first + Math.round(top * part)
    const rows = Math.max(1, first + Math.round((top + height) * part) - moduleGap - row)
    const box = { id: `${kind}-${index + 1}`, column, span, row, rows, locked: false }
    if (kind === 'advert') return { kind, ...box, advert: null }
    return kind === 'teasers' ? { kind, ...box, articles: [] } : { kind, ...box }
  })
}

/** Places of articles and the plan of a page, as `issue.arrange` takes them. */
export interface TemplatedPage {
  readonly placements: Readonly<Record<string, Placement>>
  readonly dummies: Readonly<Record<string, PageDummy>>
}

/** The page a template is put on. */
export interface TemplatePlace {
  readonly page: number
  readonly free: FreeRows
  /** Where articles stand and what the pages are now. */
  readonly present: Pick<Issue, 'placements' | 'dummies'>
  /** How long an article is, in lines; 0 where nothing is known. */
  readonly linesOf: (article: string) => number
}

const area = ({ span, rows }: PageZone): number => span * rows

const bySize = <T>(things: readonly T[], sizeOf: (thing: T) => number): readonly T[] =>
  [...things].sort((a, b) => sizeOf(b) - sizeOf(a))

/**
 * A page made anew from a template. Its stories stay on it, the largest in the largest zone; those for which there is no
 * zone stand on the page without a place, as the page engine then says. Its adverts stay in the same way.
 */
export const applyTemplate = (template: PageTemplate, { page, free, present, linesOf }: TemplatePlace): TemplatedPage => {
  const zones = zonesOf(template, free)
  const before = present.dummies[page]?.zones ?? []
  const adverts = bySize(before, area).flatMap((zone) => (zone.kind === 'advert' && zone.advert !== null ? [zone.advert] : []))
  const advertZones = bySize(zones, area).filter(({ kind }) => kind === 'advert')
  const dummy: PageDummy = {
    template: template.id,
    zones: zones.map((zone) => (zone.kind === 'advert' ? { ...zone, advert: adverts[advertZones.indexOf(zone)] ?? null } : zone)),
  }
  const stories = Object.entries(present.placements).filter(
    ([, { page: own, continuation }]) => own === page || continuation === page,
  )
  const storyZones = bySize(zones, area).filter(({ kind }) => kind === 'story')
  const placements = bySize(stories, ([id]) => linesOf(id)).map(([id, placement], index) => {
    const slot = storyZones[index]?.id ?? autoSlot
    return [id, placement.page === page ? { ...placement, slot } : { ...placement, continuationSlot: slot }] as const
  })
  return { placements: Object.fromEntries(placements), dummies: { [page]: dummy } }
}

/** A page's own plan as a template. */
export const templateFrom = (
  id: string,
  name: string,
  zones: readonly PageZone[],
  {
    columns,
    kind,
    free,
  }: { readonly columns: PageTemplate['columns']; readonly kind: PageTemplate['kind']; readonly free: FreeRows },
): PageTemplate => ({
  schemaVersion: 1,
  id,
  name,
  columns,
  kind,
  parts: free.last - free.first + moduleGap,
  zones: zones.map(({ kind, column, span, row, rows }) => ({
    kind,
    column,
    span,
    top: row - free.first,
    height: rows + moduleGap,
  })),
})
