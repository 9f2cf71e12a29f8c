import { z } from 'zod'

/**
 * A zone on the module grid: text columns from the left, rows of the baseline grid from the top of the type area.
 * Modules are how people move and resize zones: `modulePitch` rows from one to the next, the gap between zones in them.
 */
const boxShape = {
  id: z.string().min(1),
  column: z.number().int().min(0),
  span: z.number().int().min(1),
  row: z.number().int().min(0),
  rows: z.number().int().min(1),
  /** Nothing moves or replaces it until a person unlocks it. */
  locked: z.boolean().default(false),
}

/**
 * Where the main photo of a story stands. `right` and `left`: below the headline, text under it; `beside`: at the right
 * from the zone's top, the headline at its left; `wing`: the same, down to the zone's bottom; `above`: over the headline.
 */
export const storyArrangements = ['plain', 'right', 'left', 'beside', 'wing', 'above'] as const
export type StoryArrangement = (typeof storyArrangements)[number]

export const pageZoneSchema = z.discriminatedUnion('kind', [
  /** For an article whose placement names the zone, or the next one of the page that names none. */
  z.object({
    kind: z.literal('story'),
    ...boxShape,
    /** How a person wants the story arranged, where it can be; without it the page engine chooses. */
    shape: z.enum(storyArrangements).optional(),
  }),
  /** For an advert; an empty box with its mark while there is none. */
  z.object({ kind: z.literal('advert'), ...boxShape, advert: z.string().nullable() }),
  /** What stands on the other pages: these articles, or the strongest of each page where none is named. */
  z.object({ kind: z.literal('teasers'), ...boxShape, articles: z.array(z.string()) }),
  /** «Вступить в Профсоюз!» with its QR code, unless a person wants it without. */
  z.object({ kind: z.literal('join'), ...boxShape, code: z.boolean().optional() }),
])
export type PageZone = z.infer<typeof pageZoneSchema>
export type ZoneKind = PageZone['kind']
export const zoneKinds = ['story', 'advert', 'teasers', 'join'] as const satisfies readonly ZoneKind[]

/** The plan of one page: zones fixed by a person or a template. A page without one is planned by the page engine. */
export const pageDummySchema = z.object({
  /** The template it was made from. */
  template: z.string().nullable(),
  zones: z.array(pageZoneSchema).max(64),
})
export type PageDummy = z.infer<typeof pageDummySchema>

/** Rows from the top of one module to the next, and those of them that stay white between two zones. */
export const modulePitch = 5
export const moduleGap = 2

/** Rows of a zone so many modules high. */
export const moduleRows = (modules: number): number => modules * modulePitch - moduleGap

/** What is wrong with a zone: it reaches beyond the page, or it overlaps one that stands before it in the list. */
export type ZoneFault = 'outside' | 'overlaps'

/** A rectangle of the module grid: whole columns and rows. */
export interface GridBox {
  readonly column: number
  readonly span: number
  readonly row: number
  readonly rows: number
}

/** Columns of a page, and its rows that nameplate and imprint leave free: from `first` up to `last`. */
export interface PageGrid {
  readonly columns: number
  readonly first: number
  readonly last: number
}

export const overlap = (a: GridBox, b: GridBox): boolean =>
  a.column < b.column + b.span && b.column < a.column + a.span && a.row < b.row + b.rows && b.row < a.row + a.rows

/** The zones that cannot stand on a page. */
export const zoneFaults = (zones: readonly PageZone[], page: PageGrid): ReadonlyMap<PageZone, ZoneFault> => {
  const faults = new Map<PageZone, ZoneFault>()
  const good: PageZone[] = []
  for (const zone of zones) {
    const inside = zone.column + zone.span <= page.columns && zone.row >= page.first && zone.row + zone.rows <= page.last
    if (!inside) faults.set(zone, 'outside')
    else if (good.some((other) => overlap(other, zone))) faults.set(zone, 'overlaps')
    else good.push(zone)
  }
  return faults
}
