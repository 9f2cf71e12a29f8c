import type { DisplayItem, PageRole } from '../../shared/layout/display.ts'
import type { Faces } from '../text/faces.ts'
import { label, textItems } from './display-text.ts'
import { drainRivers } from './drain-rivers.ts'
import { lastLineItems } from './end-mark.ts'
import { fillUp } from './fill-up.ts'
import { type ColumnFit, fitColumns, type PlacedLines } from './fit-columns.ts'
import { firstBodyNumber, type StoryPhoto } from './galley.ts'
import { holesIn, withoutHoles } from './mend-columns.ts'
import { boxTop, dropCapItems, ornamentItems } from './ornament.ts'
import type { Zone } from './page-plan.ts'
import { cropFor, effectiveResolution, photoHeight, photoTextBaselines } from './photo.ts'
import type { Piece } from './piece.ts'
import { columnLeft, type PublicationSpec, rowBaseline, rowTop, spanWidth } from './publication-spec.ts'
import { capacityOf, type PhotoBox, type ShapeCosts, type StoryShape } from './story-shape.ts'

export interface ComposedStory {
  readonly items: readonly DisplayItem[]
  readonly shape: StoryShape
  readonly fit: ColumnFit
  /** Rows of text that found no room; negative: rows left empty. */
  readonly overset: number
  /** How many rows the bottoms of its columns stand apart, but for a last one that is short rather than the text has a hole. */
  readonly apart: number
  readonly photos: readonly { readonly photo: StoryPhoto; readonly resolution: number }[]
}

interface Setting {
  readonly spec: PublicationSpec
  readonly faces: Faces
  readonly page: number
  /** Row of the page at which row 0 of the page plan stands. */
  readonly firstRow: number
}

/** Rows that stay empty at the bottom of each column that takes text. */
const missingRows = (shape: StoryShape, fit: ColumnFit): readonly number[] =>
  shape.columns.flatMap((column, index) =>
    column.bottom > column.top ? [column.bottom - column.top - (fit.filled[index] ?? 0)] : [],
  )

/** How many rows the bottoms of the columns stand apart. */
const rowsApart = (shape: StoryShape, fit: ColumnFit): number => {
  const missing = missingRows(shape, fit)
  return missing.length === 0 ? 0 : Math.max(...missing) - Math.min(...missing)
}

/** How unlike the columns end, and how empty they stay: what the eye sees of a fit. */
const fitCost = (shape: StoryShape, fit: ColumnFit): number =>
  fit.cost + Math.max(0, rowsApart(shape, fit) - 1) * 60 + 6 * Math.min(...missingRows(shape, fit), 99)

const capacitiesOf = ({ columns }: StoryShape): readonly number[] => columns.map(({ top, bottom }) => bottom - top)

const chooseShape = (
  piece: Piece,
  shapes: readonly StoryShape[],
): { readonly shape: StoryShape; readonly fit: ColumnFit } | null => {
  let best: { readonly shape: StoryShape; readonly fit: ColumnFit; readonly cost: number } | null = null
  for (const [rank, shape] of shapes.entries()) {
    const least = rank * 1.5 + shape.leftOut.length * 5000
    if (best !== null && least >= best.cost) continue
    const fit = fitColumns(piece.galley.blocks, capacitiesOf(shape), piece.from, piece.jumpTo === null ? 'whole' : 'part')
    const cost = fitCost(shape, fit) + least
    if (best === null || cost < best.cost) best = { shape, fit, cost }
    if (best.cost < 8) break
  }
  return best
}

/** How far a sign of a headline may hang out where another story stands at the left. */
const mostHang = 2.5

/**
 * What is left of its whole rows does not gather under the byline. Over the width of the page the head stands in the middle
 * of them; beside another story its headline stays level with that one's, and what follows it goes down a little.
 */
const settle = (spare: number, alone: boolean): ((role: PageRole) => number) =>
  alone ? () => spare / 2 : (role) => (role === 'kicker' || role === 'headline' ? 0 : spare / 3)

