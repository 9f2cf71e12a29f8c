import { z } from 'zod'
import type { ChannelPart } from '../../../../shared/publishing/channel.ts'
import type { HttpOutcome } from '../../../environment.ts'
import { parseJson, webUrl } from '../answer-json.ts'
import type { Further, LookupOutcome, NotSent, PhotoUpload, PostOutcome, UploadOutcome } from '../carrier.ts'
import { inBin } from './client.ts'

const errorSchema = z.object({ code: z.string(), message: z.string() })
const postSchema = z.object({ id: z.number().int().positive(), link: z.string(), slug: z.string(), status: z.string() })
const mediaSchema = z.object({ id: z.number().int().positive(), source_url: z.string() })
const libraryFileSchema = mediaSchema.extend({ slug: z.string() })

type Answer = Extract<HttpOutcome, { kind: 'answer' }>

/** What the site said, for people: its own words where it has some. */
export const said = ({ status, body }: Answer): string => {
  const error = errorSchema.safeParse(parseJson(body))
  const words = error.success ? error.data.message.replace(/<[^>]*>/g, '').trim() : ''
  return words === '' ? `ответ ${status}` : `ответ ${status}: ${words}`
}

const codeOf = (answer: Answer): string => errorSchema.safeParse(parseJson(answer.body)).data?.code ?? ''

/** Longest wait that a site may ask for; more is a mistake. */
const longestWait = 3_600_000

const askedWait = ({ headers }: Answer): number | null => {
  const seconds = Number(headers['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, longestWait) : null
}

/** Is this WordPress itself saying that it is being updated? Any other 503 may come from a proxy after the post. */
const isMaintenance = (answer: Answer): boolean => answer.status === 503 && codeOf(answer) === 'wp_die'

const advice: Readonly<Record<number, string>> = {
  401: 'Проверьте имя пользователя и пароль приложения.',
  403: 'Проверьте права пользователя на сайте.',
  404: 'Проверьте адрес сайта: его программный интерфейс не отвечает.',
  413: 'Снимок больше, чем принимает сайт.',
}

/** An answer after which nothing was made; null when something may have been. */
const refusal = (answer: Answer): NotSent | null => {
  const { status } = answer
  if (status === 429 || isMaintenance(answer))
    return { kind: 'retry', afterMs: askedWait(answer) ?? 60_000, reason: `Сайт просит подождать (${said(answer)}).` }
  if (status >= 300 && status < 400)
    return {
      kind: 'refused',
      to: 'needsPerson',
      reason: `Сайт переадресует запрос (${said(answer)}). Укажите в настройках канала его настоящий адрес.`,
    }
  if ((status >= 400 && status < 500 && status !== 408) || codeOf(answer).startsWith('rest_upload_')) {
    const todo = advice[status] ?? 'Исправьте причину и отправьте снова.'
    // Without WordPress's own word a 403 may be a guard before the site, and pass.
    const access = codeOf(answer).startsWith('rest_') && (status === 401 || status === 403)
    return { kind: 'refused', to: 'needsPerson', reason: `Сайт не принял материал (${said(answer)}). ${todo}`, access }
  }
  return null
}

/** What an answer to an article means; the classes of failures (rule P4). */
export const articleOutcome = (answer: HttpOutcome): PostOutcome => {
  if (answer.kind === 'notSent') return { kind: 'retry', afterMs: null, reason: `Нет связи с сайтом: ${answer.reason}.` }
  if (answer.kind === 'unknown')
    return { kind: 'unknown', reason: `Сайт не ответил (${answer.reason}): вышел ли материал, неизвестно.` }
  const refused = refusal(answer)
  if (refused) return refused
  const post = postSchema.safeParse(parseJson(answer.body))
  if (answer.status >= 200 && answer.status < 300 && post.success)
    return { kind: 'sent', remoteId: String(post.data.id), url: webUrl(post.data.link) }
  return { kind: 'unknown', reason: `Сайт ответил непонятно (${said(answer)}): вышел ли материал, неизвестно.` }
}

/** What an answer to a photo means. Whatever is unclear may be tried again: a second copy in the library does no harm. */
export const mediaOutcome = (answer: HttpOutcome, photo: PhotoUpload): UploadOutcome => {
  const unclear = (reason: string): UploadOutcome => ({ kind: 'retry', afterMs: null, reason: `Снимок не загружен: ${reason}.` })
  if (answer.kind !== 'answer') return unclear(answer.reason)
  const refused = refusal(answer)
  if (refused) return { ...refused, reason: `Снимок не загружен. ${refused.reason}` }
  const media = mediaSchema.safeParse(parseJson(answer.body))
  if (answer.status >= 300 || !media.success) return unclear(said(answer))
  return named(photo, media.data)
}

const named = (photo: PhotoUpload, { id, source_url }: z.infer<typeof mediaSchema>): UploadOutcome => ({
  kind: 'uploaded',
  upload: { media: photo.media, remoteId: String(id), url: webUrl(source_url), size: photo.bytes.length },
})

/** Said of a file that the site's library does not hold yet. */
const notThere: Further = { kind: 'further', state: 'absent' }

/** What the site says of a file by its name: found it is not brought again (rule O63). */
export const fileFound = (answer: HttpOutcome, photo: PhotoUpload): UploadOutcome | Further => {
  if (answer.kind !== 'answer') return { kind: 'retry', afterMs: null, reason: `Сайт не сказал, есть ли файл: ${answer.reason}.` }
  const refused = refusal(answer)
  if (refused) return { ...refused, reason: `Файл не загружен. ${refused.reason}` }
  const files = z.array(libraryFileSchema).safeParse(parseJson(answer.body))
  if (answer.status !== 200 || !files.success)
    return { kind: 'retry', afterMs: null, reason: `Сайт не сказал, есть ли файл (${said(answer)}).` }
  const [file] = files.data
  return file ? named(photo, file) : notThere
}

/** What the site says of the article's address (rule P3). */
export const articleFound = (answer: HttpOutcome, part: ChannelPart): LookupOutcome => {
  if (answer.kind !== 'answer') return { kind: 'noAnswer', reason: `Сайт не ответил: ${answer.reason}.` }
  const posts = z.array(postSchema).safeParse(parseJson(answer.body))
  if (answer.status !== 200 || !posts.success || part.kind !== 'article')
    return { kind: 'noAnswer', reason: `Сайт не сказал, есть ли на нём материал (${said(answer)}).` }
  const post = posts.data.find(({ slug }) => slug === part.slug)
  if (post) return { kind: 'found', remoteId: String(post.id), url: webUrl(post.link) }
  if (posts.data.some(({ slug }) => slug === inBin(part.slug)))
    return { kind: 'noAnswer', reason: 'Материал вышел на сайте, но его там убрали в корзину. Решите, что с ним делать.' }
  // An answer about other articles is no answer to the question.
  return posts.data.length === 0 ? { kind: 'absent' } : { kind: 'noAnswer', reason: 'Сайт ответил не о том материале.' }
}

/** Does the answer to a removal say that the article is in the bin or gone? */
export const isGone = (answer: HttpOutcome): boolean =>
  answer.kind === 'answer' &&
  ((answer.status === 200 && postSchema.safeParse(parseJson(answer.body)).data?.status === 'trash') ||
    codeOf(answer) === 'rest_already_trashed' ||
    codeOf(answer) === 'rest_post_invalid_id')
