import type { GridBox, PageZone, ZoneKind } from '../../../../shared/issue/page-dummy.ts'
import { autoSlot, lasting, orderBetween, type Placement } from '../../../../shared/issue/placement.ts'
import type { Arranged } from './arrangement.ts'
import { type Cut, fitToPage, joinZones, newZoneId, type Obstacle, splitZone, type Zones, zoneOf } from './edit-zones.ts'
import { dummyOf, gridOf, partsOn, type SetPage, type StoryPart, storiesIn } from './page-zones.ts'

const key = (page: SetPage): string => String(page.display.page)

const withPlacement = (arranged: Arranged, article: string, placement: Placement): Arranged => ({
  ...arranged,
  placements: { ...arranged.placements, [article]: placement },
})

const placementOf = (arranged: Arranged, article: string): Placement | null => arranged.placements[article] ?? null

const inSlot = (placement: Placement, rest: boolean, slot: string): Placement =>
  rest ? { ...placement, continuationSlot: slot } : { ...placement, slot }

/** A page becomes a dummy: its zones stay where the engine has them, its stories in them. */
export const freeze = (arranged: Arranged, page: SetPage): Arranged => {
  if (arranged.dummies[key(page)] !== undefined) return arranged
  const dummy = dummyOf(arranged, page)
  const stories = storiesIn(arranged, page)
  const placements = { ...arranged.placements }
  for (const [zone, { article, rest }] of stories) {
    const placement = placements[article]
    if (placement !== undefined) placements[article] = inSlot(placement, rest, zone)
  }
  return { placements, dummies: { ...arranged.dummies, [key(page)]: dummy } }
}

/** The engine plans the page again; its stories stay on it. */
export const giveBack = (arranged: Arranged, page: number): Arranged => {
  const dummies = { ...arranged.dummies }
  delete dummies[String(page)]
  const placements = { ...arranged.placements }
  for (const { article, rest } of partsOn(arranged, page)) {
    const placement = placements[article]
    if (placement !== undefined) placements[article] = inSlot(placement, rest, autoSlot)
  }
  return { placements, dummies }
}

/** Changes the zones of a page, which becomes a dummy if it was none. */
export const withZones = (arranged: Arranged, page: SetPage, change: (zones: Zones) => Zones | Obstacle): Arranged | Obstacle => {
  const frozen = freeze(arranged, page)
  const dummy = dummyOf(frozen, page)
  const zones = change(dummy.zones)
  if (typeof zones === 'string') return zones
  return { ...frozen, dummies: { ...frozen.dummies, [key(page)]: { ...dummy, zones: [...zones] } } }
}

/** A new zone of a kind. */
const made = (kind: ZoneKind, id: string, { column, span, row, rows }: GridBox): PageZone => {
  const box = { id, column, span, row, rows, locked: false }
  if (kind === 'advert') return { kind, ...box, advert: null }
  if (kind === 'teasers') return { kind, ...box, articles: [] }
  return { kind, ...box }
}

/** Adds a zone; it comes back as the name it got. */
export const addZone = (
  arranged: Arranged,
  page: SetPage,
  kind: ZoneKind,
  box: GridBox,
): { readonly arranged: Arranged; readonly zone: string } => {
  const frozen = freeze(arranged, page)
  const dummy = dummyOf(frozen, page)
  const zone = newZoneId(dummy.zones)
  const zones = [...dummy.zones, made(kind, zone, box)]
  return { arranged: { ...frozen, dummies: { ...frozen.dummies, [key(page)]: { ...dummy, zones } } }, zone }
}

/** The order of a story at the end of a page. */
const lastOrder = (arranged: Arranged, page: number, except: string): string => {
  const own = partsOn(arranged, page).filter(({ article, rest }) => !rest && article !== except)
  return orderBetween(own.at(-1)?.placement.order ?? null, null)
}

/** Takes a story off its pages; the zones it stood in stay empty. */
export const takeOff = (arranged: Arranged, article: string): Arranged => {
  const placements = { ...arranged.placements }
  delete placements[article]
  return { ...arranged, placements }
}

/** Takes away what stands in a zone: a story from its pages, the rest of one from this page. */
export const emptyZone = (arranged: Arranged, part: StoryPart): Arranged => {
  const placement = placementOf(arranged, part.article)
  if (!part.rest || placement === null) return takeOff(arranged, part.article)
  return withPlacement(arranged, part.article, { ...placement, continuation: null, continuationSlot: autoSlot })
}

/** Takes a zone away, and what stood in it off the page. */
export const removeZone = (arranged: Arranged, page: SetPage, id: string): Arranged | Obstacle => {
  const frozen = freeze(arranged, page)
  if (zoneOf(dummyOf(frozen, page).zones, id).locked) return 'locked'
  const part = storiesIn(frozen, page).get(id)
  const emptied = part === undefined ? frozen : emptyZone(frozen, part)
  return withZones(emptied, page, (zones) => zones.filter((zone) => zone.id !== id))
}

export const lockZone = (arranged: Arranged, page: SetPage, id: string, locked: boolean): Arranged | Obstacle =>
  withZones(arranged, page, (zones) => zones.map((zone) => (zone.id === id ? { ...zone, locked } : zone)))

