import type { PagePlan, PagePlanner } from './page-plan.ts'
import { photoSizes, widestSpan } from './photo.ts'
import type { Piece } from './piece.ts'
import type { PublicationSpec } from './publication-spec.ts'
import { tableRows } from './story-costs.ts'

/** A story that waits for a page. */
export interface Candidate {
  readonly id: string
  readonly piece: Piece
  /** Rows × columns it takes when set as one would like to. */
  readonly area: number
  /** The same with photos and headlines as large as they may be. */
  readonly most: number
  /** How much it deserves to open a page: a photo and length. */
  readonly strength: number
}

/** The rows × columns a piece takes with a headline and photos of a size that suits its length, and those it can take. */
export const naturalArea = (piece: Piece, spec: PublicationSpec): { readonly area: number; readonly most: number } => {
  const span = piece.rows > 110 ? 3 : piece.rows > 40 ? 2 : 1
  const head = piece.head(span, 'second', 0)
  const photos = piece.photos.reduce((sum, photo, index) => {
    const wanted = index > 0 ? 1 : piece.rows > 130 ? 3 : piece.rows > 55 ? 2 : 1
    const photoSpan = Math.min(wanted, span, widestSpan(photo, spec))
    return sum + photoSpan * (photoSizes(photo, spec, photoSpan).natural * 0.9 + piece.photoText(photo, photoSpan).rows)
  }, 0)
  const area = piece.rows + span * (head.rows + spec.gapRows + tableRows(piece, span)) + photos
  return { area, most: area + 0.75 * photos + 14 }
}

export const candidateOf = (id: string, piece: Piece, spec: PublicationSpec): Candidate => {
  const photo = piece.photos[0]
  const showy = photo === undefined ? 0 : 60 + 15 * Math.min(3, widestSpan(photo, spec))
  return { id, piece, ...naturalArea(piece, spec), strength: showy + Math.min(150, piece.rows) }
}

export interface FillTask {
  readonly spec: PublicationSpec
  readonly planner: PagePlanner
  readonly rows: number
  /** What stands on the page already. */
  readonly standing: readonly Piece[]
  /** Pieces that go on here from an earlier page; they stand last. */
  readonly continued: readonly Piece[]
  /** Natural area wanted on the page, standing pieces included. */
  readonly target: number
  readonly front: boolean
  /** Rows of text that find no room when these pieces are really set on the page. */
  readonly oversetRows: (pieces: readonly Piece[]) => number
}

export interface FilledPage {
  readonly chosen: readonly Candidate[]
  readonly plan: PagePlan
}

const window = 9
const leads = 4
const mostChosen = 7
const evaluated = 12
/** The most promising of them are tried with the larger stories first as well. */
const reordered = 4
/** The best of them are set to see whether they really fit. */
const setForProof = 4
/** The part of a page that stories should at least be able to fill. */
const leastFull = 0.85
/** Parts of a page to fill, one after another, where no choice that fills it whole goes into it. */
const looser = [0.98, 0.92, 0.84, 0.7]
/** Pages that are to be filled less than this part are better left empty. */
const thinnest = 0.42

interface Option {
  readonly chosen: readonly Candidate[]
  readonly guess: number
}

/** Cost of taking stories out of their order: what is passed over should not be passed over for long. */
const orderCost = (waiting: readonly Candidate[], chosen: readonly Candidate[]): number => {
  const last = Math.max(-1, ...chosen.map((one) => waiting.indexOf(one)))
  const skipped = waiting.slice(0, last + 1).filter((one) => !chosen.includes(one))
  return skipped.reduce((sum, one) => sum + 5 + (waiting.indexOf(one) < 2 ? 4 : 0), 0)
}

const subsets = (items: readonly Candidate[], size: number): readonly (readonly Candidate[])[] => {
  if (size === 0) return [[]]
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]))
}

interface Area {
  readonly area: number
  readonly most: number
}
const sumOf = (areas: readonly Area[]): Area =>
  areas.reduce((sum, one) => ({ area: sum.area + one.area, most: sum.most + one.most }), { area: 0, most: 0 })
