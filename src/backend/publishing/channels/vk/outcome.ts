import { z } from 'zod'
import type { ChannelPart } from '../../../../shared/publishing/channel.ts'
import type { HttpOutcome } from '../../../environment.ts'
import { parseJson } from '../answer-json.ts'
import type { Access, Further, LookupOutcome, LookupPost, PhotoUpload, PostOutcome, UploadOutcome } from '../carrier.ts'
import { credentialsOf } from '../credentials.ts'
import { type NetworkAnswer, type NetworkErrors, networkError, notDone } from '../network-answer.ts'
import { essence } from '../plain-post.ts'
import { isSafeAddress } from '../safe-address.ts'
import { wallPage } from './client.ts'
import { type UploadState, uploadState } from './upload-state.ts'

const errorSchema = z.object({ error: z.object({ error_code: z.number(), error_msg: z.string().default('') }) })
const resultSchema = z.object({ response: z.unknown() })

/** Reads an answer; what is none of VK's (a proxy's page, cut JSON) is `unknown`, whatever its status. */
export const vkAnswer = (answer: HttpOutcome): NetworkAnswer => {
  if (answer.kind !== 'answer') return answer
  const body = parseJson(answer.body)
  const error = errorSchema.safeParse(body)
  if (error.success) {
    const { error_code: code, error_msg: words } = error.data.error
    return networkError(code, words)
  }
  const result = resultSchema.safeParse(body)
  if (result.success && result.data.response !== undefined) return { kind: 'result', result: result.data.response }
  return { kind: 'unknown', reason: `ответ ${answer.status} не похож на ответ ВКонтакте` }
}

const hour = 3_600_000

/** Errors of the connection: the key, its rights, the group. */
const keyErrors: ReadonlySet<number> = new Set([5, 7, 15, 17, 27, 28, 1051])

/** The errors of VK after which nothing was done. */
export const vkErrors: NetworkErrors = {
  waits: { 6: 2000, 9: 2 * hour, 29: hour, 43: hour / 4 },
  person: new Set([...keyErrors, 14, 100, 214, 219, 220, 222, 224, 3300]),
  key: keyErrors,
  advice: {
    5: 'Ключ устарел или отозван: получите новый и укажите его в настройках канала.',
    7: 'У ключа нет нужного права.',
    14: 'ВКонтакте просит подтвердить, что пишет человек: войдите в сообщество в браузере и подтвердите.',
    15: 'Ключу закрыт доступ к этому сообществу.',
    17: 'ВКонтакте просит подтвердить вход: войдите под этой учётной записью в браузере.',
    27: 'Ключ сообщества этого не может: нужен ключ администратора.',
    214: 'Вероятно, исчерпан дневной предел публикаций сообщества.',
    219: 'В сообществе недавно вышла рекламная запись.',
    222: 'ВКонтакте не принимает ссылки из этого текста.',
    1051: 'Такой ключ (VK ID) для этого не годится: нужен ключ приложения.',
    3300: 'ВКонтакте просит подтвердить, что пишет человек: войдите в сообщество в браузере и подтвердите.',
  },
  words: { wait: 'ВКонтакте просит подождать', refused: 'ВКонтакте не принял публикацию' },
}

const postSchema = z.object({ post_id: z.number().int().positive() })

const postUrl = (group: string, post: number): string => `https://vk.com/wall-${group}_${post}`

/** What an answer to a post means; the classes of failures (rule O21). */
export const postOutcome = (answer: HttpOutcome, _part: ChannelPart, { settings }: Access): PostOutcome => {
  const read = vkAnswer(answer)
  if (read.kind === 'notSent') return { kind: 'retry', afterMs: null, reason: `Нет связи с ВКонтакте: ${read.reason}.` }
  if (read.kind === 'unknown')
    return { kind: 'unknown', reason: `ВКонтакте не ответил понятно (${read.reason}): вышла ли публикация, неизвестно.` }
  if (read.kind === 'error')
    return (
      notDone(vkErrors, read.code, read.said) ?? {
        kind: 'unknown',
        reason: `Сбой на стороне ВКонтакте (${read.said}): вышла ли публикация, неизвестно.`,
      }
    )
  const post = postSchema.safeParse(read.result)
  return post.success
    ? { kind: 'sent', remoteId: String(post.data.post_id), url: postUrl(settings.group ?? '', post.data.post_id) }
    : { kind: 'unknown', reason: 'ВКонтакте принял публикацию, но не назвал её номер. Проверьте сообщество.' }
}

