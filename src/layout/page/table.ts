import { cellsOf } from '../../shared/article/content.ts'
import type { DisplayItem } from '../../shared/layout/display.ts'
import type { Faces } from '../text/faces.ts'
import type { SetLine, StyledRun } from '../text/line.ts'
import { breakRagged } from '../text/ragged.ts'
import { typographRuns } from '../text/typograph.ts'
import { rectangle, textItems } from './display-text.ts'
import { type Paragraph, runOf, trimmed } from './galley-runs.ts'
import { type PublicationSpec, spanWidth, type TextStyle } from './publication-spec.ts'

interface TableRow {
  readonly head: boolean
  /** Its place in the reading order of the article. */
  readonly number: number
  readonly cells: readonly (readonly StyledRun[])[]
}

/** Rows of a story that follow one another. */
export interface StoryTable {
  readonly rows: readonly TableRow[]
  readonly columns: number
  /** Columns of figures, set flush right. */
  readonly figures: readonly boolean[]
}

/** A table set over so many columns of text: its height in rows of the grid, and how it is drawn. */
export interface SetTable {
  readonly rows: number
  readonly items: (left: number, top: number, article: string) => readonly DisplayItem[]
}

const figure = /^[−–—+-]?\d[\d\s.,:]*\s?(?:%|‰|₽|°)?$|^[—–-]$/u
const textOfRuns = (runs: readonly StyledRun[]): string => runs.map(({ text }) => text).join('')

/** A table of the blocks that make its rows. */
export const storyTable = (
  blocks: readonly { readonly block: Paragraph; readonly number: number }[],
  spec: PublicationSpec,
): StoryTable => {
  const rows = blocks.map(({ block, number }): TableRow => {
    const head = block.attrs.kind === 'tableHead'
    const font = (head ? spec.tableHead : spec.table).font
    return {
      head,
      number,
      cells: cellsOf(block.content).map((cell) => typographRuns(trimmed(cell.map((node) => runOf(node, font))))),
    }
  })
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length))
  const figures = Array.from({ length: columns }, (_, column) => {
    const texts = rows
      .flatMap(({ head, cells }) => (head ? [] : [textOfRuns(cells[column] ?? []).trim()]))
      .filter((text) => text !== '')
    return column > 0 && texts.length > 0 && texts.every((text) => figure.test(text))
  })
  return { rows, columns, figures }
}

export const noTable: StoryTable = { rows: [], columns: 1, figures: [] }

const cellPadding = 7
const rowPadding = 4.5
/** Body rows that a part of a table has at least where it is divided into parts side by side. */
const shortestPart = 5

interface SetRow {
  readonly row: TableRow
  readonly cells: readonly (readonly SetLine[])[]
  readonly height: number
  /** The head of a part after the first one: it says nothing new. */
  readonly again: boolean
}

interface Setting {
  readonly spec: PublicationSpec
  readonly faces: Faces
}

const styleOf = (row: TableRow, spec: PublicationSpec): TextStyle => (row.head ? spec.tableHead : spec.table)

const widest = (lines: readonly SetLine[]): number => Math.max(0, ...lines.map((line) => line.width))

/** The least width at which no word of a column is divided, and the one at which no cell breaks. */
const limitsOf = (table: StoryTable, column: number, { spec, faces }: Setting) => {
  let least = 0
  let most = 0
  for (const row of table.rows) {
    const runs = row.cells[column] ?? []
    const { size } = styleOf(row, spec)
    const measure = (width: number, texts: readonly StyledRun[]) =>
      widest(breakRagged(texts, { faces, size, width, hyphenate: false }))
    most = Math.max(most, measure(10_000, runs))
    for (const { text, font } of runs)
      for (const word of text.split(' '))
        if (word !== '') least = Math.max(least, measure(10_000, [{ text: word, font, href: null }]))
  }
  return { least: least + cellPadding, most: most + cellPadding }
}

/** Widths of the columns: as wide as their words need, the rest shared by how much more they would like (as CSS tables do). */
const columnWidths = (
  table: StoryTable,
  width: number,
  setting: Setting,
): { readonly widths: readonly number[]; readonly whole: boolean } => {
  const limits = Array.from({ length: table.columns }, (_, column) => limitsOf(table, column, setting))
  const least = limits.reduce((sum, one) => sum + one.least, 0)
  const most = limits.reduce((sum, one) => sum + one.most, 0)
  if (least >= width) return { widths: limits.map((one) => (one.least * width) / least), whole: false }
  if (most <= width) return { widths: limits.map((one) => one.most + ((width - most) * one.most) / most), whole: true }
  const share = (width - least) / (most - least)
  return { widths: limits.map((one) => one.least + (one.most - one.least) * share), whole: true }
}

