import type { StoryPhoto } from './galley.ts'
import { headlineSteps, type Importance } from './head.ts'
import { type PhotoSizes, photoSizes, widestSpan } from './photo.ts'
import type { Piece } from './piece.ts'
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

/** How a story fills a zone of so many columns and rows. */
export interface StoryShape {
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
}

/**
 * Where the main photo stands. `right` and `left`: below the headline, text under it; `beside`: at the right from the
 * zone's top, the headline at its left; `wing`: the same, down to the zone's bottom; `above`: over the headline.
 */
type Arrangement = 'plain' | 'right' | 'left' | 'beside' | 'wing' | 'above'

interface Feet {
  readonly span: number
  readonly boxes: readonly {
    readonly photo: StoryPhoto
    readonly column: number
    readonly below: number
    readonly rows: number
    readonly textRows: number
  }[]
  /** Rows taken from the bottom of each column; the most of them, and all together. */
  readonly taken: readonly number[]
  readonly deepest: number
  readonly total: number
}

interface Plan {
  readonly arrangement: Arrangement
  readonly span: number
  readonly importance: Importance
  readonly headStep: number
  readonly headSpan: number
  readonly headRows: number
  readonly photo: StoryPhoto | null
  readonly sizes: PhotoSizes
  readonly textRows: number
  readonly feet: Feet
  readonly leftOut: readonly StoryPhoto[]
  readonly base: number
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

const noSizes: PhotoSizes = { span: 0, natural: 0, least: 0, most: 0 }
const noFeet = (span: number): Feet => ({
  span: 0,
  boxes: [],
  taken: Array.from({ length: span }, () => 0),
  deepest: 0,
  total: 0,
})

/** Lays the photos after the first at the foot of the zone: level where their shapes allow it, each within its limits. */
const feetOf = (
  piece: Piece,
  spec: PublicationSpec,
  photos: readonly StoryPhoto[],
  zoneSpan: number,
  span: number,
  fromRight: boolean,
): Feet => {
  const perRow = Math.max(1, Math.floor(zoneSpan / span))
  const taken = Array.from({ length: zoneSpan }, () => 0)
  const boxes: Feet['boxes'][number][] = []
  for (let start = 0; start < photos.length; start += perRow) {
    const row = photos.slice(start, start + perRow)
    const sizes = row.map((photo) => photoSizes(photo, spec, span))
    const common = Math.round(sizes.reduce((sum, size) => sum + size.natural, 0) / row.length)
    row.forEach((photo, index) => {
      const column = fromRight ? zoneSpan - (index + 1) * span : index * span
      const { least, most } = sizes[index] ?? noSizes
      const rows = Math.max(least, Math.min(most, common))
      const below = taken[column] ?? 0
      const { rows: textRows } = piece.photoText(photo, span)
      boxes.push({ photo, column, below, rows, textRows })
      for (let covered = column; covered < column + span; covered += 1) taken[covered] = below + rows + textRows + 1
    })
  }
  return { span, boxes, taken, deepest: Math.max(...taken), total: taken.reduce((sum, rows) => sum + rows, 0) }
}

const stepCosts: Readonly<Record<Importance, readonly number[]>> = { lead: [0, 7, 18], second: [0, 3, 8] }
const arrangementCosts: Readonly<Record<Arrangement, number>> = { plain: 0, right: 0, left: 2, beside: 1, wing: 2, above: 4 }
const leftOutCost = 400
/** The headline that opens a page is not smaller, if it can be helped. */
const leadSize = 36
/** A photo of more rows than this is a poster. */
const tallestPhoto = 36

/** Every sensible way to put a piece into so many columns. */
const plansFor = (piece: Piece, spec: PublicationSpec, span: number, importance: Importance): readonly Plan[] => {
  const plans: Plan[] = []
  const [main, ...others] = piece.photos
  const steps = headlineSteps.map((_, step) => step)
  const add = (
    arrangement: Arrangement,
    headSpan: number,
    photo: StoryPhoto | null,
    photoSpan: number,
    feet: Feet,
    left: readonly StoryPhoto[],
  ) => {
    for (const headStep of steps) {
      const head = piece.head(headSpan, importance, headStep)
      const sizes = photo === null ? noSizes : photoSizes(photo, spec, photoSpan)
      let base =
        (stepCosts[importance][headStep] ?? 0) + arrangementCosts[arrangement] + (head.fits ? 0 : 60) + left.length * leftOutCost
      if (photo !== null && importance === 'lead' && photoSpan < Math.min(widestSpan(photo, spec), Math.round(span * 0.6)))
        base += 14 * (Math.round(span * 0.6) - photoSpan)
      if (photo !== null && photoSpan === 1 && span >= 3) base += 10
      if (photo !== null && photoSpan > Math.max(1, Math.ceil(span * 0.8)) && span > 2) base += 3
      if (headSpan === 1 && span >= 3) base += 8
      if (importance === 'lead') base += Math.max(0, leadSize - head.headlineSize) * 2
      plans.push({
        arrangement,
        span,
        importance,
        headStep,
        headSpan,
        headRows: head.rows,
        photo,
        sizes,
        textRows: photo === null ? 0 : piece.photoText(photo, photoSpan).rows,
        feet,
        leftOut: left,
        base,
      })
    }
  }
  if (main === undefined) {
    add('plain', span, null, 0, noFeet(span), [])
    return plans
  }
  const footSpans = others.length === 0 ? [0] : span >= 4 ? [1, 2] : [1]
  const widest = Math.min(span, widestSpan(main, spec))
  for (const footSpan of footSpans) {
    const feet = (fromRight: boolean) => (footSpan === 0 ? noFeet(span) : feetOf(piece, spec, others, span, footSpan, fromRight))
    for (let photoSpan = 1; photoSpan <= widest; photoSpan += 1) {
      add('right', span, main, photoSpan, feet(false), [])
      if (photoSpan === span) add('above', span, main, photoSpan, feet(false), [])
      else {
        add('left', span, main, photoSpan, feet(true), [])
        if (span - photoSpan >= 2 || span === 2) {
          add('beside', span - photoSpan, main, photoSpan, feet(false), [])
          if (others.length === 0) add('wing', span - photoSpan, main, photoSpan, noFeet(span), [])
        }
      }
    }
  }
  add('plain', span, null, 0, noFeet(span), piece.photos)
  return plans
}

const photoColumn = (plan: Plan): number => (plan.arrangement === 'left' ? 0 : plan.span - plan.sizes.span)

const shapeOf = (plan: Plan, rows: number, give: Give, jumps: boolean): StoryShape => {
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
  }
}

