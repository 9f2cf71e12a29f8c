import type { SetLine } from '../text/line.ts'

/** How the lines of a block stand on the grid: one a row, or all of them as one box so many rows high. */
export interface FlowBlock {
  /** Ways to set the block that differ in their number of lines; the first is the natural one. */
  readonly variants: readonly (readonly SetLine[])[]
  /** How much worse each variant is than the first: 1 is about a hyphen more. */
  readonly costs: readonly number[]
  /** Rows of a block that never breaks and is not one row a line; null for one row a line. */
  readonly boxRows: number | null
  /** Empty rows before it, left out at the top of a column. */
  readonly before: number
  /** What one more empty row before it costs, which may even out the columns. */
  readonly stretchCost: number
  readonly breakable: boolean
  /** Lines at its beginning that stand together; two at least. */
  readonly opening: number
  /** No column ends after it. */
  readonly keepWithNext: boolean
}

/** A place in the text: before line `line` of one variant of a block. */
export interface FlowPoint {
  readonly block: number
  readonly variant: number
  readonly line: number
}

/** Lines `from` up to `to` of a block in one variant, from a row of a column on. */
export interface PlacedLines {
  readonly block: number
  readonly variant: number
  readonly from: number
  readonly to: number
  readonly column: number
  readonly row: number
}

export interface ColumnFit {
  readonly placed: readonly PlacedLines[]
  /** Rows used in each column. */
  readonly filled: readonly number[]
  /** Where the text that found no room begins; null when all of it stands. */
  readonly rest: FlowPoint | null
  /** Rows of the text that found no room. */
  readonly overset: number
  readonly cost: number
}

export const startOfFlow: FlowPoint = { block: 0, variant: 0, line: 0 }

const rowsOf = (block: FlowBlock, variant: number): number => block.boxRows ?? block.variants[variant]?.length ?? 0

/** Rows of the text from a point on, with every block set in its natural way. */
export const flowRows = (blocks: readonly FlowBlock[], from: FlowPoint = startOfFlow): number => {
  let rows = 0
  for (let index = from.block; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (block === undefined) break
    if (index === from.block && from.line > 0) rows += rowsOf(block, from.variant) - from.line
    else rows += (rows === 0 ? 0 : block.before) + rowsOf(block, 0)
  }
  return rows
}

const variantCost = 2
const hyphenCost = 2
/** A column that ends a row above the others is seen, but less than a paragraph set badly. */
const rowShortCost = 9
/** A column that ends in a box never ends on the baseline of the others. */
const boxLastCost = 30
/** Text that goes on after a column left empty looks like a mistake. */
const skippedColumnCost = 400
const oversetCost = 1000

/** One decision on the way through the columns: lines placed, or a column closed with so many rows filled. */
interface Step {
  readonly point: FlowPoint
  readonly cost: number
  readonly placed: PlacedLines | null
  readonly closed: number | null
  readonly previous: Step | null
}

type Steps = Map<number, Step>

const keyAt = (block: number, variant: number, line: number): number => (block * 4 + (line > 0 ? variant : 0)) * 512 + line

const keyOf = (point: FlowPoint): number => keyAt(point.block, point.variant, point.line)

/** Is this the cheapest way known to a place? Asked before a step is made, because most steps lose. */
const wins = (steps: Steps, key: number, cost: number): boolean => cost < (steps.get(key)?.cost ?? Number.POSITIVE_INFINITY)

/** Cheapest steps that stand before one block, by the rows filled; in the order in which those rows were first reached. */
interface Level {
  readonly reached: number[]
  readonly steps: (Step | undefined)[]
}

const emptied = (level: Level): Level => {
  for (const filled of level.reached) level.steps[filled] = undefined
  level.reached.length = 0
  return level
}

/** The rows a column may be filled with: no more than `capacity`, no fewer than `least`, each at its cost. */
interface ColumnRoom {
  readonly capacity: number
  readonly least: number
  readonly endCost: (filled: number) => number
  /** Ways that cost so much are not worth following. */
  readonly limit: number
}

