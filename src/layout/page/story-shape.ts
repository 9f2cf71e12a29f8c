import { type Arranged, type Arrangement, arrangementsFor } from './arrangement.ts'
import type { StoryPhoto } from './galley.ts'
import type { Importance } from './head.ts'
import type { PieceFrame } from './piece.ts'
import type { PublicationSpec } from './publication-spec.ts'

/** A box within a zone: columns and rows count from the zone's left top corner. */
export interface Box {
  readonly column: number
  readonly span: number
  readonly row: number
  readonly rows: number
}

export interface PhotoBox extends Box {
  readonly photo: StoryPhoto
  /** Its caption ends level with the last line of the zone. */
  readonly toBottom: boolean
}

/** A table of the story, by its number. */
export interface TableBox extends Box {
  readonly index: number
}

/** How a story fills a zone of so many columns and rows. */
export interface StoryShape {
  readonly arrangement: Arrangement
  readonly span: number
  readonly rows: number
  readonly importance: Importance
  readonly headStep: number
  readonly head: Box
  readonly photos: readonly PhotoBox[]
  /** The rows of each column that take text, from `top` up to `bottom`. */
  readonly columns: readonly { readonly top: number; readonly bottom: number }[]
  /** Photos that found no place in it. */
  readonly leftOut: readonly StoryPhoto[]
  readonly tables: readonly TableBox[]
  readonly tablesLeftOut: number
}

/** What may still change in a plan for a zone of given height. */
interface Give {
  readonly photoRows: number
  readonly extra: number
}

/** The same with what comes of it: rows of text there is room for beyond the wanted ones, rows of the deepest column. */
interface Filling extends Give {
  readonly spare: number
  readonly deepest: number
  /** Rows of the columns under the photo; null where there are none. */
  readonly underPhoto: number | null
}

/** A photo of more rows than this is a poster. */
const tallestPhoto = 36

const photoColumn = (plan: Arranged): number => (plan.arrangement === 'left' ? 0 : plan.span - plan.sizes.span)

const shapeOf = (plan: Arranged, rows: number, give: Give, jumps: boolean): StoryShape => {
  const { arrangement, span, sizes, feet, textRows } = plan
  const headTop = arrangement === 'above' ? give.photoRows + textRows : 0
  const headBottom = headTop + plan.headRows + give.extra
  const first = photoColumn(plan)
  const photoTop = arrangement === 'right' || arrangement === 'left' ? headBottom : 0
  const columns = Array.from({ length: span }, (_, column) => {
    const underPhoto = plan.photo !== null && arrangement !== 'above' && column >= first && column < first + sizes.span
    const top = underPhoto ? (arrangement === 'wing' ? rows : photoTop + give.photoRows + textRows) : headBottom
    const bottom = rows - (feet.taken[column] ?? 0)
    return { top, bottom: Math.max(top, bottom) }
  })
  const lastText = columns.findLastIndex((column) => column.bottom > column.top)
  return {
    arrangement,
    span,
    rows,
    importance: plan.importance,
    headStep: plan.headStep,
    head: { column: 0, span: plan.headSpan, row: headTop, rows: plan.headRows + give.extra },
    photos: [
      ...(plan.photo === null
        ? []
        : [
            {
              photo: plan.photo,
              column: first,
              span: sizes.span,
              row: photoTop,
              rows: give.photoRows,
              toBottom: arrangement === 'wing',
            },
          ]),
      ...feet.boxes.map((box) => ({
        photo: box.photo,
        column: box.column,
        span: feet.span,
        row: rows - box.below - box.rows - box.textRows,
        rows: box.rows,
        toBottom: box.below === 0,
      })),
    ],
    columns: jumps
      ? columns.map((column, index) =>
          index === lastText ? { ...column, bottom: Math.max(column.top, column.bottom - 1) } : column,
        )
      : columns,
    leftOut: plan.leftOut,
    tables: [],
    tablesLeftOut: 0,
  }
}

export const capacityOf = (shape: StoryShape): number =>
  shape.columns.reduce((sum, column) => sum + column.bottom - column.top, 0)

const shallowest = 4
const mostExtra = 1
/** Rows of text and photos together below which a story over so many columns looks like a stripe. */
const goodDepth = [0, 0, 8, 10, 13, 15, 16]

/** The photo height and head space that come closest to filling the zone; null where the plan does not go into it. */
const fillingFor = (plan: Arranged, rows: number, wanted: number): Filling | null => {
  const { arrangement, span, sizes, headSpan, headRows, feet } = plan
  const headDepth = rows - headRows
  if (arrangement === 'plain' || arrangement === 'wing') {
    if (headDepth < shallowest) return null
    const photoRows = arrangement === 'plain' ? 0 : rows - plan.textRows
    if (arrangement === 'wing' && (photoRows < sizes.least || photoRows > sizes.most)) return null
    const spare = headSpan * headDepth - wanted
    const extra = Math.max(0, Math.min(mostExtra, Math.floor(spare / headSpan)))
    return { photoRows, extra, spare: spare - extra * headSpan, deepest: headDepth - extra, underPhoto: null }
  }
  const over = arrangement === 'above'
  if (!over && sizes.span < span && headDepth - feet.deepest < shallowest) return null
  const stacked = arrangement === 'beside' ? 0 : headRows
  const room = rows - stacked - plan.textRows - feet.deepest - shallowest
  if (room < sizes.least) return null
  const free = span * rows - headSpan * headRows - sizes.span * plan.textRows - feet.total - wanted
  const photoRows = Math.max(sizes.least, Math.min(sizes.most, room, Math.floor(free / sizes.span)))
  const left = free - sizes.span * photoRows
  const extra = Math.max(0, Math.min(mostExtra, Math.floor(left / headSpan), room - photoRows))
  const underPhoto = room - photoRows + shallowest - (arrangement === 'beside' ? 0 : extra)
  const besidePhoto = sizes.span < span ? headDepth - extra : 0
  return { photoRows, extra, spare: left - extra * headSpan, deepest: Math.max(underPhoto, besidePhoto), underPhoto }
}