/** A zone of another kind in the same place; a story that stood in it loses its place. */
export const changeKind = (arranged: Arranged, page: SetPage, id: string, kind: ZoneKind): Arranged | Obstacle => {
  const frozen = freeze(arranged, page)
  if (zoneOf(dummyOf(frozen, page).zones, id).locked) return 'locked'
  const part = kind === 'story' ? undefined : storiesIn(frozen, page).get(id)
  const emptied = part === undefined ? frozen : emptyZone(frozen, part)
  return withZones(emptied, page, (zones) => zones.map((zone) => (zone.id === id ? made(kind, id, zone) : zone)))
}

/** Prints an invitation to join with its code, or without. */
export const setJoinCode = (arranged: Arranged, page: SetPage, id: string, wanted: boolean): Arranged | Obstacle =>
  withZones(arranged, page, (zones) => {
    const zone = zoneOf(zones, id)
    if (zone.locked) return 'locked'
    return zones.map((each) => {
      if (each !== zone || each.kind !== 'join') return each
      const { code: _code, ...bare } = each
      return wanted ? bare : { ...bare, code: false }
    })
  })

/** Cuts a zone in two; the story stays in the first. */
export const cutZone = (arranged: Arranged, page: SetPage, id: string, cut: Cut): Arranged | Obstacle =>
  withZones(arranged, page, (zones) => splitZone(zones, id, cut, newZoneId(zones)))

/** Joins two zones of which one at most has a story. */
export const uniteZones = (arranged: Arranged, page: SetPage, id: string, second: string): Arranged | Obstacle => {
  const frozen = freeze(arranged, page)
  const stories = storiesIn(frozen, page)
  const [first, other] = [stories.get(id), stories.get(second)]
  if (first !== undefined && other !== undefined) return 'bothTaken'
  const placement = other === undefined ? null : placementOf(frozen, other.article)
  const moved =
    other === undefined || placement === null ? frozen : withPlacement(frozen, other.article, inSlot(placement, other.rest, id))
  return withZones(moved, page, (zones) => joinZones(zones, id, second, gridOf(page)))
}

/** Where a part of a story stands: a page, and a zone of its dummy. */
interface Place {
  readonly page: number
  readonly slot: string
  readonly order: string
}

const placeOf = (placement: Placement, rest: boolean): Place => ({
  page: rest && placement.continuation !== null ? placement.continuation : placement.page,
  slot: rest ? placement.continuationSlot : placement.slot,
  order: placement.order,
})

/** A story that begins elsewhere keeps its continuation only where that still comes later. */
const placed = (placement: Placement | null, rest: boolean, to: Place): Placement => {
  if (placement === null) return { ...to, continuation: null, continuationSlot: autoSlot }
  if (rest) return { ...placement, continuation: to.page, continuationSlot: to.slot }
  const keeps = placement.continuation !== null && placement.continuation > to.page
  return {
    ...to,
    continuation: keeps ? placement.continuation : null,
    continuationSlot: keeps ? placement.continuationSlot : autoSlot,
    ...lasting(placement),
  }
}

/**
 * Puts a part of a story into a zone. What stood there takes the place it came from, or loses its own where it came from
 * no zone. A continuation stays on a page after its beginning.
 */
export const putStory = (arranged: Arranged, page: SetPage, id: string, part: StoryPart): Arranged | Obstacle => {
  const frozen = freeze(arranged, page)
  const zone = zoneOf(dummyOf(frozen, page).zones, id)
  if (zone.locked) return 'locked'
  if (zone.kind !== 'story') return 'noRoom'
  const { page: number } = page.display
  const placement = placementOf(frozen, part.article)
  if (part.rest && (placement === null || placement.page >= number)) return 'noRoom'
  const there = storiesIn(frozen, page).get(id)
  if (there?.article === part.article) return frozen
  const from = placement === null ? null : placeOf(placement, part.rest)
  const order = !part.rest && from?.page === number ? from.order : lastOrder(frozen, number, part.article)
  const put = withPlacement(frozen, part.article, placed(placement, part.rest, { page: number, slot: id, order }))
  if (there === undefined) return put
  const old = placementOf(frozen, there.article)
  if (old === null) return put
  const back = from !== null && from.slot !== autoSlot && (!there.rest || old.page < from.page) ? from : null
  if (back === null) return emptyZone(put, there)
  const same = there.rest ? old.order : back.page === number ? old.order : lastOrder(put, back.page, there.article)
  return withPlacement(put, there.article, placed(old, there.rest, { ...back, order: same }))
}

/** Two pages change places, with their stories and dummies; zones that cannot stand on the other page are left out. */
export const swapPages = (arranged: Arranged, a: SetPage, b: SetPage): Arranged => {
  const [first, second] = [a.display.page, b.display.page]
  const other = (page: number): number => (page === first ? second : page === second ? first : page)
  const placements = Object.fromEntries(
    Object.entries(arranged.placements).map(([id, placement]) => {
      const page = other(placement.page)
      const continuation = placement.continuation === null ? null : other(placement.continuation)
      const keeps = continuation !== null && continuation > page
      return [
        id,
        {
          ...placement,
          page,
          continuation: keeps ? continuation : null,
          continuationSlot: keeps ? placement.continuationSlot : autoSlot,
        },
      ]
    }),
  )
  const dummies = { ...arranged.dummies }
  for (const [from, to] of [[a, b] as const, [b, a] as const]) {
    const dummy = arranged.dummies[key(from)]
    if (dummy === undefined) delete dummies[key(to)]
    else dummies[key(to)] = { ...dummy, zones: [...fitToPage(dummy.zones, gridOf(to))] }
  }
  return { placements, dummies }
}
