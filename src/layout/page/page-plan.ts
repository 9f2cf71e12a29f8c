import type { Importance } from './head.ts'
import type { Piece } from './piece.ts'
import type { PublicationSpec } from './publication-spec.ts'
import { oversetCost, type ShapeCosts, shapeCosts } from './story-shape.ts'

/** A rectangle of the page that belongs to one story: first column, columns, first row, rows. */
export interface Zone {
  readonly piece: number
  readonly importance: Importance
  readonly column: number
  readonly span: number
  readonly row: number
  readonly rows: number
}

export interface PagePlan {
  readonly zones: readonly Zone[]
  readonly cost: number
  /** Rows left empty below the last zone. */
  readonly empty: number
  /** How many pieces found a zone: the first ones of the list. */
  readonly placed: number
  /** How many of them have text that does not fit. */
  readonly oversets: number
}

/** Costs of all pieces by width, remembered: the planner asks for the same ones again and again. */
export type CostsOf = (piece: Piece, importance: Importance, span: number) => ShapeCosts

export const rememberCosts = (spec: PublicationSpec): CostsOf => {
  const known = new WeakMap<Piece, Map<string, ShapeCosts>>()
  return (piece, importance, span) => {
    const own = known.get(piece) ?? new Map<string, ShapeCosts>()
    known.set(piece, own)
    const key = `${importance}${span}`
    const found = own.get(key) ?? shapeCosts(piece, spec, span, importance, spec.rows)
    own.set(key, found)
    return found
  }
}

interface Block {
  readonly costs: Float64Array
  readonly zones: (rows: number, column: number, row: number) => readonly Zone[]
}

const sideBySideCost = 1.5
const stackedCost = 0.5
/** More space above a block than the gap; rows of it, and what one costs for each column. */
const mostPadding = 2
const paddingCost = 0.9
/** More stories than a page can hold in any way; the rest of them find no room without being tried. */
const mostPieces = 24

/** A block that may stand a little lower than its top. */
const padded = (block: Block, span: number, most: number): Block => {
  const costs = block.costs.slice()
  const padding = new Int8Array(most + 1)
  for (let rows = 1; rows <= most; rows += 1)
    for (let pad = 1; pad <= mostPadding && pad < rows; pad += 1) {
      const cost = (block.costs[rows - pad] ?? 0) + pad * paddingCost * span
      if (cost < (costs[rows] ?? 0)) {
        costs[rows] = cost
        padding[rows] = pad
      }
    }
  return {
    costs,
    zones: (rows, column, row) => {
      const pad = padding[rows] ?? 0
      return block.zones(rows - pad, column, row + pad)
    },
  }
}

/** One below the other: every split of the height. */
const stacked = (
  above: Block,
  below: Block,
  gap: number,
  most: number,
): { readonly costs: Float64Array; readonly at: Int16Array } => {
  const costs = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY)
  const at = new Int16Array(most + 1)
  for (let top = 1; top <= most; top += 1) {
    const cost = (above.costs[top] ?? 0) + stackedCost
    if (cost === Number.POSITIVE_INFINITY) continue
    for (let rows = top + gap + 1; rows <= most; rows += 1) {
      const both = cost + (below.costs[rows - top - gap] ?? 0)
      if (both < (costs[rows] ?? 0)) {
        costs[rows] = both
        at[rows] = top
      }
    }
  }
  return { costs, at }
}

const merge = (blocks: readonly Block[], most: number): Block => {
  const costs = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY)
  const which = new Int16Array(most + 1)
  blocks.forEach((block, index) => {
    for (let rows = 0; rows <= most; rows += 1)
      if ((block.costs[rows] ?? 0) < (costs[rows] ?? 0)) {
        costs[rows] = block.costs[rows] ?? 0
        which[rows] = index
      }
  })
  return { costs, zones: (rows, column, row) => blocks[which[rows] ?? 0]?.zones(rows, column, row) ?? [] }
}

/**
 * Divides the page among the pieces by cuts from edge to edge of the part they cut (a guillotine, or slicing,
 * arrangement), in their order: what comes first stands above or to the left. For each run of pieces and each width the
 * cheapest way is found for every height, as in L. Stockmeyer, «Optimal orientations of cells in slicing floorplan
 * designs» (1983), with costs instead of areas. Pieces for which there is no room even so are left out from the end.
 */
export const planPage = (pieces: readonly Piece[], spec: PublicationSpec, rows: number, costsOf: CostsOf): PagePlan => {
  const known = new Map<number, Block>()
  const leaf = (index: number, span: number): Block => {
    const piece = pieces[index]
    const importance = index === 0 ? 'lead' : 'second'
    if (piece === undefined) throw new Error(`No piece ${index}`)
    return {
      costs: costsOf(piece, importance, span).costs,
      zones: (height, column, row) => [{ piece: index, importance, column, span, row, rows: height }],
    }
  }
  const block = (from: number, to: number, span: number): Block => {
    const key = (from * 64 + to) * 8 + span
    const found = known.get(key)
    if (found !== undefined) return found
    const made = to - from === 1 ? leaf(from, span) : merge(waysFor(from, to, span), rows)
    known.set(key, made)
    return made
  }
  const waysFor = (from: number, to: number, span: number): readonly Block[] => {
    const ways: Block[] = []
    for (let cut = from + 1; cut < to; cut += 1) {
      const above = block(from, cut, span)
      const below = padded(block(cut, to, span), span, rows)
      const { costs, at } = stacked(above, below, spec.gapRows, rows)
      ways.push({
        costs,
        zones: (height, column, row) => {
          const top = at[height] ?? 0
          return [...above.zones(top, column, row), ...below.zones(height - top - spec.gapRows, column, row + top + spec.gapRows)]
        },
      })
      for (let left = 1; left < span; left += 1) {
        const first = block(from, cut, left)
        const second = block(cut, to, span - left)
        ways.push({
          costs: first.costs.map((cost, height) => cost + (second.costs[height] ?? 0) + sideBySideCost),
          zones: (height, column, row) => [...first.zones(height, column, row), ...second.zones(height, column + left, row)],
        })
      }
    }
    return ways
  }
  for (let placed = Math.min(mostPieces, pieces.length); placed > 0; placed -= 1) {
    const whole = block(0, placed, spec.columns)
    let best = { height: 0, cost: Number.POSITIVE_INFINITY }
    for (let height = 1; height <= rows; height += 1) {
      const empty = (rows - height) * spec.columns
      const cost = (whole.costs[height] ?? 0) + empty * 1.2 + 0.04 * (rows - height) ** 2
      if (cost < best.cost) best = { height, cost }
    }
    if (best.cost === Number.POSITIVE_INFINITY) continue
    const zones = whole.zones(best.height, 0, 0)
    const oversets = zones.filter((zone) => {
      const piece = pieces[zone.piece]
      return piece !== undefined && (costsOf(piece, zone.importance, zone.span).costs[zone.rows] ?? 0) >= oversetCost
    }).length
    return { zones, cost: best.cost, empty: rows - best.height, placed, oversets }
  }
  return { zones: [], cost: 0, empty: rows, placed: 0, oversets: 0 }
}