/** Two levels to work with, one after another: the columns of an issue are filled some ten thousand times. */
interface Workspace {
  level: Level
  spare: Level
}

const workspace = (): Workspace => ({ level: { reached: [], steps: [] }, spare: { reached: [], steps: [] } })

/**
 * Fills one column from a step on, in every way: `ends` has, for each place the column may end at, the cheapest way there.
 */
const columnFiller = (
  blocks: readonly FlowBlock[],
  column: number,
  room: ColumnRoom,
  ends: Steps,
  work: Workspace,
): ((start: Step) => void) => {
  const { capacity, least, endCost, limit } = room
  let index = 0
  const close = (step: Step, filled: number, more: number) => {
    const key = keyOf(step.point)
    const cost = step.cost + endCost(filled) + more
    if (cost < limit && wins(ends, key, cost))
      ends.set(key, { point: step.point, cost, placed: null, closed: filled, previous: step })
  }

  const place = (previous: Step, block: FlowBlock, variant: number, from: number, row: number, cost: number, next: Level) => {
    if (row > capacity || cost >= limit) return
    const lines = block.variants[variant] ?? []
    const whole = row + (from > 0 ? lines.length - from : rowsOf(block, variant))
    if (whole <= capacity) {
      const known = next.steps[whole]
      if (known === undefined || cost < known.cost) {
        if (known === undefined) next.reached.push(whole)
        const point = { block: index + 1, variant: 0, line: 0 }
        const placed = { block: index, variant, from, to: lines.length, column, row }
        next.steps[whole] = { point, cost, placed, closed: null, previous }
      }
    }
    if (!block.breakable || block.boxRows !== null) return
    // Two lines at least stay on either side of a break.
    const first = Math.max(from + 2, least + from - row, from === 0 ? block.opening : 0)
    for (let to = first; to <= lines.length - 2 && row + to - from <= capacity; to += 1) {
      const filled = row + to - from
      const key = keyAt(index, variant, to)
      const total = cost + (lines[to - 1]?.hyphenated === true ? hyphenCost : 0) + endCost(filled)
      if (total >= limit || !wins(ends, key, total)) continue
      const point = { block: index, variant, line: to }
      const placed = { block: index, variant, from, to, column, row }
      const step = { point, cost, placed, closed: null, previous }
      ends.set(key, { point, cost: total, placed: null, closed: filled, previous: step })
    }
  }

  return (start) => {
    index = start.point.block
    let level = emptied(work.level)
    work.level = level
    const first = blocks[index]
    if (first !== undefined && start.point.line > 0) {
      place(start, first, start.point.variant, start.point.line, 0, start.cost, level)
      index += 1
    } else {
      level.reached.push(0)
      level.steps[0] = start
    }

    for (; level.reached.length > 0; index += 1) {
      const block = blocks[index]
      const held = block !== undefined && blocks[index - 1]?.keepWithNext === true
      const boxed = blocks[index - 1]?.boxRows ?? null
      for (const filled of level.reached) {
        const step = level.steps[filled]
        if (step !== undefined && filled > 0 && !held)
          close(step, filled, boxed === null || block === undefined ? 0 : boxLastCost)
      }
      if (block === undefined) return
      const next = emptied(work.spare)
      for (const filled of level.reached) {
        const step = level.steps[filled]
        if (step === undefined) continue
        for (let stretch = 0; stretch <= (filled === 0 ? 0 : 1); stretch += 1) {
          const row = filled === 0 ? 0 : filled + block.before + stretch
          for (let variant = 0; variant < block.variants.length; variant += 1)
            place(
              step,
              block,
              variant,
              0,
              row,
              step.cost + (variant > 0 ? variantCost + (block.costs[variant] ?? 0) : 0) + stretch * block.stretchCost,
              next,
            )
        }
      }
      work.spare = level
      work.level = next
      level = next
    }
  }
}

/**
 * Fills the columns for less than `limit`, every one of them `short` rows below its capacity or up to `slack` rows more; the
 * last one, where the text ends, may be shorter by `lastSlack`.
 */
