import { imageLibrary } from '../../media/image-library.ts'
import { cmykTiff } from './cmyk-tiff.ts'
import { type ColourTable, toCmyk } from './colour-table.ts'
import type { PlacedPicture } from './placed-picture.ts'

/** How pictures are made for a target. */
export type PictureTreatment =
  | {
      readonly target: 'print'
      /** What the table depends on, as a part of names: the profile's hash and the ink limit. */
      readonly colours: string
      /** The colours of the output profile, within the ink limit; made when the first picture needs them. */
      readonly table: () => Promise<ColourTable>
    }
  /** For screens, and for the printer of an office. */
  | { readonly target: 'web' | 'office' }

/** Pixels per inch that are enough for each target. */
export const enoughResolution = { print: 300, web: 110, office: 200 } as const

const printQuality = 88
const webQuality = 72

/** Pixels converted without a pause: some hundredths of a second. */
const slice = 500_000

/** The inks of many pixels, slice by slice, so that other requests are heard. */
const inksOf = async (table: ColourTable, pixels: Uint8Array): Promise<Uint8Array> => {
  const inks = new Uint8Array((pixels.length / 3) * 4)
  for (let from = 0; from < pixels.length; from += slice * 3) {
    inks.set(toCmyk(table, pixels.subarray(from, from + slice * 3)), (from / 3) * 4)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return inks
}

/** Cuts, scales and converts a picture, turned upright; rejects when the bytes are no whole picture. */
export const renderPicture = async (
  source: Uint8Array,
  { part, width, height }: PlacedPicture,
  treatment: PictureTreatment,
): Promise<Uint8Array> => {
  const sharp = await imageLibrary()
  const { channels, autoOrient } = await sharp(source).metadata()
  const whole = part.width === autoOrient.width && part.height === autoOrient.height
  const upright = sharp(source, { failOn: 'error' }).autoOrient().flatten({ background: '#ffffff' })
  // Without a cut, a large JPEG is scaled down while it is decoded.
  const cut = (whole ? upright : upright.extract(part)).resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
  if (channels <= 2) {
    // A black-and-white photo stays on one plate.
    return cut
      .toColourspace('b-w')
      .jpeg({ quality: treatment.target === 'web' ? webQuality : printQuality })
      .toBuffer()
  }
  if (treatment.target !== 'print') {
    const quality = treatment.target === 'web' ? webQuality : printQuality
    return cut.toColourspace('srgb').jpeg({ quality, mozjpeg: true }).toBuffer()
  }
  const { data, info } = await cut.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`${info.channels} channels instead of RGB`)
  return sharp(cmykTiff(await inksOf(await treatment.table(), data), info.width, info.height))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: printQuality, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
