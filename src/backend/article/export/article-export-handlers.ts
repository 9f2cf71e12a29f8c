import type { Handlers } from '../../../shared/api/operation.ts'
import { failure, type Result, success } from '../../../shared/api/result.ts'
import type { ArticleCopy, ArticleFormat, articleExportApi, SuggestionTreatment } from '../../../shared/article/export/api.ts'
import { counted } from '../../../shared/language/plural.ts'
import { personName } from '../../../shared/staff/outsider.ts'
import { writeBeside } from '../../export/write-beside.ts'
import { fileFailure } from '../../file-failure.ts'
import { rightsTodo } from '../../media/rights-complaint.ts'
import type { Newsroom } from '../../newsroom.ts'
import { type Leaving, leave } from './article-copy.ts'
import { copyName, copyPlace } from './copy-file.ts'
import { namesMedium } from './docx/blocks.ts'
import { writeDocx } from './docx/write-docx.ts'
import { htmlCopy } from './html-copy.ts'
import { markdownCopy } from './markdown-copy.ts'
import { readPictures } from './pictures.ts'
import { messengerCopy, plainCopy } from './plain-copy.ts'

interface Made {
  readonly bytes: Uint8Array
  readonly notes: readonly string[]
}

const tellMissing = (missing: readonly string[]): readonly string[] =>
  missing.length === 0 ? [] : [`Снимков, которых в редакции нет: ${missing.length} (${missing.join(', ')}). Остальное в файле.`]

const tellRefused = (refused: readonly string[]): readonly string[] =>
  refused.map((complaint) => `Без картинки: ${complaint}. ${rightsTodo}`)

/** What of the article did not go along, beside its pictures. */
const tellLeft = ({ suggestions, comments }: Leaving, treatment: SuggestionTreatment): readonly string[] => {
  if (treatment === 'redline') return []
  const notes: string[] = []
  if (suggestions > 0) {
    const how = treatment === 'accepted' ? 'в файле все приняты' : 'в файле ни одна не принята'
    notes.push(`Открытых правок: ${suggestions}, ${how}; в материале они остались открытыми.`)
  }
  if (comments > 0) notes.push(`Без комментариев на полях: их ${comments}.`)
  return notes
}

const make = async (
  newsroom: Newsroom,
  leaving: Leaving,
  format: ArticleFormat,
  treatment: SuggestionTreatment,
): Promise<Made> => {
  const { content, body } = leaving
  const left = tellLeft(leaving, treatment)
  const photos = content.body.filter(({ type }) => type === 'photo').length
  const text = (written: string, notes: readonly string[]): Made => ({
    bytes: new TextEncoder().encode(written),
    notes: [...left, ...notes],
  })
  const withoutPhotos = photos === 0 ? [] : [`Без снимков: ${counted(photos, 'подпись', 'подписи', 'подписей')} — в тексте.`]
  switch (format) {
    case 'plain':
      return text(plainCopy(content), withoutPhotos)
    case 'messenger':
      return text(messengerCopy(content), withoutPhotos)
    case 'markdown': {
      const named = newsroom.media
      const notes = photos === 0 ? [] : [`Снимки названы, но в файл не входят: ${photos}. Положите их рядом с ним.`]
      return text(
        markdownCopy(content, (media) => named.get(media)?.name ?? null),
        notes,
      )
    }
    case 'html': {
      const { pictures, missing, refused } = await readPictures(newsroom, content)
      return text(htmlCopy(content, pictures), [...tellMissing(missing), ...tellRefused(refused)])
    }
    case 'docx': {
      const { pictures, missing, refused } = await readPictures(newsroom, content)
      const nameOf = (person: string): string => personName(newsroom.staff(), person) ?? person
      const medium = namesMedium(body) ? ['Слова только для печати или только для сайта выделены стилем и цветом.'] : []
      return {
        bytes: writeDocx(leaving, pictures, nameOf),
        notes: [...left, ...medium, ...tellMissing(missing), ...tellRefused(refused)],
      }
    }
  }
}

const write = async (newsroom: Newsroom, asked: string, name: string, made: Made): Promise<Result<ArticleCopy>> => {
  const place = await copyPlace(newsroom, asked, name)
  if (!place.ok) return place
  const file = place.value
  return writeBeside(newsroom.environment, file, async (next) => {
    await next(made.bytes)
    return success({ name, file, bytes: null, notes: [...made.notes] })
  })
}

/** Gives articles of an open newsroom out as files (rules F20 to F25). */
export const articleExportHandlers = (newsroom: Newsroom): Handlers<typeof articleExportApi> => ({
  make: async ({ article, format, suggestions, file }) => {
    if (!newsroom.articles.has(article))
      return failure('notFound', `Материала ${article} нет в этой редакции.`, {
        todo: 'Обновите список: возможно, он открыт из другой папки.',
      })
    if (suggestions === 'redline' && format !== 'docx')
      return failure('invalidInput', 'Правки и комментарии показывает только документ Word.', {
        safe: 'Ничего не записано.',
        todo: 'Выберите docx или текст с принятыми правками.',
      })
    const leaving = await newsroom.articles.view(article, (doc) => leave(doc, suggestions))
    const made = await make(newsroom, leaving, format, suggestions)
    const name = copyName(leaving.content.headline, format)
    if (file === null) return success({ name, file, bytes: Buffer.from(made.bytes).toString('base64'), notes: [...made.notes] })
    try {
      return await write(newsroom, file, name, made)
    } catch (error) {
      const known = fileFailure(error)
      if (known) return known
      throw error
    }
  },
})
