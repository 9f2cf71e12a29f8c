import type { ComposedStory, StoryComposer } from './compose-story.ts'
import { type FixedZones, planFixed } from './fixed-plan.ts'
import type { PagePlan, PagePlanner, Zone } from './page-plan.ts'
import type { Piece } from './piece.ts'
import { quieter, tombstones } from './tombstone.ts'

export interface StandingStory {
  readonly piece: Piece
  readonly zone: Zone
  readonly composed: ComposedStory
}

export interface ComposedPage {
  readonly standing: readonly StandingStory[]
  readonly plan: PagePlan
}

export interface PageSetting {
  readonly planner: PagePlanner
  readonly composer: StoryComposer
  readonly page: number
  /** Rows of the page that belong to the stories. */
  readonly first: number
  readonly last: number
  /** Zones that a person fixed; null leaves them to the page plan. */
  readonly fixed: FixedZones | null
}

const mostTries = 5
/** What a plan may be worse for every row of text that stands because of it. */
const oversetRowCost = 50
const unevenRowCost = 25
/** And for two headlines of one size side by side: less than for a row out of place. */
const tombstoneCost = 15

const composeOnce = (pieces: readonly Piece[], setting: PageSetting): ComposedPage => {
  const { planner, composer, page, first, last, fixed } = setting
  const plan =
    fixed === null
      ? planner.plan(pieces, last - first)
      : planFixed(
          pieces.map(({ galley }) => galley.id),
          fixed,
          first,
        )
  const standing = plan.zones.flatMap((zone): readonly StandingStory[] => {
    const piece = pieces[zone.piece]
    if (piece === undefined) return []
    const composed = composer.compose(piece, zone, page, first)
    return composed === null ? [] : [{ piece, zone, composed }]
  })
  return { standing, plan }
}

const defectsOf = (page: ComposedPage): number =>
  page.standing.reduce(
    (sum, { composed }) => sum + Math.max(0, composed.overset) * oversetRowCost + Math.max(0, composed.apart - 1) * unevenRowCost,
    0,
  )

const noPage: ComposedPage = { standing: [], plan: { zones: [], cost: 0, empty: 0, placed: 0, oversets: 0 } }

/**
 * Plans a page and composes its stories. The plan counts rows; where the breaks of a text ask for more of them than it
 * has, so that some find no room or columns end unevenly, the page is planned again with a little more for the story; with
 * a smaller headline where two of one size stand side by side.
 */
export const composePage = (pieces: readonly Piece[], setting: PageSetting): ComposedPage => {
  if (setting.fixed !== null) return composeOnce(pieces, setting)
  let tried = pieces
  let best: { readonly page: ComposedPage; readonly cost: number } | null = null
  for (let count = 0; count < mostTries; count += 1) {
    const page = composeOnce(tried, setting)
    const alike = tombstones(page.standing)
    const defects = defectsOf(page) + alike.length * tombstoneCost
    const cost = page.plan.cost + defects
    if (best === null || cost < best.cost) best = { page, cost }
    if (defects === 0) break
    const wanting = new Map(
      page.standing.flatMap(({ piece, zone, composed }) => {
        if (composed.overset > 0) return page.plan.oversets > 0 ? [] : [[piece, composed.overset + 1] as const]
        // A box that does not go into the first column goes in where every column is a row deeper.
        return composed.apart > 1 ? [[piece, count === 0 ? 1 : zone.span] as const] : []
      }),
    )
    if (wanting.size === 0 && alike.length === 0) break
    tried = tried.map((piece) => {
      const more = wanting.get(piece)
      const heard = alike.includes(piece) ? quieter(piece) : piece
      return more === undefined ? heard : { ...heard, rows: heard.rows + more }
    })
  }
  return best?.page ?? noPage
}