const composeHeadItems = (
  piece: Piece,
  shape: StoryShape,
  zone: Zone,
  left: number,
  top: number,
  { families, columns, grid }: PublicationSpec,
): readonly DisplayItem[] => {
  const head = piece.head(shape.head.span, shape.importance, shape.headStep)
  const hasNeighbour = zone.column > 0
  const down = settle(Math.max(0, shape.head.rows * grid - head.depth), shape.head.span === columns)
  return head.lines.flatMap(({ line, style, role, number, y }) =>
    textItems(line, left + (hasNeighbour ? Math.max(0, -line.x - mostHang) : 0), top + y + down(role), style.ink, {
      role,
      article: piece.galley.id,
      block: number,
    }).map((item) => (role === 'kicker' && item.font === families.label.regular ? { ...item, ink: 'black' as const } : item)),
  )
}

const composePhoto = (piece: Piece, box: PhotoBox, left: number, row: number, { spec }: Setting): readonly DisplayItem[] => {
  const { photo } = box
  const width = spanWidth(spec, box.span)
  const top = rowBaseline(spec, row) - spec.capHeight
  const tag = { article: piece.galley.id, block: photo.number }
  const text = piece.photoText(photo, box.span)
  // A photo at the foot of its zone ends, with its caption, on the last baseline of the text beside it.
  const height = box.toBottom ? photoHeight(spec, box.rows + text.rows) - text.height : photoHeight(spec, box.rows)
  const items: DisplayItem[] = [
    {
      kind: 'image',
      x: left,
      y: top,
      width,
      height,
      media: photo.media,
      crop: cropFor(photo, width, height),
      alternative: photo.alternative,
      tag: { ...tag, role: 'photo' },
    },
  ]
  const baselines = photoTextBaselines(text, spec)
  text.caption.forEach((line, index) => {
    const baseline = top + height + (baselines.caption[index] ?? 0)
    items.push(...textItems(line, left, baseline, spec.caption.ink, { ...tag, role: 'caption' }))
  })
  text.credit.forEach((line, index) => {
    const at = text.creditBeside ? left + width - line.width : left
    const baseline = top + height + (baselines.credit[index] ?? 0)
    items.push(...textItems(line, at, baseline, spec.credit.ink, { ...tag, role: 'credit' }))
  })
  return items
}

const composeBody = (
  piece: Piece,
  fit: ColumnFit,
  shape: StoryShape,
  lefts: readonly number[],
  firstRow: number,
  setting: Setting,
): readonly DisplayItem[] => {
  const { spec } = setting
  const article = piece.galley.id
  const items: DisplayItem[] = []
  const isText = ({ block }: PlacedLines): boolean => piece.galley.blocks[block]?.ornament !== 'code'
  const lastText = fit.placed.findLastIndex(isText)
  // A code that found no room leaves the text whole.
  const isWhole = fit.rest === null || piece.galley.blocks[fit.rest.block]?.ornament === 'code'
  fit.placed.forEach((placed, index) => {
    const block = piece.galley.blocks[placed.block]
    const column = shape.columns[placed.column]
    if (block === undefined || column === undefined) return
    const left = lefts[placed.column] ?? 0
    const row = firstRow + column.top + placed.row
    const lines = (block.variants[placed.variant] ?? []).slice(placed.from, placed.to)
    const next = fit.placed[index + 1]
    const endsColumn = next === undefined || next.column !== placed.column
    items.push(...ornamentItems(block, placed, left, row, endsColumn, piece, setting))
    const boxed = block.boxRows === null || block.code !== null ? null : boxTop(block, endsColumn, spec)
    if (block.dropCap !== null && placed.from === 0) items.push(...dropCapItems(block, block.dropCap, left, row, article, spec))
    lines.forEach((line, at) => {
      const baseline =
        boxed === null ? rowBaseline(spec, row + at) : rowTop(spec, row) + boxed + block.style.size + at * block.style.leading
      const tag = { role: block.role, article, block: block.number }
      if (isWhole && index === lastText && at === lines.length - 1)
        items.push(...lastLineItems(line, left + block.inset, left + spec.columnWidth, baseline, block.style, tag, spec))
      else items.push(...textItems(line, left + block.inset, baseline, block.style.ink, tag))
    })
  })
  return items
}