const setRows = (table: StoryTable, widths: readonly number[], { spec, faces }: Setting): readonly SetRow[] =>
  table.rows.map((row) => {
    const { size, leading } = styleOf(row, spec)
    const cells = widths.map((width, column) =>
      breakRagged(row.cells[column] ?? [], { faces, size, width: width - cellPadding, hyphenate: false }),
    )
    return { row, cells, height: Math.max(1, ...cells.map((lines) => lines.length)) * leading + rowPadding, again: false }
  })

const heightOf = (rows: readonly SetRow[]): number => rows.reduce((sum, { height }) => sum + height, 0)

/** The rows in so many parts of about one height; each begins with the rows of the head. */
const divided = (rows: readonly SetRow[], parts: number): readonly (readonly SetRow[])[] => {
  const heads = rows.filter(({ row }, index) => row.head && rows.slice(0, index).every((before) => before.row.head))
  const body = rows.slice(heads.length)
  const target = heightOf(body) / parts
  const found: SetRow[][] = [[]]
  let height = 0
  for (const row of body) {
    if (height + row.height / 2 > target * found.length && found.length < parts) found.push([])
    found.at(-1)?.push(row)
    height += row.height
  }
  return found.map((part, index) => [...heads.map((row) => ({ ...row, again: index > 0 })), ...part])
}

interface Part {
  readonly left: number
  readonly width: number
  readonly widths: readonly number[]
  readonly rows: readonly SetRow[]
}

const drawPart = (
  part: Part,
  figures: readonly boolean[],
  top: number,
  article: string,
  spec: PublicationSpec,
): readonly DisplayItem[] => {
  const items: DisplayItem[] = [rectangle(part.left, top, part.width, spec.heavyRule, 'accent', article)]
  let y = top + spec.heavyRule
  for (const { row, cells, height, again } of part.rows) {
    const style = styleOf(row, spec)
    const role = again ? 'runningHead' : 'table'
    let x = part.left
    cells.forEach((lines, column) => {
      const width = (part.widths[column] ?? 0) - cellPadding
      lines.forEach((line, at) => {
        const left = figures[column] === true ? x + cellPadding + width - line.width : x
        const baseline = y + rowPadding / 2 + style.size * 0.95 + at * style.leading
        const tag = { role, article, block: row.number, cell: { column, head: row.head } } as const
        items.push(...textItems(line, left, baseline, style.ink, tag))
      })
      x += part.widths[column] ?? 0
    })
    y += height
    items.push(
      rectangle(
        part.left,
        y - spec.hairline,
        part.width,
        row.head ? spec.hairline * 2 : spec.hairline,
        row.head ? 'black' : 'grey',
        article,
      ),
    )
  }
  return items
}

/**
 * Sets a table over so many columns of text. Where it is long and narrow it stands in parts side by side, each with the
 * head of the table, so that it takes as few rows of the page as it can without dividing a word.
 */
export const setTable = (table: StoryTable, spec: PublicationSpec, faces: Faces, span: number): SetTable => {
  const setting = { spec, faces }
  const bodyRows = table.rows.filter(({ head }) => !head).length
  let best: { readonly parts: readonly Part[]; readonly height: number } | null = null
  for (let count = 1; count <= span; count += 1) {
    if (span % count !== 0 || (count > 1 && bodyRows / count < shortestPart)) continue
    const width = spanWidth(spec, span / count)
    const { widths, whole } = columnWidths(table, width, setting)
    if (count > 1 && !whole) continue
    const parts = divided(setRows(table, widths, setting), count).map(
      (rows, at): Part => ({ left: at * (width + spec.gutter), width, widths, rows }),
    )
    const height = Math.max(...parts.map(({ rows }) => heightOf(rows))) + spec.heavyRule
    if (best === null || height < best.height) best = { parts, height }
  }
  const { parts, height } = best ?? { parts: [], height: 0 }
  return {
    rows: Math.ceil(height / spec.grid),
    items: (left, top, article) =>
      parts.flatMap((part) => drawPart({ ...part, left: left + part.left }, table.figures, top, article, spec)),
  }
}
