import type { Area } from '../../../shared/preflight/finding.ts'
import type { ReadDocument } from '../pdf/document.ts'
import type { Colour, Painted } from '../pdf/painted.ts'
import { isReference, type PdfValue } from '../pdf/value.ts'
import type { InkReader, PictureInk } from './picture-ink.ts'

/** Printers measure the sum of inks over squares of five millimetres. */
export const squareSide = (5 * 72) / 25.4

/** The part of a line of type that ink covers, at most: letters stand between their baseline and the height of an x. */
const textShare = 0.5

/** Sum of inks of a colour, per cent; what is no CMYK or grey counts as none, another rule names it. */
const inkOf = ({ space, values }: Colour): number => {
  if (space === 'DeviceCMYK') return values.reduce((sum, share) => sum + share, 0) * 100
  if (space === 'DeviceGray') return (1 - (values[0] ?? 1)) * 100
  return 0
}

/** A square of a page and the ink on it, per cent. */
export interface InkedSquare {
  readonly area: Area
  readonly ink: number
}

/** Samples of a page, from the first up to the last. */
interface Samples {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Sampling {
  readonly across: number
  readonly down: number
  readonly boundsOf: (area: Area) => Samples
}

/** Samples along each side of a square. */
const perSide = 8

/** Samples along each side of what is looked at first. */
const coarse = 2

/**
 * May any sample have more ink than `limit`, even if all that touches it and its neighbours covered them whole? Asked
 * first: it takes a quarter of the time, and on most pages without pictures none may.
 */
const mayExceed = (painted: readonly Painted[], { across, down, boundsOf }: Sampling, limit: number): boolean => {
  const columns = Math.ceil(across / coarse)
  const sums = new Float64Array(columns * Math.ceil(down / coarse))
  for (const thing of painted) {
    if (thing.kind === 'image') return true
    if (thing.kind !== 'fill' && thing.kind !== 'text') continue
    const own = inkOf(thing.colour) * (thing.kind === 'fill' ? thing.opacity : textShare)
    const { left, right, top, bottom } = boundsOf(thing.area)
    const [first, end] = [Math.floor(left / coarse), Math.ceil(right / coarse)]
    for (let row = Math.floor(top / coarse); row * coarse < bottom; row += 1)
      for (let at = row * columns + first; at < row * columns + end; at += 1) {
        const sum = (sums[at] ?? 0) + own
        if (sum > limit) return true
        sums[at] = sum
      }
  }
  return false
}

/**
 * The square with the most ink of a page. What is painted without overprint takes the place of what lies beneath;
 * with overprint it adds to it. Type counts as more ink than it has rather than less. Null where no square can have more
 * than `limit`: on most pages no ink is that heavy anywhere, and squares need not be summed up.
 */
export const heaviestSquare = async (
  document: ReadDocument,
  painted: readonly Painted[],
  page: { readonly width: number; readonly height: number },
  inkOfJpeg: InkReader,
  limit: number,
): Promise<InkedSquare | null> => {
  const step = squareSide / perSide
  const across = Math.ceil(page.width / step)
  const down = Math.ceil(page.height / step)
  const boundsOf = ({ x, y, width, height }: Area): Samples => ({
    left: Math.max(0, Math.round(x / step)),
    right: Math.min(across, Math.round((x + width) / step)),
    top: Math.max(0, Math.round(y / step)),
    bottom: Math.min(down, Math.round((y + height) / step)),
  })
  if (!mayExceed(painted, { across, down, boundsOf }, limit)) return null
  const pictures = new Map<number, PictureInk>()
  const ink = new Float32Array(across * down)
  /** The most ink that lies anywhere. */
  let most = 0
  const inkOfPicture = async (object: PdfValue, area: Area): Promise<PictureInk | null> => {
    const known = isReference(object) ? pictures.get(object.object) : undefined
    if (known) return known
    const bytes = document.stream(object)
    const samples = (length: number) => Math.max(1, Math.ceil(length / step))
    const made = bytes && (await inkOfJpeg(bytes, samples(area.width), samples(area.height)))
    if (made && isReference(object)) pictures.set(object.object, made)
    return made
  }
  const cover = (area: Area, own: number, how: 'adds' | 'replaces' | 'most') => {
    const { left, right, top, bottom } = boundsOf(area)
    for (let row = top; row < bottom; row += 1)
      for (let at = row * across + left; at < row * across + right; at += 1) {
        const below = ink[at] ?? 0
        const now = how === 'adds' ? below + own : how === 'replaces' || below < own ? own : below
        ink[at] = now
        if (now > most) most = now
      }
  }
  const place = (area: Area, { width, height, sums }: PictureInk) => {
    const { left, right, top, bottom } = boundsOf(area)
    const pixel = (sample: number, from: number, length: number, pixels: number) =>
      Math.min(pixels - 1, Math.max(0, Math.floor((((sample + 0.5) * step - from) / length) * pixels)))
    for (let row = top; row < bottom; row += 1) {
      const y = pixel(row, area.y, area.height, height)
      for (let column = left; column < right; column += 1)
        ink[row * across + column] = sums[y * width + pixel(column, area.x, area.width, width)] ?? 0
    }
    for (const sum of sums) if (sum > most) most = sum
  }
  for (const thing of painted) {
    if (thing.kind === 'image') {
      const picture = await inkOfPicture(thing.object, thing.area)
      if (picture) place(thing.area, picture)
    }
    if (thing.kind === 'fill')
      cover(thing.area, inkOf(thing.colour) * thing.opacity, thing.overprint ? 'adds' : thing.opacity < 1 ? 'most' : 'replaces')
    if (thing.kind === 'text') cover(thing.area, inkOf(thing.colour) * textShare, 'adds')
  }
  if (most <= limit) return null
  let heaviest: InkedSquare | null = null
  for (let top = 0; top < down; top += perSide)
    for (let left = 0; left < across; left += perSide) {
      let sum = 0
      let count = 0
      for (let row = top; row < Math.min(top + perSide, down); row += 1)
        for (let column = left; column < Math.min(left + perSide, across); column += 1) {
          sum += ink[row * across + column] ?? 0
          count += 1
        }
      if (count > 0 && sum / count > (heaviest?.ink ?? 0))
        heaviest = { ink: sum / count, area: { x: left * step, y: top * step, width: squareSide, height: squareSide } }
    }
  return heaviest
}
