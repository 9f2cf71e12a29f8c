import { fixZones } from '../../../../layout/page/fixed-plan.ts'
import type { PageDummy, PageGrid, PageZone } from '../../../../shared/issue/page-dummy.ts'
import { inOrder, type Placement } from '../../../../shared/issue/placement.ts'
import type { PageDisplay } from '../../../../shared/layout/display.ts'
import type { Arranged } from './arrangement.ts'
import { zoneOf } from './edit-zones.ts'

/** A part of a story that stands on one page: its beginning, or the rest that goes on there. */
export interface StoryPart {
  readonly article: string
  readonly rest: boolean
}

/** A page as the engine set it; `columns` is the number of text columns. */
export interface SetPage {
  readonly display: PageDisplay
  readonly columns: number
}

export const gridOf = ({ display, columns }: SetPage): PageGrid => ({ columns, ...display.free })

/** The parts of stories on a page: those that begin there in their order, then those that go on there. */
export const partsOn = (arranged: Arranged, page: number): readonly (StoryPart & { readonly placement: Placement })[] => {
  const all = inOrder(Object.entries(arranged.placements).map(([id, placement]) => ({ id, placement })))
  return [
    ...all
      .filter(({ placement }) => placement.page === page)
      .map(({ id, placement }) => ({ article: id, rest: false, placement })),
    ...all
      .filter(({ placement }) => placement.continuation === page && placement.page < page)
      .map(({ id, placement }) => ({ article: id, rest: true, placement })),
  ]
}

/**
 * The zones of a page as a dummy: those a person fixed, or the engine's own, each with the name of its story, so that
 * they keep their names while the engine plans them anew.
 */
export const dummyOf = (arranged: Arranged, { display }: SetPage): PageDummy =>
  arranged.dummies[String(display.page)] ?? {
    template: null,
    zones: display.zones.map(({ article, column, span, row, rows }) => ({
      kind: 'story',
      id: article,
      column,
      span,
      row,
      rows,
      locked: false,
    })),
  }

/** Which story stands in which zone of a page, by zone. */
export const storiesIn = (arranged: Arranged, page: SetPage): ReadonlyMap<string, StoryPart> => {
  const dummy = dummyOf(arranged, page)
  const fixed = arranged.dummies[String(page.display.page)] !== undefined
  const parts = partsOn(arranged, page.display.page)
  const { zoneOf: taken } = fixZones(
    dummy,
    parts.map(({ article, rest, placement }) => ({
      id: article,
      slot: fixed ? (rest ? placement.continuationSlot : placement.slot) : article,
    })),
    gridOf(page),
  )
  return new Map(
    parts.flatMap(({ article, rest }) => {
      const zone = taken.get(article)
      return zone === undefined ? [] : [[zone.id, { article, rest }] as const]
    }),
  )
}

export const isFixed = (arranged: Arranged, page: number): boolean => arranged.dummies[String(page)] !== undefined

/** A zone of a page with what stands in it. */
export interface PlacedZone {
  readonly zone: PageZone
  readonly part: StoryPart | null
  /** Lines that do not fit (negative: lines missing); null where the story goes on, or is not known yet. */
  readonly overset: number | null
}

/** The zones of a page in reading order. */
export const zonesOn = (arranged: Arranged, page: SetPage): readonly PlacedZone[] => {
  const stories = storiesIn(arranged, page)
  const oversets = new Map(page.display.zones.map(({ article, overset }) => [article, overset]))
  return [...dummyOf(arranged, page).zones]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((zone) => {
      const part = stories.get(zone.id) ?? null
      return { zone, part, overset: part === null ? null : (oversets.get(part.article) ?? null) }
    })
}

export const zoneOn = (arranged: Arranged, page: SetPage, id: string): PageZone => zoneOf(dummyOf(arranged, page).zones, id)
