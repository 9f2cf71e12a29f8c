import { boundedCache } from '../text/bounded-cache.ts'
import type { Arrangement } from './arrangement.ts'
import { arrangementsFor } from './arrangement.ts'
import type { Importance } from './head.ts'
import type { PieceFrame } from './piece.ts'
import type { PublicationSpec } from './publication-spec.ts'
import { storyCosts } from './story-costs.ts'
import { oversetCost, type ShapeCosts } from './story-shape.ts'

/** A rectangle of the page that belongs to one story: first column, columns, first row, rows. */
export interface Zone {
  readonly piece: number
  readonly importance: Importance
  readonly column: number
  readonly span: number
  readonly row: number
  readonly rows: number
  /** The arrangement a person chose for it. */
  readonly shape?: Arrangement | undefined
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

/** What it costs to put a piece into so many columns. */
export type CostsOf = (piece: PieceFrame, importance: Importance, span: number) => ShapeCosts

/**
 * Plans pages and remembers what it found, by everything it depends on: costs of a piece in each width, the ways to set
 * neighbours together, whole pages. What a change did not touch is not searched again.
 */
export interface PagePlanner {
  readonly costsOf: CostsOf
  plan(pieces: readonly PieceFrame[], rows: number): PagePlan
}

/** One story. */
interface Leaf {
  readonly kind: 'leaf'
  readonly costs: Float64Array
  readonly importance: Importance
  readonly span: number
}

/** Several stories: for every height the cheapest of the ways to cut it. */
interface Cut {
  readonly kind: 'cut'
  readonly costs: Float64Array
  readonly ways: readonly Way[]
  /** For every height the best way and, where that one cuts across, the rows above the cut. */
  readonly which: Int16Array
  readonly top: Int16Array
}

type Block = Leaf | Cut

interface Way {
  readonly first: Block
  readonly second: Block
  /** Pieces of the first part. */
  readonly count: number
  /** Columns of the first part where the cut goes down; null where it goes across. */
  readonly left: number | null
  /** Rows the second part stands lower than the gap asks, for each of its heights. */
  readonly padding: Int8Array | null
}

const sideBySideCost = 1.5
const stackedCost = 0.5
/** More space above a block than the gap; rows of it, and what one costs for each column. */
const mostPadding = 2
const paddingCost = 0.9
/** More stories than a page can hold in any way; the rest of them find no room without being tried. */
const mostPieces = 24

/** The costs of a block that may stand a little lower than its top. */
const padded = (block: Block, span: number, most: number): { readonly costs: Float64Array; readonly padding: Int8Array } => {
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
  return { costs, padding }
}

/** The cheapest cut for every height; `part` gives the pieces from one place up to another over so many columns. */
const cutOf = (
  from: number,
  to: number,
  span: number,
  most: number,
  gap: number,
  part: (from: number, to: number, span: number) => Block,
): Cut => {
  const costs = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY)
  const which = new Int16Array(most + 1)
  const top = new Int16Array(most + 1)
  const ways: Way[] = []
  for (let cut = from + 1; cut < to; cut += 1) {
    const above = part(from, cut, span)
    const below = part(cut, to, span)
    const { costs: belowCosts, padding } = padded(below, span, most)
    for (let at = 1; at <= most; at += 1) {
      const cost = (above.costs[at] ?? 0) + stackedCost
      if (cost === Number.POSITIVE_INFINITY) continue
      for (let rows = at + gap + 1; rows <= most; rows += 1) {
        const both = cost + (belowCosts[rows - at - gap] ?? 0)
        if (both < (costs[rows] ?? 0)) {
          costs[rows] = both
          which[rows] = ways.length
          top[rows] = at
        }
      }
    }
    ways.push({ first: above, second: below, count: cut - from, left: null, padding })
    for (let left = 1; left < span; left += 1) {
      const first = part(from, cut, left)
      const second = part(cut, to, span - left)
      for (let rows = 0; rows <= most; rows += 1) {
        const both = (first.costs[rows] ?? 0) + (second.costs[rows] ?? 0) + sideBySideCost
        if (both < (costs[rows] ?? 0)) {
          costs[rows] = both
          which[rows] = ways.length
        }
      }
      ways.push({ first, second, count: cut - from, left, padding: null })
    }
  }
  return { kind: 'cut', costs, ways, which, top }
}

/** The zones of a block of so many rows whose first piece is number `piece`, its left top corner at a column and a row. */
const zonesOf = (block: Block, rows: number, column: number, row: number, piece: number, gap: number): readonly Zone[] => {
  if (block.kind === 'leaf') return [{ piece, importance: block.importance, column, span: block.span, row, rows }]
  const way = block.ways[block.which[rows] ?? 0]
  if (way === undefined) return []
  const { first, second, count, left, padding } = way
  if (left !== null)
    return [...zonesOf(first, rows, column, row, piece, gap), ...zonesOf(second, rows, column + left, row, piece + count, gap)]
  const top = block.top[rows] ?? 0
  const below = rows - top - gap
  const pad = padding?.[below] ?? 0
  return [
    ...zonesOf(first, top, column, row, piece, gap),
    ...zonesOf(second, below - pad, column, row + top + gap + pad, piece + count, gap),
  ]
}

