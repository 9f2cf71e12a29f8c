import type { Area } from '../../../shared/preflight/finding.ts'
import { imageLibrary } from '../../media/image-library.ts'
import type { ReadDocument } from '../pdf/document.ts'
import type { Colour, Painted } from '../pdf/painted.ts'
import { isReference, type PdfValue } from '../pdf/value.ts'

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

interface PictureInk {
  readonly width: number
  readonly height: number
  /** Sum of inks of every pixel, per cent. */
  readonly sums: Float32Array
}

/** The inks of a picture as it lies in the file, in fewer pixels: some to every square. */
const pictureInk = async (jpeg: Uint8Array, area: Area): Promise<PictureInk> => {
  const width = Math.max(1, Math.ceil((area.width / squareSide) * 8))
  const height = Math.max(1, Math.ceil((area.height / squareSide) * 8))
  const sharp = await imageLibrary()
  const { channels } = await sharp(jpeg).metadata()
  const small = sharp(jpeg)
    .pipelineColourspace(channels === 4 ? 'cmyk' : 'b-w')
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
  const { data, info } = await small
    .toColourspace(channels === 4 ? 'cmyk' : 'b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const sums = new Float32Array(info.width * info.height)
  for (let i = 0; i < sums.length; i += 1) {
    const at = i * info.channels
    const level =
      info.channels === 4
        ? (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) + (data[at + 3] ?? 0)
        : 255 - (data[at] ?? 255)
    sums[i] = level / 2.55
  }
  return { width: info.width, height: info.height, sums }
}

/** A square of a page and the ink on it, per cent. */
export interface InkedSquare {
  readonly area: Area
  readonly ink: number
}

/**
 * The square with the most ink of a page. What is painted without overprint takes the place of what lies beneath;
 * with overprint it adds to it. Type counts as more ink than it has rather than less.
 */
export const heaviestSquare = async (
  document: ReadDocument,
  painted: readonly Painted[],
  page: { readonly width: number; readonly height: number },
): Promise<InkedSquare | null> => {
  /** Samples of a page: eight along each side of a square. */
  const step = squareSide / 8
  const across = Math.ceil(page.width / step)
  const down = Math.ceil(page.height / step)
  const ink = new Float32Array(across * down)
  const samples = ({ x, y, width, height }: Area, paint: (at: number, column: number, row: number) => void) => {
    const from = { column: Math.max(0, Math.round(x / step)), row: Math.max(0, Math.round(y / step)) }
    const to = { column: Math.min(across, Math.round((x + width) / step)), row: Math.min(down, Math.round((y + height) / step)) }
    for (let row = from.row; row < to.row; row += 1)
      for (let column = from.column; column < to.column; column += 1) paint(row * across + column, column, row)
  }
  const pictures = new Map<number, PictureInk>()
  const inkOfPicture = async (object: PdfValue, area: Area): Promise<PictureInk | null> => {
    const known = isReference(object) ? pictures.get(object.object) : undefined
    if (known) return known
    const bytes = document.stream(object)
    const made = bytes && (await pictureInk(bytes, area).catch(() => null))
    if (made && isReference(object)) pictures.set(object.object, made)
    return made
  }
  for (const thing of painted) {
    if (thing.kind === 'image') {
      const picture = await inkOfPicture(thing.object, thing.area)
      if (!picture) continue
      const { area } = thing
      samples(area, (at, column, row) => {
        const x = Math.min(
          picture.width - 1,
          Math.max(0, Math.floor((((column + 0.5) * step - area.x) / area.width) * picture.width)),
        )
        const y = Math.min(
          picture.height - 1,
          Math.max(0, Math.floor((((row + 0.5) * step - area.y) / area.height) * picture.height)),
        )
        ink[at] = picture.sums[y * picture.width + x] ?? 0
      })
    }
    if (thing.kind === 'fill') {
      const own = inkOf(thing.colour) * thing.opacity
      samples(thing.area, (at) => {
        ink[at] = thing.overprint ? (ink[at] ?? 0) + own : thing.opacity < 1 ? Math.max(ink[at] ?? 0, own) : own
      })
    }
    if (thing.kind === 'text') {
      const own = inkOf(thing.colour) * textShare
      samples(thing.area, (at) => {
        ink[at] = (ink[at] ?? 0) + own
      })
    }
  }
  let heaviest: InkedSquare | null = null
  for (let top = 0; top < down; top += 8)
    for (let left = 0; left < across; left += 8) {
      let sum = 0
      let count = 0
      for (let row = top; row < Math.min(top + 8, down); row += 1)
        for (let column = left; column < Math.min(left + 8, across); column += 1) {
          sum += ink[row * across + column] ?? 0
          count += 1
        }
      if (count > 0 && sum / count > (heaviest?.ink ?? 0))
        heaviest = { ink: sum / count, area: { x: left * step, y: top * step, width: squareSide, height: squareSide } }
    }
  return heaviest
}
