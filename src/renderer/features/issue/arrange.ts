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

interface Part {
  readonly column: BlockArea['column']
  readonly from: number
  readonly rows: number
  readonly least: number
}

const stack = (weights: readonly number[], part: Part): readonly BlockArea[] => {
  const { column, from, least } = part
  let row = from
  return share(weights, part.rows, least).map((rows) => {
    const area = { column, row: [row, row + rows] as const }
    row += rows
    return area
  })
}

/**
 * Blocks of a page's stories in their order, by weight: up to three stand one below the other, of more the first
 * leads over the whole width and the others fill two columns. It is a sketch for the plan; the page itself is laid out
 * by the page engine. `pixels` is how high the thumbnail is at the least.
 */
export const arrangeBlocks = (weights: readonly number[], pixels: number): readonly BlockArea[] => {
  const least = Math.ceil((leastPixels * gridRows) / pixels)
  if (weights.length <= 3) return stack(weights, { column: [1, 3], from: 1, rows: gridRows, least })
  const [lead = 1, ...others] = weights
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const perColumn = Math.ceil(others.length / 2)
  const leadRows = Math.max(least, Math.min(Math.round((lead / total) * gridRows), gridRows - perColumn * least))
  const columns = deal(others)
  const areas = columns.map((members, at) =>
    stack(
      members.map(({ weight }) => weight),
      { column: [at + 1, at + 2], from: 1 + leadRows, rows: gridRows - leadRows, least },
    ),
  )
  const placed = columns.flatMap((members, at) =>
    members.flatMap(({ index }, row) => {
      const area = areas[at]?.[row]
      return area ? [{ index, area }] : []
    }),
  )
  const rest = placed.sort((a, b) => a.index - b.index).map(({ area }) => area)
  return [{ column: [1, 3], row: [1, 1 + leadRows] }, ...rest]
}

/** Deals weights out in order: the first half to the left column, the others to the right one. */
const deal = (weights: readonly number[]): readonly (readonly { readonly index: number; readonly weight: number }[])[] => {
  const half = Math.ceil(weights.length / 2)
  const members = weights.map((weight, index) => ({ index, weight }))
  return [members.slice(0, half), members.slice(half)]
}

/** Lines of a headline there is room for in a block of so many rows, on a sheet so high with lines so high, in pixels. */
export const headlineLines = (rows: number, sheet: { readonly height: number; readonly line: number }): number =>
  Math.max(1, Math.min(4, Math.floor(((rows / gridRows) * sheet.height - 21) / sheet.line)))