/** Entries of each kind: about what two issues of 32 pages need. */
const remembered = { names: 4_000, arrangements: 1_500, costs: 6_000, blocks: 4_000, plans: 1_000 } as const

/**
 * A planner that divides a page among its pieces by cuts from edge to edge of the part they cut (a guillotine, or
 * slicing, arrangement), in their order: what comes first stands above or to the left. For each run of pieces and each
 * width the cheapest way is found for every height, as in L. Stockmeyer, «Optimal orientations of cells in slicing
 * floorplan designs» (1983), with costs instead of areas. Pieces for which there is no room even so are left out from
 * the end.
 */
export const createPagePlanner = (spec: PublicationSpec): PagePlanner => {
  const numbers = new WeakMap<object, number>()
  let last = 0
  const numberOf = (thing: object): number => {
    const known = numbers.get(thing)
    if (known !== undefined) return known
    last += 1
    numbers.set(thing, last)
    return last
  }
  const names = boundedCache<string>(remembered.names)
  const arrangements = boundedCache<ReturnType<typeof arrangementsFor>>(remembered.arrangements)
  const costs = boundedCache<ShapeCosts>(remembered.costs)
  const blocks = boundedCache<Block>(remembered.blocks)
  const plans = boundedCache<PagePlan>(remembered.plans)

  /** A short name of all that the costs of a piece depend on: heads and photo texts are told by the functions that set them. */
  const nameOf = (piece: PieceFrame): string => {
    const around = `${numberOf(piece.head)},${numberOf(piece.photoText)},${numberOf(piece.table)}`
    const name = `${around},${piece.rows},${piece.jumpTo === null ? 0 : 1},${piece.galley.tallest}`
    return names.remember(name, () => {
      last += 1
      return last.toString(36)
    })
  }

  const costsOf: CostsOf = (piece, importance, span) =>
    costs.remember(`${nameOf(piece)} ${importance} ${span}`, () => {
      const around = `${numberOf(piece.head)},${numberOf(piece.photoText)} ${importance} ${span}`
      const arranged = arrangements.remember(around, () => arrangementsFor(piece, spec, span, importance))
      return storyCosts(piece, spec, span, importance, spec.rows, arranged)
    })

  const planAnew = (pieces: readonly PieceFrame[], named: readonly string[], rows: number): PagePlan => {
    const known = new Map<number, Block>()
    const leaf = (index: number, span: number): Leaf => {
      const piece = pieces[index]
      if (piece === undefined) throw new Error(`No piece ${index}`)
      const importance = index === 0 ? 'lead' : 'second'
      return { kind: 'leaf', costs: costsOf(piece, importance, span).costs, importance, span }
    }
    const part = (from: number, to: number, span: number): Block => {
      const key = (from * 64 + to) * 8 + span
      const found = known.get(key)
      if (found !== undefined) return found
      const name = `${from === 0 ? 'lead' : ''} ${span} ${rows} ${named.slice(from, to).join()}`
      const make = () => (to - from === 1 ? leaf(from, span) : cutOf(from, to, span, rows, spec.gapRows, part))
      const made = blocks.remember(name, make)
      known.set(key, made)
      return made
    }
    for (let placed = Math.min(mostPieces, pieces.length); placed > 0; placed -= 1) {
      const whole = part(0, placed, spec.columns)
      let best = { height: 0, cost: Number.POSITIVE_INFINITY }
      for (let height = 1; height <= rows; height += 1) {
        const empty = (rows - height) * spec.columns
        const cost = (whole.costs[height] ?? 0) + empty * 1.2 + 0.04 * (rows - height) ** 2
        if (cost < best.cost) best = { height, cost }
      }
      if (best.cost === Number.POSITIVE_INFINITY) continue
      const zones = zonesOf(whole, best.height, 0, 0, 0, spec.gapRows)
      const oversets = zones.filter((zone) => {
        const piece = pieces[zone.piece]
        return piece !== undefined && (costsOf(piece, zone.importance, zone.span).costs[zone.rows] ?? 0) >= oversetCost
      }).length
      return { zones, cost: best.cost, empty: rows - best.height, placed, oversets }
    }
    return { zones: [], cost: 0, empty: rows, placed: 0, oversets: 0 }
  }

  return {
    costsOf,
    plan(pieces, rows) {
      const named = pieces.map(nameOf)
      return plans.remember(`${rows} ${named.join()}`, () => planAnew(pieces, named, rows))
    },
  }
}
