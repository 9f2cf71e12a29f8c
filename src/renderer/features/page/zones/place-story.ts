import { autoSlot, lasting, orderBetween, type Placement } from '../../../../shared/issue/placement.ts'
import type { Arranged } from './arrangement.ts'
import { partsOn } from './page-zones.ts'

/** A story on a page, before another of its stories or at its end (null); the page plan or the first free zone takes it. */
export const placeOnPage = (arranged: Arranged, article: string, page: number, before: string | null): Arranged => {
  const own = partsOn(arranged, page).filter(({ article: id, rest }) => !rest && id !== article)
  const found = before === null ? -1 : own.findIndex((part) => part.article === before)
  const at = found < 0 ? own.length : found
  const order = orderBetween(own[at - 1]?.placement.order ?? null, own[at]?.placement.order ?? null)
  const old = arranged.placements[article]
  const stays = old?.page === page
  const keeps = old !== undefined && old.continuation !== null && old.continuation > page
  return {
    ...arranged,
    placements: {
      ...arranged.placements,
      [article]: {
        page,
        order,
        slot: stays ? old.slot : autoSlot,
        continuation: keeps ? old.continuation : null,
        continuationSlot: keeps ? old.continuationSlot : autoSlot,
        ...lasting(old),
      },
    },
  }
}

/** A placed story goes on on a later page, or ends where it begins (null). */
export const continueOn = (arranged: Arranged, article: string, continuation: number | null): Arranged => {
  const placement = arranged.placements[article]
  if (placement === undefined || placement.continuation === continuation) return arranged
  return {
    ...arranged,
    placements: { ...arranged.placements, [article]: { ...placement, continuation, continuationSlot: autoSlot } },
  }
}

/** A placed story ends with a code that leads to the portal, or with its text. */
export const endWithCode = (arranged: Arranged, article: string, wanted: boolean): Arranged => {
  const placement = arranged.placements[article]
  if (placement === undefined || (placement.code === true) === wanted) return arranged
  const { code: _code, ...plain } = placement
  const next: Placement = wanted ? { ...plain, code: true } : plain
  return { ...arranged, placements: { ...arranged.placements, [article]: next } }
}