const serverSchema = z.object({ upload_url: z.string() })
const broughtSchema = z.object({ server: z.number(), photo: z.string().min(3), hash: z.string() })
const savedSchema = z
  .array(z.object({ id: z.number().int(), owner_id: z.number().int(), access_key: z.string().optional() }))
  .min(1)

/** What an answer on a photo's way means. Whatever is unclear may be tried again: a second copy does no harm. */
export const photoOutcome = (answer: HttpOutcome, photo: PhotoUpload, written: string | null): UploadOutcome | Further => {
  const keys = credentialsOf(photo.secret)
  const state = uploadState(written, keys)
  const unclear = (reason: string): UploadOutcome => ({ kind: 'retry', afterMs: null, reason: `Снимок не загружен: ${reason}.` })
  const further = (next: UploadState): Further => ({ kind: 'further', state: JSON.stringify(next) })
  if (state.at === 'bring') {
    if (answer.kind !== 'answer') return unclear(answer.reason)
    const brought = broughtSchema.safeParse(parseJson(answer.body))
    return brought.success
      ? further({ at: 'save', way: state.way, ...brought.data })
      : unclear(`ВКонтакте не принял файл (ответ ${answer.status})`)
  }
  const read = vkAnswer(answer)
  if (read.kind === 'error') {
    // A user's key that does not do (any more) leaves the way that the group's own key has.
    if (state.way === 'wall' && keyErrors.has(read.code) && keys.community) return further({ at: 'ask', way: 'messages' })
    const refused = notDone(vkErrors, read.code, read.said)
    return refused ? { ...refused, reason: `Снимок не загружен. ${refused.reason}` } : unclear(read.said)
  }
  if (read.kind !== 'result') return unclear(read.reason)
  if (state.at === 'ask') {
    const server = serverSchema.safeParse(read.result)
    return server.success && isSafeAddress(server.data.upload_url)
      ? further({ at: 'bring', way: state.way, url: server.data.upload_url })
      : unclear('ВКонтакте не сказал, куда его загрузить')
  }
  const [saved] = savedSchema.safeParse(read.result).data ?? []
  if (!saved) return unclear('ВКонтакте не назвал его номер')
  const key = saved.access_key === undefined ? '' : `_${saved.access_key}`
  const remoteId = `photo${saved.owner_id}_${saved.id}${key}`
  return { kind: 'uploaded', upload: { media: photo.media, remoteId, url: null, size: photo.bytes.length } }
}

const wallSchema = z.object({
  count: z.number(),
  items: z.array(z.object({ id: z.number(), date: z.number(), text: z.string().default(''), is_pinned: z.unknown().optional() })),
})

/** What the wall says of a post: found by its text, which holds the delivery's own mark where it links to the site. */
export const postFound = (answer: HttpOutcome, part: ChannelPart, post: LookupPost): LookupOutcome => {
  const read = vkAnswer(answer)
  if (read.kind === 'error') return { kind: 'noAnswer', reason: `ВКонтакте не показал стену (${read.said}).` }
  if (read.kind !== 'result') return { kind: 'noAnswer', reason: `ВКонтакте не ответил: ${read.reason}.` }
  const wall = wallSchema.safeParse(read.result)
  if (!wall.success) return { kind: 'noAnswer', reason: 'ВКонтакте ответил не о стене сообщества.' }
  const { count, items } = wall.data
  const wanted = essence(part.html)
  if (wanted === '') return { kind: 'noAnswer', reason: 'Публикацию без слов на стене не узнать: посмотрите сами.' }
  // By its words alone, whatever its time: the clock of this computer may be wrong.
  const found = items.find(({ text }) => essence(text) === wanted)
  if (found) return { kind: 'found', remoteId: String(found.id), url: postUrl(post.settings.group ?? '', found.id) }
  const oldest = Math.min(...items.filter(({ is_pinned }) => !is_pinned).map(({ date }) => date * 1000))
  const whole = items.length >= count || (items.length >= wallPage && oldest < post.since)
  return whole ? { kind: 'absent' } : { kind: 'noAnswer', reason: 'ВКонтакте показал не всю стену.' }
}