export const attempt = (
  blocks: readonly FlowBlock[],
  from: FlowPoint,
  capacities: readonly number[],
  short: number,
  slack: number,
  mode: 'whole' | 'part',
  limit: number,
  lastSlack = slack,
): ColumnFit | null => {
  const last = capacities.findLastIndex((capacity) => capacity > 0)
  let starts: Steps = new Map([[keyOf(from), { point: from, cost: 0, placed: null, closed: null, previous: null }]])
  const work = workspace()
  capacities.forEach((capacity, column) => {
    const target = Math.max(0, capacity - short)
    const most = column === last ? lastSlack : slack
    const endCost = (filled: number): number => {
      const missing = target - filled
      if (missing < 0 || missing > most) return Number.POSITIVE_INFINITY
      if (most > slack) return missing * rowShortCost
      return missing <= 1 ? missing * rowShortCost : 40 * missing ** 2
    }
    const ends: Steps = new Map()
    const fill = columnFiller(blocks, column, { capacity: target, least: target - most, endCost, limit }, ends, work)
    for (const start of starts.values()) {
      const finished = start.point.block >= blocks.length
      if (target === 0 || finished || slack >= target) {
        const cost = start.cost + endCost(0) + (finished || target === 0 ? 0 : skippedColumnCost)
        if (wins(ends, keyOf(start.point), cost))
          ends.set(keyOf(start.point), { point: start.point, cost, placed: null, closed: 0, previous: start })
      }
      if (target > 0 && !finished) fill(start)
    }
    starts = ends
  })
  let best: { readonly step: Step; readonly cost: number; readonly overset: number } | null = null
  for (const step of starts.values()) {
    const overset = flowRows(blocks, step.point)
    if (mode === 'part' && overset === 0) continue
    const cost = step.cost + (mode === 'part' ? 0 : overset * oversetCost)
    if (best === null || cost < best.cost) best = { step, cost, overset }
  }
  if (best === null) return null
  const placed: PlacedLines[] = []
  const filled: number[] = []
  for (let step: Step | null = best.step; step !== null; step = step.previous) {
    if (step.placed !== null) placed.unshift(step.placed)
    if (step.closed !== null) filled.unshift(step.closed)
  }
  return { placed, filled, rest: best.overset === 0 ? null : best.step.point, overset: best.overset, cost: best.cost }
}

/**
 * Flows text through columns of given capacities (rows), by dynamic programming over breaks, paragraph variants and
 * stretchable spaces. Columns end level or one row apart where the text allows it at all; widows, orphans and a break
 * after a block that is kept with the next never happen. Text that finds no room is counted in `overset`. With `part`
 * the text goes on elsewhere: the columns are filled and something is always left over.
 */
export const fitColumns = (
  blocks: readonly FlowBlock[],
  capacities: readonly number[],
  from: FlowPoint = startOfFlow,
  mode: 'whole' | 'part' = 'whole',
): ColumnFit => {
  const columns = Math.max(1, capacities.filter((capacity) => capacity > 0).length)
  const spare = capacities.reduce((sum, capacity) => sum + capacity, 0) - flowRows(blocks, from)
  const likely = mode === 'part' ? 0 : Math.max(0, Math.floor(spare / columns))
  const shorts = [...new Set([likely, likely - 1, likely + 1])].filter((short) => short >= 0)
  let best: ColumnFit | null = null
  for (const slack of [1, 3, 8, 1000]) {
    for (const short of slack > 8 ? [0] : shorts) {
      const fit = attempt(blocks, from, capacities, short, slack, mode, best?.cost ?? Number.POSITIVE_INFINITY)
      if (fit !== null && (best === null || fit.cost < best.cost)) best = fit
    }
    // Text for which there is no room at all does not get any shorter by uneven columns.
    if (best !== null && (best.overset === 0 || mode === 'part' || spare < -columns)) break
  }
  // A text that ends before the columns do does not go on anywhere.
  if (best === null && mode === 'part') return fitColumns(blocks, capacities, from)
  return (
    best ?? {
      placed: [],
      filled: capacities.map(() => 0),
      rest: from,
      overset: flowRows(blocks, from),
      cost: Number.POSITIVE_INFINITY,
    }
  )
}
