import { failure, type Result, success } from '../../shared/api/result.ts'
import { cropBox } from '../../shared/variant/crop-box.ts'
import type { Crop } from '../../shared/variant/variant.ts'
import { imageLibrary } from '../media/image-library.ts'

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
