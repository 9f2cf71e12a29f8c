/** Rows a thumbnail is divided into; its two columns are half pages. */
export const gridRows = 48

/** Where a story's block stands on a thumbnail: lines of a grid, counted from 1, ends not included. */
export interface BlockArea {
  readonly column: readonly [number, number]
  readonly row: readonly [number, number]
}

/** Pixels that a headline of one line and its foot need. */
const leastPixels = 32

/**
 * Shares `total` rows among weights: everybody gets the least where there is room for it, the rest goes by weight; the
 * shares add up to `total` exactly.
 */
const share = (weights: readonly number[], total: number, least: number): readonly number[] => {
  const floor = Math.min(least, Math.floor(total / weights.length))
  const free = total - floor * weights.length
  const sum = weights.reduce((all, weight) => all + weight, 0) || 1
  let before = 0
  return weights.map((weight) => {
    const end = before + (weight / sum) * free
    const rows = floor + Math.round(end) - Math.round(before)
    before = end
    return rows
  })
}

/**
 * Blocks of a page's stories in their order, by weight: up to three stand one below the other; of more the first leads
 * over the whole width and the others stand in pairs, an odd last one again over the whole width. No block begins above
 * the one before it: arrow keys go through them in order only as long as that holds. It is a sketch for the plan; the
 * page itself is laid out by the page engine. `pixels` is how high the thumbnail is at the least.
 */
export const arrangeBlocks = (weights: readonly number[], pixels: number): readonly BlockArea[] => {
  const least = Math.ceil((leastPixels * gridRows) / pixels)
  const [lead, ...others] = weights
  const pairs = Array.from({ length: Math.ceil(others.length / 2) }, (_, at) => others.slice(2 * at, 2 * at + 2))
  const rows = weights.length <= 3 ? weights.map((weight) => [weight]) : [lead === undefined ? [] : [lead], ...pairs]
  const heights = share(
    rows.map((row) => row.reduce((sum, weight) => sum + weight, 0)),
    gridRows,
    least,
  )
  let top = 1
  return rows.flatMap((row, at) => {
    const start = top
    top += heights[at] ?? 0
    const area = { row: [start, top] as const }
    return row.map((_, side): BlockArea => ({ ...area, column: row.length === 1 ? [1, 3] : [side + 1, side + 2] }))
  })
}

/** Lines of a headline there is room for in a block of so many rows, on a sheet so high with lines so high, in pixels. */
export const headlineLines = (rows: number, sheet: { readonly height: number; readonly line: number }): number =>
  Math.max(1, Math.min(4, Math.floor(((rows / gridRows) * sheet.height - 21) / sheet.line)))
