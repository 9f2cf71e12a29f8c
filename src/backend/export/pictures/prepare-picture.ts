import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { failure, type Result, success } from '../../../shared/api/result.ts'
import type { ImageItem } from '../../../shared/layout/display.ts'
import { fileFailure } from '../../file-failure.ts'
import type { Newsroom } from '../../newsroom.ts'
import { errorCode, unless } from '../../store/files.ts'
import type { PdfPicture } from '../pdf/write-pdf.ts'
import { writeBeside } from '../write-beside.ts'
import { jpegFacts } from './jpeg-facts.ts'
import { type PlacedPicture, placedPicture } from './placed-picture.ts'
import { enoughResolution, type PictureTreatment, renderPicture } from './render-picture.ts'

/** Part of every key: raised when pictures, or their colours out of a profile, are made differently. */
const recipe = 3

const cacheFile = (newsroom: Newsroom, placed: PlacedPicture, treatment: PictureTreatment): string => {
  const { part, width, height, media } = placed
  const how = treatment.target === 'print' ? treatment.colours : ''
  const key = JSON.stringify([recipe, treatment.target, media, part.left, part.top, part.width, part.height, width, height, how])
  return join(newsroom.folder, 'cache', 'pictures', `${createHash('sha256').update(key).digest('hex')}.jpg`)
}

const pictureOf = (jpeg: Uint8Array): PdfPicture | null => {
  const facts = jpegFacts(jpeg)
  if (!facts) return null
  return {
    jpeg,
    width: facts.width,
    height: facts.height,
    colours: facts.channels === 4 ? 'cmyk' : facts.channels === 1 ? 'grey' : 'rgb',
  }
}

const broken = (name: string, page: number, why: string): Result<never> =>
  failure('damaged', `Снимок «${name}» на полосе ${page}: ${why}.`, {
    safe: 'Файл PDF не записан, прежний не изменён.',
    todo: 'Замените снимок в материале или снимите его с полосы и повторите экспорт.',
    reference: name,
  })

const sourceOf = async (newsroom: Newsroom, media: string, name: string, page: number): Promise<Result<Uint8Array>> => {
  const bytes = await unless('ENOENT', newsroom.media.read(media), null)
  if (!bytes) return broken(name, page, 'файла нет в папке редакции')
  // What was approved names the picture by its hash: other bytes are another picture.
  if (createHash('sha256').update(bytes).digest('hex') !== media) return broken(name, page, 'файл изменился или повреждён')
  return success(bytes)
}

/** Puts a made picture into the cache. One that can't be written costs time at the next export, not this one. */
const keep = async (newsroom: Newsroom, path: string, jpeg: Uint8Array): Promise<void> => {
  try {
    await writeBeside(newsroom.environment, path, async (write) => success(await write(jpeg)))
  } catch (error) {
    newsroom.environment.log(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Makes a picture ready for the target, or takes it from the folder's cache: equal bytes in an equal place are made
 * once. A folder open for reading is not written to.
 */
export const preparePicture = async (
  newsroom: Newsroom,
  item: ImageItem,
  page: number,
  treatment: PictureTreatment,
): Promise<Result<PdfPicture>> => {
  const { files } = newsroom.environment
  const medium = newsroom.media.get(item.media)
  const name = medium?.name || item.alternative || item.media.slice(0, 12)
  if (!medium) return broken(name, page, 'его нет в папке редакции')
  const placed = placedPicture(item, medium, enoughResolution[treatment.target])
  const path = cacheFile(newsroom, placed, treatment)
  const cached = await unless('ENOENT', files.read(path), null)
  const known = cached && pictureOf(cached)
  if (known) return success(known)
  try {
    const source = await sourceOf(newsroom, item.media, name, page)
    if (!source.ok) return source
    const jpeg = await renderPicture(source.value, placed, treatment)
    const picture = pictureOf(jpeg)
    if (!picture) return broken(name, page, 'не удалось преобразовать')
    if (!newsroom.readOnly) await keep(newsroom, path, jpeg)
    return success(picture)
  } catch (error) {
    if (errorCode(error) !== null) {
      const known = fileFailure(error)
      if (known) return known
    }
    newsroom.environment.log(`picture ${item.media}: ${error instanceof Error ? error.message : String(error)}`)
    return broken(name, page, 'файл не читается как снимок')
  }
}
