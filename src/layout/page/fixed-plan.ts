import { type PageDummy, type PageZone, type ZoneFault, zoneFaults } from '../../shared/issue/page-dummy.ts'
import type { PagePlan, Zone } from './page-plan.ts'

/** A story of a page and the zone it is meant for. */
interface SlottedStory {
  readonly id: string
  readonly slot: string
}

/** A dummy as its page can have it: which zone takes which story, and what is wrong with the other zones. */
export interface FixedZones {
  readonly zoneOf: ReadonlyMap<string, PageZone>
  /** The zones that can stand, in reading order. */
  readonly zones: readonly PageZone[]
  readonly faults: ReadonlyMap<PageZone, ZoneFault>
}

const inReadingOrder = (a: PageZone, b: PageZone): number => a.row - b.row || a.column - b.column

/** A story stands in the zone it names; one that names none, or one that is taken, in the first that is free. */
export const fixZones = (
  dummy: PageDummy,
  stories: readonly SlottedStory[],
  page: { readonly columns: number; readonly first: number; readonly last: number },
): FixedZones => {
  const faults = zoneFaults(dummy.zones, page)
  const zones = dummy.zones.filter((zone) => !faults.has(zone)).sort(inReadingOrder)
  const free = new Map(zones.filter(({ kind }) => kind === 'story').map((zone) => [zone.id, zone]))
  const zoneOf = new Map<string, PageZone>()
  const take = (story: string, zone: PageZone | undefined) => {
    if (zone === undefined) return
    free.delete(zone.id)
    zoneOf.set(story, zone)
  }
  for (const { id, slot } of stories) take(id, free.get(slot))
  for (const { id } of stories) if (!zoneOf.has(id)) take(id, free.values().next().value)
  return { zoneOf, zones, faults }
}

/** The widest of the topmost zones opens the page. */
const leadOf = (zones: Iterable<PageZone>): PageZone | undefined =>
  [...zones].sort((a, b) => a.row - b.row || b.span - a.span || a.column - b.column)[0]

/** The plan of a page whose zones are fixed, for stories by their ids; its rows count from `first`. */
export const planFixed = (stories: readonly string[], { zoneOf }: Pick<FixedZones, 'zoneOf'>, first: number): PagePlan => {
  const lead = leadOf(zoneOf.values())
  const zones = stories.flatMap((story, index): readonly Zone[] => {
    const zone = zoneOf.get(story)
    if (zone === undefined) return []
    const { column, span, row, rows } = zone
    const shape = zone.kind === 'story' ? zone.shape : undefined
    return [{ piece: index, importance: zone === lead ? 'lead' : 'second', column, span, row: row - first, rows, shape }]
  })
  return { zones, cost: 0, empty: 0, placed: zones.length, oversets: 0 }
}
