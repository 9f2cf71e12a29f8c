import { attempt, type ColumnFit, type FlowBlock, type FlowPoint } from './fit-columns.ts'

/** A row that stays empty at the foot of a column: more than one before a subhead or a box, less than one within the text. */
const emptyRowCost = 7
/** One empty row is not seen where all columns end level; more than five no text fills by being set wider. */
const leastFilled = 2
const mostFilled = 5

/**
 * The same text in the same columns, set a little wider where it ends some rows above their feet: by paragraph variants and
 * rows before subheads and boxes, as far as these cost less than the white.
 */
export const fillUp = (
  fit: ColumnFit,
  blocks: readonly FlowBlock[],
  capacities: readonly number[],
  from: FlowPoint,
): ColumnFit => {
  const missing = capacities.flatMap((capacity, column) => (capacity > 0 ? [capacity - (fit.filled[column] ?? 0)] : []))
  const empty = Math.min(...missing)
  if (fit.rest !== null || empty < leastFilled || empty > mostFilled) return fit
  const rowCost = missing.length * emptyRowCost
  let best = fit
  let least = fit.cost + empty * rowCost
  for (let short = 0; short < empty; short += 1) {
    const fuller = attempt(blocks, from, capacities, short, 1, 'whole', least - short * rowCost)
    if (fuller === null || fuller.overset > 0 || fuller.cost + short * rowCost >= least) continue
    best = fuller
    least = fuller.cost + short * rowCost
  }
  return best
}
