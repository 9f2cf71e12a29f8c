import { moduleGap, modulePitch, moduleRows } from '../../shared/issue/page-dummy.ts'
import type { OfferedShape } from '../../shared/layout/api.ts'
import type { StoryInput } from '../input.ts'
import type { Importance } from './head.ts'
import type { LayoutMemory } from './layout-memory.ts'
import type { Piece } from './piece.ts'

/** Where a story is to stand: a page, its free rows, and whether the story would open it. */
export interface OfferPlace {
  readonly page: number
  readonly first: number
  readonly last: number
  readonly importance: Importance
}

/** Columns and rows of a zone. */
export interface OfferBox {
  readonly span: number
  readonly rows: number
}

/** Shapes tried of each width; the costs of the plan say which. */
const triedPerSpan = 4
/** More choices than this no menu needs. */
const mostOffered = 9
/** What a line left over, and one missing in a column, speaks against a shape. */
const oversetLine = 6
const missingLine = 1

interface Asked {
  readonly piece: Piece
  readonly place: OfferPlace
  readonly memory: LayoutMemory
}

/** Sets the story in a box of its own at the left top of the page; null where not even its headline goes in. */
const trial = ({ piece, place, memory }: Asked, span: number, rows: number, shape?: OfferedShape['arrangement']) => {
  const zone = { piece: 0, importance: place.importance, column: 0, span, row: 0, rows, shape }
  const composed = memory.composer.compose(piece, zone, place.page, place.first)
  return composed === null || composed.shape.leftOut.length > 0 ? null : composed
}

/**
 * «Подобрать форму»: the shapes (columns × modules) in which a story fits best, best first, each as it really sets:
 * `overset` in lines left over, negative for lines missing. Those without a line left over come before the others.
 */
export const offerShapes = (story: StoryInput, place: OfferPlace, memory: LayoutMemory): readonly OfferedShape[] => {
  const asked: Asked = { piece: memory.piece(memory.galley(story)), place, memory }
  const room = place.last - place.first
  const most = Math.floor((room + moduleGap) / modulePitch)
  const offered: { readonly shape: OfferedShape; readonly cost: number }[] = []
  for (let span = 1; span <= memory.spec.columns; span += 1) {
    const { costs } = memory.planner.costsOf(asked.piece, place.importance, span)
    const heights = Array.from({ length: most }, (_, index) => index + 1)
      .map((modules) => ({ modules, cost: costs[moduleRows(modules)] ?? Number.POSITIVE_INFINITY }))
      .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, triedPerSpan)
    for (const { modules, cost } of heights) {
      const rows = moduleRows(modules)
      const composed = trial(asked, span, rows)
      if (composed === null) continue
      const { overset } = composed
      const off = overset > 0 ? overset * oversetLine : -overset * missingLine
      offered.push({
        shape: { span, modules, rows, arrangement: composed.shape.arrangement, overset },
        cost: Math.min(cost, 200) + off,
      })
    }
  }
  return offered
    .sort((a, b) => Number(a.shape.overset > 0) - Number(b.shape.overset > 0) || a.cost - b.cost)
    .slice(0, mostOffered)
    .map(({ shape }) => shape)
}

/** The ways to arrange a story in a zone of so many columns and rows, the engine's own choice first. */
export const offerArrangements = (
  story: StoryInput,
  box: OfferBox,
  place: OfferPlace,
  memory: LayoutMemory,
): readonly Omit<OfferedShape, 'modules'>[] => {
  const asked: Asked = { piece: memory.piece(memory.galley(story)), place, memory }
  const { span, rows } = box
  if (span > memory.spec.columns || rows > memory.spec.rows) return []
  const own = trial(asked, span, rows)
  const names = memory.planner.costsOf(asked.piece, place.importance, span).arrangements(rows)
  const wanted = own === null ? names : [own.shape.arrangement, ...names.filter((name) => name !== own.shape.arrangement)]
  return wanted.flatMap((arrangement) => {
    const composed = trial(asked, span, rows, arrangement)
    return composed?.shape.arrangement === arrangement ? [{ span, rows, arrangement, overset: composed.overset }] : []
  })
}
