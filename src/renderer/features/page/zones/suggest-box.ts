import { type GridBox, modulePitch, moduleRows, type PageGrid } from '../../../../shared/issue/page-dummy.ts'
import { freePartAt, type GridPoint, topStops } from './boxes.ts'

/** Rows that head, picture and white space take beside the lines of a text, as a share of them, and at the least. */
const besideText = 0.45
const leastBeside = 8
/** Columns a zone has by itself for so many lines and fewer. */
const widths = [
  { lines: 45, span: 1 },
  { lines: 120, span: 2 },
  { lines: 240, span: 3 },
  { lines: 360, span: 4 },
] as const

/** A box for a story of so many lines in the free space around a point, about as large as it needs; null without space. */
export const suggestBox = (at: GridPoint, lines: number, others: readonly GridBox[], grid: PageGrid): GridBox | null => {
  const wide = widths.find((width) => lines <= width.lines)?.span ?? grid.columns
  const whole = { column: 0, span: grid.columns, row: grid.first, rows: grid.last - grid.first }
  const free = freePartAt(whole, at, others, grid)
  if (free === null) return null
  const span = Math.min(wide, free.span)
  const area = lines + Math.max(leastBeside * span, lines * besideText)
  const rows = Math.min(free.rows, moduleRows(Math.max(2, Math.ceil(area / span / modulePitch))))
  const column = Math.max(free.column, Math.min(free.column + free.span - span, at.column))
  const top = topStops(grid, others).findLast((row) => row <= at.row) ?? free.row
  const row = Math.max(free.row, Math.min(free.row + free.rows - rows, top))
  return { column, span, row, rows }
}
