import { resolutionAcross } from '../../shared/media/resolution.ts'
import type { Faces } from '../text/faces.ts'
import type { SetLine } from '../text/line.ts'
import { breakRagged } from '../text/ragged.ts'
import type { StoryPhoto } from './galley.ts'
import { type PublicationSpec, spanWidth, type TextStyle } from './publication-spec.ts'

/** Height of a picture that takes so many rows: from the cap height of the first to the baseline of the last. */
export const photoHeight = (spec: PublicationSpec, rows: number): number => (rows - 1) * spec.grid + spec.capHeight

export interface PhotoSizes {
  readonly span: number
  readonly natural: number
  readonly least: number
  readonly most: number
}

/** Pixels per inch of a picture at a size, of the part that is shown. */
export const effectiveResolution = (photo: StoryPhoto, width: number, height: number): number =>
  72 * Math.min(photo.width / width, photo.height / height)

/** The rows a photo may take over so many columns; `natural` shows all of it. */
export const photoSizes = (photo: StoryPhoto, spec: PublicationSpec, span: number): PhotoSizes => {
  const width = spanWidth(spec, span)
  const rowsFor = (height: number) => (height - spec.capHeight) / spec.grid + 1
  const natural = Math.max(4, Math.round(rowsFor((width * photo.height) / photo.width)))
  const least = Math.max(4, Math.ceil(natural * spec.flattest))
  const most = Math.max(least, Math.floor(natural * spec.tallest))
  return { span, natural: Math.min(natural, most), least, most }
}

/** The columns a photo may span at good resolution, one at least. */
export const widestSpan = (photo: Pick<StoryPhoto, 'width' | 'height'>, spec: PublicationSpec): number => {
  for (let span = spec.columns; span > 1; span -= 1)
    if (resolutionAcross(spanWidth(spec, span), photo) >= spec.goodResolution) return span
  return 1
}

/** Where a part of this share begins on a side, so that the focus stands in its middle as far as the side allows. */
const partAround = (focus: number, part: number): number => Math.min(1 - part, Math.max(0, focus - part / 2))

/**
 * The part of a picture shown in a frame of another shape: as much as possible, around its focus. Where nobody named one,
 * from the middle sideways and, where height is lost, a little more from below, since faces and skies differ in what they
 * can spare.
 */
export const cropFor = (photo: StoryPhoto, width: number, height: number) => {
  const { focus } = photo
  const frame = width / height
  const picture = photo.width / photo.height
  if (picture > frame) {
    const part = frame / picture
    return { x: focus === null ? (1 - part) / 2 : partAround(focus.x, part), y: 0, width: part, height: 1 }
  }
  const part = picture / frame
  return { x: 0, y: focus === null ? (1 - part) * 0.4 : partAround(focus.y, part), width: 1, height: part }
}

export interface PhotoText {
  readonly caption: readonly SetLine[]
  readonly credit: readonly SetLine[]
  /** The credit stands at the right end of the caption's last line. */
  readonly creditBeside: boolean
  /** From the foot of the picture to the last baseline. */
  readonly height: number
  /** Rows of caption and credit with the space below them. */
  readonly rows: number
}

export const noPhotoText: PhotoText = { caption: [], credit: [], creditBeside: false, height: 0, rows: 0 }

const abovePhotoText = 1.5
const belowPhotoText = 5

export const setPhotoText = (photo: StoryPhoto, spec: PublicationSpec, faces: Faces, span: number): PhotoText => {
  const full = spanWidth(spec, span)
  const width = spanWidth(spec, Math.min(span, 3))
  const set = (text: string, style: TextStyle) =>
    breakRagged([{ text, font: style.font, href: null }], { faces, size: style.size, width, hyphenate: false })
  const caption = set(photo.caption, spec.caption)
  const credit = set(photo.credit, spec.credit)
  const last = caption.at(-1)
  const creditBeside = credit.length === 1 && last !== undefined && last.width + (credit[0]?.width ?? 0) + 10 <= full
  const lines = caption.length * spec.caption.leading + (creditBeside ? 0 : credit.length * spec.credit.leading)
  const height = lines === 0 ? 0 : lines + abovePhotoText
  return { caption, credit, creditBeside, height, rows: Math.ceil((height + belowPhotoText) / spec.grid) }
}

/** Baselines of the caption's and the credit's lines below the foot of the picture. */
export const photoTextBaselines = (text: PhotoText, spec: PublicationSpec) => {
  const caption = text.caption.map((_, index) => abovePhotoText + (index + 1) * spec.caption.leading)
  const start = caption.at(-1) ?? abovePhotoText
  const credit = text.credit.map((_, index) => (text.creditBeside ? start : start + (index + 1) * spec.credit.leading))
  return { caption, credit }
}