const fillingCost = (plan: Arranged, filling: Filling, rows: number, wanted: number): number => {
  const { span, sizes } = plan
  let cost = plan.base + filling.extra * 3
  if (plan.photo !== null) {
    const crop = filling.photoRows / sizes.natural - 1
    cost += 50 * crop * crop
    cost += Math.max(0, sizes.span * filling.photoRows - 1.5 * wanted - 30) * 0.15
    cost += Math.max(0, filling.photoRows - tallestPhoto) * 1.2
  }
  if (filling.underPhoto !== null && filling.underPhoto < 8) cost += 1.5 * (8 - filling.underPhoto) ** 2
  const depth = (wanted + sizes.span * filling.photoRows) / span
  cost += 0.6 * Math.max(0, (goodDepth[span] ?? 0) - depth) ** 2 + 2 * Math.max(0, (span > 1 ? 5 : 0) - wanted / span) ** 2
  if (span === 1 && rows > 64) cost += (rows - 64) * 1.2
  return cost
}

/** A story with text that does not fit costs more than anything that merely looks bad. */
export const oversetCost = 1000

const spareCost = (spare: number, span: number): number => {
  if (spare < 0) return oversetCost - 30 * spare
  // Keep rules may ask for a row or two more than the text has.
  if (spare < span) return Math.abs(spare - Math.ceil(span / 2)) * 0.5
  return (spare - span) * 1.5 + 0.8 * span * (spare / span) ** 2
}

const spanCost = (piece: PieceFrame, importance: Importance, span: number, columns: number): number => {
  if (importance === 'lead') {
    const wanted = Math.min(columns, 3)
    return span < wanted ? 110 * (wanted - span) : span === columns ? 0 : 4
  }
  return span === 1 ? Math.max(0, piece.rows - 70) * 0.8 : 0
}

/** What it costs to put a piece into a zone of one width, for every height; Infinity where it does not go. */
export interface ShapeCosts {
  readonly costs: Float64Array
  /** The shapes worth trying for a height, best first; only those of one arrangement where that goes in. */
  shapes(rows: number, only?: Arrangement): readonly StoryShape[]
  /** The arrangements that go into a height, best first. */
  arrangements(rows: number): readonly Arrangement[]
}

export const shapeCosts = (
  piece: PieceFrame,
  spec: PublicationSpec,
  span: number,
  importance: Importance,
  most: number,
  plans: readonly Arranged[] = arrangementsFor(piece, spec, span, importance),
): ShapeCosts => {
  const wanted = piece.rows + (piece.jumpTo === null ? 0 : 1)
  const fixed = spanCost(piece, importance, span, spec.columns)
  const evaluate = (plan: Arranged, rows: number, filling: Filling): number => {
    const blocked = filling.deepest < piece.galley.tallest ? 200 : 0
    return fixed + fillingCost(plan, filling, rows, wanted) + spareCost(filling.spare, span) + blocked
  }
  const costs = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY)
  // Nothing makes a plan cheaper than its base: where that is too dear already, those after it are as well.
  const byBase = [...plans].sort((left, right) => left.base - right.base)
  for (let rows = 1; rows <= most; rows += 1)
    for (const plan of byBase) {
      if (fixed + plan.base >= (costs[rows] ?? 0)) break
      const filling = fillingFor(plan, rows, wanted)
      if (filling === null) continue
      const cost = evaluate(plan, rows, filling)
      if (cost < (costs[rows] ?? 0)) costs[rows] = cost
    }
  const filled = (rows: number) =>
    plans
      .flatMap((plan) => {
        const filling = fillingFor(plan, rows, wanted)
        return filling === null ? [] : [{ plan, give: filling, cost: evaluate(plan, rows, filling) }]
      })
      .sort((left, right) => left.cost - right.cost)
  return {
    costs,
    arrangements: (rows) => [...new Set(filled(rows).map(({ plan }) => plan.arrangement))],
    shapes(rows, only) {
      const all = filled(rows)
      const wished = all.filter(({ plan }) => plan.arrangement === only)
      const found = (wished.length > 0 ? wished : all).slice(0, 4)
      return found.flatMap(({ plan, give }) =>
        nearby(plan, give)
          .map((one) => shapeOf(plan, rows, one, piece.jumpTo !== null))
          .filter((shape) => shape.columns.every((column) => column.top <= rows)),
      )
    },
  }
}

/** A plan's filling and those next to it, for where the breaks of the text want another row. */
const nearby = (plan: Arranged, give: Give): readonly Give[] => {
  const { photoRows, extra } = give
  const head = [{ photoRows, extra: extra + 1 }, ...(extra > 0 ? [{ photoRows, extra: extra - 1 }] : [])]
  if (plan.arrangement === 'plain' || plan.arrangement === 'wing') return [{ photoRows, extra }, ...head]
  const photo = [-1, 1, -2, 2, -3, -4].map((change) => ({ photoRows: photoRows + change, extra }))
  return [
    { photoRows, extra },
    ...photo.filter((one) => one.photoRows >= plan.sizes.least && one.photoRows <= plan.sizes.most),
    ...head,
  ]
}
