import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Crop } from '../../shared/variant/variant.ts'
import { imageLibrary } from '../media/image-library.ts'

/** The place of a part of a picture, in pixels. */
export interface CropBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The largest part of this shape, with the focus as near its middle as the picture's edges allow. */
export const cropBox = (width: number, height: number, { ratio, focus }: Crop): CropBox => {
  const [across = 1, down = 1] = ratio.split(':').map(Number)
  const wide = width * down > height * across
  const size = {
    width: Math.max(1, wide ? Math.round((height * across) / down) : width),
    height: Math.max(1, wide ? height : Math.round((width * down) / across)),
  }
  const start = (whole: number, part: number, at: number) =>
    Math.min(Math.max(Math.round(whole * at - part / 2), 0), whole - part)
  return { ...size, left: start(width, size.width, focus.x), top: start(height, size.height, focus.y) }
}

/** A picture cropped for a post, upright, as JPEG. */
export const cropPhoto = async (bytes: Uint8Array, crop: Crop): Promise<Result<Uint8Array>> => {
  try {
    const sharp = await imageLibrary()
    const upright = await sharp(bytes).rotate().toBuffer({ resolveWithObject: true })
    const box = cropBox(upright.info.width, upright.info.height, crop)
    return success(await sharp(upright.data).extract(box).jpeg({ quality: 92 }).toBuffer())
  } catch (error) {
    return failure('damaged', `Снимок не кадрируется: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