const sumArea = (candidates: readonly Candidate[]) => sumOf(candidates).area

/** The stories of the first waiting ones that fill a page best, its lead first; an empty choice where none helps. */
export const fillPage = (waiting: readonly Candidate[], task: FillTask): FilledPage => {
  const { spec, planner, rows, standing, continued, target, front } = task
  const takenAreas = sumOf([...standing, ...continued].map((piece) => naturalArea(piece, spec)))
  const taken = takenAreas.area
  const room = rows * spec.columns
  // Where there is a little too little for all the pages they share the lack; where there is far too little, the first
  // ones are filled and the last ones stay empty.
  const least = target / room > thinnest ? Math.min(leastFull * room, target) : leastFull * room
  const near = waiting.slice(0, window)
  const evaluate = (chosen: readonly Candidate[]) =>
    planner.plan([...standing, ...chosen.map(({ piece }) => piece), ...continued], rows)
  const nothing: FilledPage = { chosen: [], plan: evaluate([]) }
  if (near.length === 0 || (standing.length + continued.length > 0 && Math.min(taken / target, takenAreas.most / room) > 0.93))
    return nothing

  const strongest = [...waiting.slice(0, front ? window : leads + 1)].sort((a, b) => b.strength - a.strength).slice(0, leads)
  const options: Option[] = []
  const add = (chosen: readonly Candidate[], more: number) => {
    const off = sumArea(chosen) + taken - target
    const hole = Math.max(0, least - takenAreas.most - sumOf(chosen).most)
    const guess = Math.abs(off) * (off > 0 ? 0.5 : 0.35) + hole * 1.2 + orderCost(waiting, chosen) + more
    options.push({ chosen, guess })
  }
  const openers: readonly (Candidate | null)[] = standing.length > 0 ? [null] : strongest
  for (const opener of openers) {
    const others = near.filter((one) => one !== opener)
    const best = strongest[0]?.strength ?? 0
    const more = opener === null ? 0 : (best - opener.strength) * (front ? 0.4 : 0.15)
    for (let size = opener === null ? 1 : 0; size < mostChosen && size <= others.length; size += 1)
      for (const subset of subsets(others, size)) {
        if (taken + sumArea(subset) + (opener?.area ?? 0) > Math.max(target * 1.3, room)) continue
        add(opener === null ? subset : [opener, ...subset], more)
      }
  }
  // Where every story is longer than the room, the smallest one is still tried.
  if (options.length === 0) add([...near].sort((a, b) => a.area - b.area).slice(0, 1), 0)
  options.sort((a, b) => a.guess - b.guess)
  const filled: { readonly page: FilledPage; readonly cost: number }[] = []
  const evaluateAll = (promising: readonly Option[]) => {
    for (const [rank, option] of promising.slice(0, evaluated).entries()) {
      const [first, ...rest] = option.chosen
      if (first === undefined) continue
      const bySize = [...rest].sort((a, b) => b.area - a.area)
      const swapped = standing.length === 0 && rest.length > 1 && rank < reordered
      for (const chosen of swapped ? [option.chosen, [first, ...bySize]] : [option.chosen]) {
        const plan = evaluate(chosen)
        if (plan.placed < standing.length + continued.length + chosen.length || plan.oversets > nothing.plan.oversets) continue
        filled.push({ page: { chosen, plan }, cost: plan.cost + option.guess })
      }
    }
  }
  evaluateAll(options)
  // Stories without photos give nothing way: what fills a page best may not go into it, and a looser choice does.
  for (const part of looser)
    if (filled.length === 0) evaluateAll(options.filter(({ chosen }) => taken + sumArea(chosen) <= part * room))
  filled.sort((a, b) => a.cost - b.cost)
  // The plan counts rows; only setting the page shows whether the breaks of the text allow it.
  const best = filled
    .slice(0, setForProof)
    .find(({ page }) => task.oversetRows([...standing, ...page.chosen.map(({ piece }) => piece), ...continued]) === 0)
  return (best ?? filled[0])?.page ?? nothing
}
