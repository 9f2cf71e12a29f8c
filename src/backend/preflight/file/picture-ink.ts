import { imageLibrary } from '../../media/image-library.ts'

/** The inks of a picture as it lies in the file, in few samples. */
export interface PictureInk {
  readonly width: number
  readonly height: number
  /** Sum of inks of every sample, per cent. */
  readonly sums: Float32Array
}

/** Samples a JPEG, so many across and down; null for what can't be decoded. */
export type InkReader = (jpeg: Uint8Array, width: number, height: number) => Promise<PictureInk | null>

/** Decodes the JPEG and takes the sums of its inks. */
export const readPictureInk: InkReader = async (jpeg, width, height) => {
  try {
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
  } catch {
    return null
  }
}
