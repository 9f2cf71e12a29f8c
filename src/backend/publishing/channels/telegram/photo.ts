import { failure, type Result, success } from '../../../../shared/api/result.ts'
import { imageLibrary } from '../../../media/image-library.ts'

/** Limits of `sendPhoto`: bytes, width plus height, and the ratio of the longer side to the shorter. */
const limits = { bytes: 10_000_000, sides: 10_000, ratio: 20 }

/** The longer side of a photo that has to be made anew; Telegram shows no more than 2560 pixels. */
const longerSide = 2560

/**
 * A photo that Telegram takes: the stored bytes where they fit and a camera wrote nothing into them, else a JPEG made of them,
 * upright and in sRGB (media, rule U31).
 */
export const telegramPhoto = async (bytes: Uint8Array): Promise<Result<Uint8Array>> => {
  try {
    const sharp = await imageLibrary()
    const { width, height, format, exif, iptc, xmp } = await sharp(bytes).metadata()
    if (Math.max(width, height) > limits.ratio * Math.min(width, height))
      return failure('invalidInput', `Снимок слишком вытянут для Telegram: ${width} × ${height} точек.`, {
        todo: 'Кадрируйте снимок и утвердите материал заново.',
      })
    const isPlain = [exif, iptc, xmp].every((written) => written === undefined)
    if (format === 'jpeg' && isPlain && bytes.length <= limits.bytes && width + height <= limits.sides) return success(bytes)
    const image = sharp(bytes).rotate().flatten({ background: '#ffffff' }).toColorspace('srgb')
    const made = await image
      .resize(longerSide, longerSide, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 85 })
      .toBuffer()
    return success(made)
  } catch (error) {
    return failure('damaged', `Снимок не читается: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