const jumpItems = (
  piece: Piece,
  fit: ColumnFit,
  shape: StoryShape,
  lefts: readonly number[],
  firstRow: number,
  { spec, faces }: Setting,
): readonly DisplayItem[] => {
  const column = shape.columns.findLastIndex((one) => one.bottom > one.top)
  const found = shape.columns[column]
  if (piece.jumpTo === null || fit.rest === null || found === undefined) return []
  const row = firstRow + found.top + (fit.filled[column] ?? 0)
  return label(`Окончание на ${spec.pageWord}\u00a0${piece.jumpTo}`, spec.jumpLine, faces, {
    x: (lefts[column] ?? 0) + spec.columnWidth,
    baseline: rowBaseline(spec, row),
    align: 'right',
    tag: { role: 'jumpLine', article: piece.galley.id, block: firstBodyNumber + 10_000 },
  }).items
}

/** The columns filled, without holes where these only make the last one end level with the others. */
const fillColumns = (
  { galley, from, jumpTo }: Piece,
  chosen: ColumnFit,
  shape: StoryShape,
): { readonly fit: ColumnFit; readonly apart: number } => {
  const capacities = capacitiesOf(shape)
  const fit = fillUp(chosen, galley.blocks, capacities, from)
  const asked = jumpTo === null && fit.rest === null && holesIn(galley.blocks, fit) > 0
  const found = asked ? withoutHoles(galley.blocks, fit, capacities, from) : null
  return found === null ? { fit, apart: rowsApart(shape, fit) } : { fit: found, apart: Math.min(1, rowsApart(shape, found)) }
}

/** Puts stories into their zones. */
export interface StoryComposer {
  /** Null where even the headline finds no room; `firstRow` is the row of the page at which row 0 of the plan stands. */
  compose(piece: Piece, zone: Zone, page: number, firstRow: number): ComposedStory | null
}

/** Puts a story into its zone; null where even its headline finds no room. */
export const composeStory = (piece: Piece, zone: Zone, costs: ShapeCosts, setting: Setting): ComposedStory | null => {
  const { spec, page, faces } = setting
  const chosen = chooseShape(piece, costs.shapes(zone.rows, zone.shape))
  if (chosen === null) return null
  const { shape } = chosen
  const { galley, from } = piece
  const { fit, apart } = fillColumns(piece, chosen.fit, shape)
  const drained = { ...piece, galley: { ...galley, blocks: drainRivers(galley.blocks, fit, from, spec.body.size, faces) } }
  const firstRow = setting.firstRow + zone.row
  const lefts = Array.from({ length: zone.span }, (_, column) => columnLeft(spec, page, zone.column + column))
  const left = (column: number) => lefts[column] ?? 0
  const spare = capacityOf(shape) - fit.filled.reduce((sum, rows) => sum + rows, 0)
  return {
    items: [
      ...composeHeadItems(piece, shape, zone, left(shape.head.column), rowTop(spec, firstRow + shape.head.row), spec),
      ...shape.photos.flatMap((box) => composePhoto(piece, box, left(box.column), firstRow + box.row, setting)),
      ...shape.tables.flatMap((box) =>
        piece.table(box.index, box.span).items(left(box.column), rowTop(spec, firstRow + box.row), piece.galley.id),
      ),
      ...composeBody(drained, fit, shape, lefts, firstRow, setting),
      ...jumpItems(piece, fit, shape, lefts, firstRow, setting),
    ],
    shape,
    fit,
    overset: piece.jumpTo !== null && fit.rest !== null ? 0 : fit.overset > 0 ? fit.overset : spare >= zone.span ? -spare : 0,
    apart,
    photos: shape.photos.map((box) => ({
      photo: box.photo,
      resolution: effectiveResolution(box.photo, spanWidth(spec, box.span), photoHeight(spec, box.rows)),
    })),
  }
}
