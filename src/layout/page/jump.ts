import type { PageZone } from '../../shared/issue/page-dummy.ts'
import { naturalArea } from './fill-page.ts'
import type { Galley } from './galley.ts'
import type { PagePlanner } from './page-plan.ts'
import type { Piece, PieceOptions } from './piece.ts'
import type { PublicationSpec } from './publication-spec.ts'

interface JumpingStory {
  readonly id: string
  readonly page: number
  readonly jumpTo: number | null
  readonly galley: Galley
}

interface JumpSetting {
  readonly spec: PublicationSpec
  readonly piece: (galley: Galley, options?: PieceOptions) => Piece
  readonly planner: PagePlanner
  readonly rowsOf: (page: number) => number
  /** The zone a person fixed for the beginning of a story; null where the page plan decides. */
  readonly zoneOf: (story: string, page: number) => PageZone | null
  /** Is the page planned by the page engine? */
  readonly isPlanned: (page: number) => boolean
  /** The stories that begin on a page, in order, each as if it were whole. */
  readonly piecesOf: (page: number) => readonly { readonly id: string; readonly piece: Piece | undefined }[]
}

const parts = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85]
/** Rows by which the best of the parts is then changed. */
const changes = [-4, -2, 2, 4]
/** A part of fewer rows is not worth a jump. */
const leastRows = 12
/** The first page may end a few rows sooner than planned, where its text can't be broken later. */
const safeRows = 1

/** Rows of text that the beginning of a story leaves in a zone beside its headline and photos in their natural sizes. */
const rowsInZone = (whole: Piece, zone: PageZone, spec: PublicationSpec): number => {
  const room = zone.span * (zone.rows + spec.gapRows) - (naturalArea(whole, spec).area - whole.rows)
  return Math.max(leastRows, Math.min(whole.rows - leastRows, Math.round(room)))
}

/**
 * How many rows of each jumping story stand on its first page: the part with which both pages together look best, one
 * story after another in the order of their pages.
 */
export const splitJumps = (stories: readonly JumpingStory[], setting: JumpSetting): ReadonlyMap<string, number> => {
  const { spec, planner, rowsOf, zoneOf, isPlanned, piecesOf } = setting
  const jumping = stories.filter((story) => story.jumpTo !== null).sort((a, b) => a.page - b.page || (a.id < b.id ? -1 : 1))
  const chosen = new Map<string, number>()
  const rowsFor = (story: JumpingStory): number => chosen.get(story.id) ?? Math.round(story.galley.rows / 2)
  const piecesWith = (page: number, tried: JumpingStory, rows: number): readonly Piece[] => {
    const share = (story: JumpingStory) => (story.id === tried.id ? rows : rowsFor(story))
    const own = piecesOf(page).flatMap(({ id, piece }) => {
      const jumps = jumping.find((story) => story.id === id)
      if (jumps !== undefined) return [setting.piece(jumps.galley, { rows: share(jumps), jumpTo: jumps.jumpTo })]
      return piece === undefined ? [] : [piece]
    })
    const continued = jumping
      .filter((story) => story.jumpTo === page)
      .map((story) => setting.piece(story.galley, { rows: story.galley.rows - share(story) + safeRows, jumpFrom: story.page }))
    return [...own, ...continued]
  }
  for (const story of jumping) {
    const zone = zoneOf(story.id, story.page)
    if (zone !== null) {
      chosen.set(story.id, rowsInZone(setting.piece(story.galley), zone, spec))
      continue
    }
    let best = { rows: rowsFor(story), cost: Number.POSITIVE_INFINITY }
    const consider = (rows: number): void => {
      if (rows < leastRows || story.galley.rows - rows < leastRows) return
      const cost = [story.page, story.jumpTo ?? story.page].filter(isPlanned).reduce((sum, page) => {
        const pieces = piecesWith(page, story, rows)
        const plan = planner.plan(pieces, rowsOf(page))
        return sum + plan.cost + (pieces.length - plan.placed) * 5000
      }, 0)
      if (cost < best.cost) best = { rows, cost }
    }
    for (const part of parts) consider(Math.round(story.galley.rows * part))
    const { rows: near } = best
    for (const change of changes) consider(near + change)
    chosen.set(story.id, best.rows)
  }
  return chosen
}
