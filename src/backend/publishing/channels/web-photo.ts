import { failure, type Result, success } from '../../../shared/api/result.ts'
import { imageLibrary } from '../../media/image-library.ts'

/** The longer side of a photo for a site; more only makes readers wait. */
const longerSide = 2560

/**
 * A photo for the web: an upright JPEG in sRGB of 2560 pixels (`side`) at most. Always made anew, so that what the camera wrote
 * into it (the place above all) stays in the house.
 */
export const webPhoto = async (bytes: Uint8Array, side = longerSide): Promise<Result<Uint8Array>> => {
  try {
    const sharp = await imageLibrary()
    const image = sharp(bytes).rotate().flatten({ background: '#ffffff' }).toColorspace('srgb')
    const fitting = image.resize(side, side, { fit: 'inside', withoutEnlargement: true })
    return success(await fitting.jpeg({ quality: 82, progressive: true }).toBuffer())
  } catch (error) {
    return failure('damaged', `Снимок не читается: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