export const capacityOf = (shape: StoryShape): number =>
  shape.columns.reduce((sum, column) => sum + column.bottom - column.top, 0)

const shallowest = 4
const mostExtra = 1
/** Rows of text and photos together below which a story over so many columns looks like a stripe. */
const goodDepth = [0, 0, 8, 10, 13, 15, 16]

/** The photo height and head space that come closest to filling the zone; null where the plan does not go into it. */
const fillingFor = (plan: Plan, rows: number, wanted: number): Filling | null => {
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

const fillingCost = (plan: Plan, filling: Filling, rows: number, wanted: number): number => {
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
  return (spare - span) * 1.5 + 0.3 * span * (spare / span) ** 2
}

const spanCost = (piece: Piece, importance: Importance, span: number, columns: number): number => {
  if (importance === 'lead') {
    const wanted = Math.min(columns, 3)
    return span < wanted ? 110 * (wanted - span) : span === columns ? 0 : 4
  }
  return span === 1 ? Math.max(0, piece.rows - 70) * 0.8 : 0
}

/** What it costs to put a piece into a zone of one width, for every height; Infinity where it does not go. */
export interface ShapeCosts {
  readonly costs: Float64Array
  /** The shapes worth trying for a height, best first. */
  shapes(rows: number): readonly StoryShape[]
}

export const shapeCosts = (
  piece: Piece,
  spec: PublicationSpec,
  span: number,
  importance: Importance,
  most: number,
): ShapeCosts => {
  const plans = plansFor(piece, spec, span, importance)
  const wanted = piece.rows + (piece.jumpTo === null ? 0 : 1)
  const fixed = spanCost(piece, importance, span, spec.columns)
  const evaluate = (plan: Plan, rows: number, filling: Filling): number => {
    const blocked = filling.deepest < piece.galley.tallest ? 200 : 0
    return fixed + fillingCost(plan, filling, rows, wanted) + spareCost(filling.spare, span) + blocked
  }
  const costs = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY)
  for (let rows = 1; rows <= most; rows += 1)
    for (const plan of plans) {
      const filling = fillingFor(plan, rows, wanted)
      if (filling === null) continue
      const cost = evaluate(plan, rows, filling)
      if (cost < (costs[rows] ?? 0)) costs[rows] = cost
    }
  return {
    costs,
    shapes(rows) {
      const found = plans
        .flatMap((plan) => {
          const filling = fillingFor(plan, rows, wanted)
          return filling === null ? [] : [{ plan, give: filling, cost: evaluate(plan, rows, filling) }]
        })
        .sort((left, right) => left.cost - right.cost)
        .slice(0, 4)
      return found.flatMap(({ plan, give }) =>
        nearby(plan, give)
          .map((one) => shapeOf(plan, rows, one, piece.jumpTo !== null))
          .filter((shape) => shape.columns.every((column) => column.top <= rows)),
      )
    },
  }
}

/** A plan's filling and those next to it, for where the breaks of the text want another row. */
const nearby = (plan: Plan, give: Give): readonly Give[] => {
  const { photoRows, extra } = give
  const head = [{ photoRows, extra: extra + 1 }, ...(extra > 0 ? [{ photoRows, extra: extra - 1 }] : [])]
  if (plan.arrangement === 'plain' || plan.arrangement === 'wing') return [{ photoRows, extra }, ...head]
  const photo = [-1, 1, -2].map((change) => ({ photoRows: photoRows + change, extra }))
  return [
    { photoRows, extra },
    ...photo.filter((one) => one.photoRows >= plan.sizes.least && one.photoRows <= plan.sizes.most),
    ...head,
  ]
}
