import { inOrder, type Placement } from '../../shared/issue/placement.ts'
import type { IssueInput } from '../input.ts'
import { type FixedZones, fixZones } from './fixed-plan.ts'
import type { Furniture } from './furniture.ts'

/** A story with its place in an issue, if only its page exists. */
export interface Place {
  readonly id: string
  readonly placement: Placement
  /** The page it goes on to, where that can be done: a later one of the issue. */
  readonly jumpTo: number | null
}

/** Where a placement puts a story in an issue of so many pages; null where there is no such page. */
export const placeIn = (id: string, placement: Placement, pages: number): Place | null => {
  const { page, continuation } = placement
  if (page > pages) return null
  return { id, placement, jumpTo: continuation !== null && continuation > page && continuation <= pages ? continuation : null }
}

/** The stories that begin on a page, in their order. */
export const beginningOn = <P extends Place>(places: readonly P[], page: number): readonly P[] =>
  inOrder(places.filter(({ placement }) => placement.page === page))

/** The stories that come to a page from an earlier one, in their order. */
export const continuedOn = <P extends Place>(places: readonly P[], page: number): readonly P[] =>
  inOrder(places.filter(({ jumpTo }) => jumpTo === page))

/** Which zones of a page take which stories; null where the page plan decides. */
export const fixedZonesOf = (
  { dummies, columns }: Pick<IssueInput, 'dummies' | 'columns'>,
  places: readonly Place[],
  page: number,
  { first, last }: Pick<Furniture, 'first' | 'last'>,
): FixedZones | null => {
  const dummy = dummies.get(page)
  if (dummy === undefined) return null
  const own = beginningOn(places, page).map(({ id, placement }) => ({ id, slot: placement.slot }))
  const continued = continuedOn(places, page).map(({ id, placement }) => ({ id, slot: placement.continuationSlot }))
  return fixZones(dummy, [...own, ...continued], { columns, first, last })
}
