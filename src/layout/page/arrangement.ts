import type { StoryArrangement } from '../../shared/issue/page-dummy.ts'
import type { StoryPhoto } from './galley.ts'
import { headlineSteps, type Importance } from './head.ts'
import { type PhotoSizes, photoSizes, widestSpan } from './photo.ts'
import type { PieceFrame } from './piece.ts'
import type { PublicationSpec } from './publication-spec.ts'

/** Where the main photo stands. */
export type Arrangement = StoryArrangement

/** Photos at the foot of a zone. */
export interface Feet {
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

/** A way to put a piece into so many columns, before the height is known. */
export interface Arranged {
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
  /** What speaks against it whatever the height. */
  readonly base: number
}

const noSizes: PhotoSizes = { span: 0, natural: 0, least: 0, most: 0 }
const noFeet = (span: number): Feet => ({
  span: 0,
  boxes: [],
  taken: Array.from({ length: span }, () => 0),
  deepest: 0,
  total: 0,
})

/** All of a piece that the ways to arrange it depend on: not how long it is. */
type ArrangedPiece = Pick<PieceFrame, 'photos' | 'jumpFrom' | 'head' | 'photoText'>

/** Lays the photos after the first at the foot of the zone: level where their shapes allow it, each within its limits. */
const feetOf = (
  piece: ArrangedPiece,
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
/** More than a text with a hole beside it: a photo is left out only where it can stand nowhere. */
const leftOutCost = 1500
/** The headline that opens a page is not smaller, if it can be helped. */
const leadSize = 36

/** Every sensible way to put a piece into so many columns. */
export const arrangementsFor = (
  piece: ArrangedPiece,
  spec: PublicationSpec,
  span: number,
  importance: Importance,
): readonly Arranged[] => {
  const plans: Arranged[] = []
  const [main, ...others] = piece.photos
  const steps = headlineSteps.map((_, step) => step)
  // Where a story goes on, its headline only reminds of it.
  const headImportance = piece.jumpFrom === null ? importance : 'second'
  const add = (
    arrangement: Arrangement,
    headSpan: number,
    photo: StoryPhoto | null,
    photoSpan: number,
    feet: Feet,
    left: readonly StoryPhoto[],
  ) => {
    for (const headStep of steps) {
      const head = piece.head(headSpan, headImportance, headStep)
      const sizes = photo === null ? noSizes : photoSizes(photo, spec, photoSpan)
      let base =
        (stepCosts[importance][headStep] ?? 0) + arrangementCosts[arrangement] + (head.fits ? 0 : 60) + left.length * leftOutCost
      if (photo !== null && importance === 'lead' && photoSpan < Math.min(widestSpan(photo, spec), Math.round(span * 0.6)))
        base += 14 * (Math.round(span * 0.6) - photoSpan)
      if (photo !== null && photoSpan === 1 && span >= 3) base += 10
      if (photo !== null && photoSpan > Math.max(1, Math.ceil(span * 0.8)) && span > 2) base += 3
      if (headSpan === 1 && span >= 3) base += 8
      if (headImportance === 'lead') base += Math.max(0, leadSize - head.headlineSize) * 2
      plans.push({
        arrangement,
        span,
        importance: headImportance,
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
