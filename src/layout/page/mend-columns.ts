import { attempt, type ColumnFit, type FlowBlock, type FlowPoint } from './fit-columns.ts'

/** Empty rows within the text that part nothing: they only make columns end level. */
export const holesIn = (blocks: readonly FlowBlock[], { placed }: ColumnFit): number =>
  placed.filter(({ block: index, column, row }, number) => {
    const before = placed[number - 1]
    if (before?.column !== column || blocks[index]?.before !== 0) return false
    return row > before.row + (blocks[before.block]?.boxRows ?? before.to - before.from)
  }).length

/** The column in which a text ends may be so many rows shorter rather than that a hole makes it even. */
const lastShorter = 2

/** The columns without holes, all even but the last one, as high as can be; null where there are holes anyhow. */
export const withoutHoles = (
  blocks: readonly FlowBlock[],
  fit: ColumnFit,
  capacities: readonly number[],
  from: FlowPoint,
): ColumnFit | null => {
  const missing = capacities.flatMap((capacity, column) => (capacity > 0 ? [capacity - (fit.filled[column] ?? 0)] : []))
  const least = Math.min(...missing)
  for (const short of [least, least + 1]) {
    const found = attempt(blocks, from, capacities, short, 1, 'whole', fit.cost, lastShorter)
    if (found?.rest === null && holesIn(blocks, found) === 0) return found
  }
  return null
}
