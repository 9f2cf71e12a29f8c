import { type GridBox, moduleGap, modulePitch, moduleRows, overlap, type PageGrid } from '../../../../shared/issue/page-dummy.ts'

/** The lowest zone: one module. */
export const leastRows = moduleRows(1)

export const bottomOf = ({ row, rows }: GridBox): number => row + rows
export const rightOf = ({ column, span }: GridBox): number => column + span

/** The rows a box keeps free of others: itself and the gap above and below it. */
const withGap = (box: GridBox): GridBox => ({ ...box, row: box.row - moduleGap, rows: box.rows + 2 * moduleGap })

/** Does a box stand closer to another than the gap, or over it? */
const crowds = (a: GridBox, b: GridBox): boolean => overlap(withGap(a), b)

const inside = (box: GridBox, grid: PageGrid): boolean =>
  box.column >= 0 &&
  box.span >= 1 &&
  rightOf(box) <= grid.columns &&
  box.row >= grid.first &&
  box.rows >= leastRows &&
  bottomOf(box) <= grid.last

export const sameBox = (a: GridBox, b: GridBox): boolean =>
  a.column === b.column && a.span === b.span && a.row === b.row && a.rows === b.rows

/** Can a box stand on a page among others: inside of it, and with the gap to each of them? */
export const standsAmong = (box: GridBox, others: readonly GridBox[], grid: PageGrid): boolean =>
  inside(box, grid) && !others.some((other) => crowds(box, other))

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** The nearest of some rows; the first of two equally near ones. */
const nearest = (row: number, stops: readonly number[]): number =>
  stops.reduce((best, stop) => (Math.abs(stop - row) < Math.abs(best - row) ? stop : best), stops[0] ?? row)

const moduleTops = (grid: PageGrid): readonly number[] => [
  grid.first,
  ...Array.from({ length: Math.ceil(grid.last / modulePitch) }, (_, at) => at * modulePitch).filter(
    (row) => row > grid.first && row + leastRows <= grid.last,
  ),
]

const moduleBottoms = (grid: PageGrid): readonly number[] => [
  ...moduleTops(grid)
    .map((row) => row - moduleGap)
    .filter((row) => row >= grid.first + leastRows),
  grid.last,
]

/** Where the top of a box may rest: on a module, below a neighbour, or level with its top. */
export const topStops = (grid: PageGrid, others: readonly GridBox[]): readonly number[] =>
  [...new Set([...moduleTops(grid), ...others.flatMap((other) => [other.row, bottomOf(other) + moduleGap])])]
    .filter((row) => row >= grid.first && row + leastRows <= grid.last)
    .sort((a, b) => a - b)

/** Where the bottom of a box may rest: at the end of a module, above a neighbour, or level with its bottom. */
export const bottomStops = (grid: PageGrid, others: readonly GridBox[]): readonly number[] =>
  [...new Set([...moduleBottoms(grid), ...others.flatMap((other) => [bottomOf(other), other.row - moduleGap])])]
    .filter((row) => row <= grid.last && row - leastRows >= grid.first)
    .sort((a, b) => a - b)

/** The row a top or bottom edge rests on near this one; with `single` any whole row of the page. */
export const snapped = (row: number, stops: readonly number[], single: boolean, grid: PageGrid): number =>
  single ? within(Math.round(row), grid.first, grid.last) : nearest(row, stops)

/** The next stop beyond a row in a direction; the row itself at the end of the page. */
export const nextStop = (row: number, stops: readonly number[], direction: -1 | 1): number =>
  (direction === 1 ? stops.find((stop) => stop > row) : stops.findLast((stop) => stop < row)) ?? row

/** The stretches of rows that boxes leave free in these columns, each at least one module high. */
const freeStretches = (
  column: number,
  span: number,
  others: readonly GridBox[],
  grid: PageGrid,
): readonly { readonly from: number; readonly to: number }[] => {
  const standing = others.filter((other) => other.column < column + span && column < rightOf(other)).sort((a, b) => a.row - b.row)
  const stretches: { from: number; to: number }[] = []
  let from = grid.first
  for (const other of standing) {
    stretches.push({ from, to: Math.min(grid.last, other.row - moduleGap) })
    from = Math.max(from, bottomOf(other) + moduleGap)
  }
  stretches.push({ from, to: grid.last })
  return stretches.filter(({ from, to }) => to - from >= leastRows)
}

const areaOf = ({ span, rows }: GridBox): number => span * rows

const everyFreeBox = (others: readonly GridBox[], grid: PageGrid): readonly GridBox[] => {
  const found: GridBox[] = []
  for (let column = 0; column < grid.columns; column += 1)
    for (let span = 1; column + span <= grid.columns; span += 1)
      for (const { from, to } of freeStretches(column, span, others, grid))
        found.push({ column, span, row: from, rows: to - from })
  return found
}

const largest = (boxes: readonly GridBox[]): GridBox | null =>
  boxes.reduce<GridBox | null>((best, box) => (best === null || areaOf(box) > areaOf(best) ? box : best), null)

/** The free space of a page as boxes that do not overlap, the largest first taken, in reading order. */
export const freeBoxes = (others: readonly GridBox[], grid: PageGrid): readonly GridBox[] => {
  const found: GridBox[] = []
  for (let box = largest(everyFreeBox(others, grid)); box !== null; box = largest(everyFreeBox([...others, ...found], grid)))
    found.push(box)
  return found.sort((a, b) => a.row - b.row || a.column - b.column)
}

/** A place of the grid. */
export interface GridPoint {
  readonly column: number
  readonly row: number
}

const holds = (box: GridBox, { column, row }: GridPoint): boolean =>
  column >= box.column && column < rightOf(box) && row >= box.row && row < bottomOf(box)

/** The largest free part of a box that has this point of it in it; null where the point is taken. */
export const freePartAt = (box: GridBox, point: GridPoint, others: readonly GridBox[], grid: PageGrid): GridBox | null => {
  const parts = everyFreeBox(others, grid).flatMap((free): readonly GridBox[] => {
    const column = Math.max(free.column, box.column)
    const row = Math.max(free.row, box.row)
    const part = {
      column,
      span: Math.min(rightOf(free), rightOf(box)) - column,
      row,
      rows: Math.min(bottomOf(free), bottomOf(box)) - row,
    }
    return part.span >= 1 && part.rows >= leastRows && holds(part, point) ? [part] : []
  })
  return largest(parts)
}
