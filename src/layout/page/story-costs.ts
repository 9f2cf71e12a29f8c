import type { Arranged } from './arrangement.ts'
import type { Importance } from './head.ts'
import type { PieceFrame } from './piece.ts'
import type { PublicationSpec } from './publication-spec.ts'
import { type ShapeCosts, type StoryShape, shapeCosts } from './story-shape.ts'

/** White rows between the text and a table, and between two tables. */
export const tableGap = 1
/** A table for which there is no room costs as much as a photo. */
const leftOutCost = 400

/** Rows that the tables of a piece take at the foot of a zone so many columns wide, the white rows above them included. */
export const tableRows = (piece: PieceFrame, span: number): number =>
  piece.tables.reduce((sum, _, index) => sum + tableGap + piece.table(index, span).rows, 0)

const withTables = (piece: PieceFrame, shape: StoryShape, span: number, taken: number): StoryShape => {
  let row = shape.rows
  const tables = piece.tables.map((_, index) => {
    const { rows } = piece.table(index, span)
    const box = { index, column: 0, span, row: row + tableGap, rows }
    row += tableGap + rows
    return box
  })
  return { ...shape, rows: shape.rows + taken, tables }
}

/**
 * Costs of a story with its tables, which stand at the foot of its zone over its whole width. Where they leave too
 * little room for the text it stands without them, at a price.
 */
export const storyCosts = (
  piece: PieceFrame,
  spec: PublicationSpec,
  span: number,
  importance: Importance,
  most: number,
  arranged: readonly Arranged[],
): ShapeCosts => {
  const own = shapeCosts(piece, spec, span, importance, most, arranged)
  if (piece.tables.length === 0) return own
  const taken = tableRows(piece, span)
  const without = leftOutCost * piece.tables.length
  const costs = own.costs.map((cost, rows) => Math.min(cost + without, own.costs[rows - taken] ?? Number.POSITIVE_INFINITY))
  const stands = (rows: number): boolean =>
    (own.costs[rows - taken] ?? Number.POSITIVE_INFINITY) <= (own.costs[rows] ?? 0) + without
  return {
    costs,
    arrangements: (rows) => own.arrangements(stands(rows) ? rows - taken : rows),
    shapes: (rows, only) =>
      stands(rows)
        ? own.shapes(rows - taken, only).map((shape) => withTables(piece, shape, span, taken))
        : own.shapes(rows, only).map((shape) => ({ ...shape, tablesLeftOut: piece.tables.length })),
  }
}
