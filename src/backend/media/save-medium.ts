import { failure, type Result, success } from '../../shared/api/result.ts'
import type { SavedMedium } from '../../shared/media/api.ts'
import { copyPlace, fileName } from '../article/export/copy-file.ts'
import { writeBeside } from '../export/write-beside.ts'
import { fileFailure } from '../file-failure.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Medium } from './medium-type.ts'

/** Whatever a file was called when it came: it opens with the program for what it is, and is never run. */
const endings: Readonly<Record<Medium['format'], string>> = {
  jpeg: '.jpg',
  png: '.png',
  webp: '.webp',
  tiff: '.tif',
  pdf: '.pdf',
}

const nameOf = ({ name, format }: Medium): string => fileName(name.replace(/\.[^.]*$/, ''), endings[format], 'Документ')

/** Gives a stored file out as it came (rule U41): its bytes, or written to `asked`, a file or a folder. */
export const saveMedium = async (newsroom: Newsroom, id: string, asked: string | null): Promise<Result<SavedMedium>> => {
  const medium = newsroom.media.get(id)
  const bytes = medium && (await newsroom.media.read(id).catch(() => null))
  if (!medium || !bytes)
    return failure('notFound', 'Этого файла в папке редакции нет.', {
      safe: 'Ничего не записано.',
      todo: 'Приложите документ ещё раз или верните папку media из резервной копии.',
    })
  const name = nameOf(medium)
  if (asked === null) return success({ name, file: null, bytes: Buffer.from(bytes).toString('base64') })
  const place = await copyPlace(newsroom, asked, name)
  if (!place.ok) return place
  const file = place.value
  try {
    return await writeBeside(newsroom.environment, file, async (next) => {
      await next(Buffer.from(bytes))
      return success({ name, file, bytes: null })
    })
  } catch (error) {
    const known = fileFailure(error)
    if (known) return known
    throw error
  }
}
