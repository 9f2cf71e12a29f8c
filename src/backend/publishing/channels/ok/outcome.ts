import { z } from 'zod'
import type { ChannelPart } from '../../../../shared/publishing/channel.ts'
import type { HttpOutcome } from '../../../environment.ts'
import { parseJson } from '../answer-json.ts'
import type { Access, Further, PhotoUpload, PostOutcome, UploadOutcome } from '../carrier.ts'
import { type NetworkAnswer, type NetworkErrors, networkError, notDone } from '../network-answer.ts'
import { isSafeAddress } from '../safe-address.ts'
import { type UploadState, uploadState } from './upload-state.ts'

const errorSchema = z.object({ error_code: z.number(), error_msg: z.string().nullish() })

/** Reads an answer; what is not JSON (a proxy's page, a text cut off) is `unknown`, whatever its status. */
export const okAnswer = (answer: HttpOutcome): NetworkAnswer => {
  if (answer.kind !== 'answer') return answer
  const body = parseJson(answer.body)
  const error = errorSchema.safeParse(body)
  if (error.success) {
    const { error_code: code, error_msg: words } = error.data
    return networkError(code, words)
  }
  if (body === null || answer.status >= 300)
    return { kind: 'unknown', reason: `ответ ${answer.status} не похож на ответ Одноклассников` }
  return { kind: 'result', result: body }
}

/** The errors of Odnoklassniki after which nothing was done. */
const okErrors: NetworkErrors = {
  waits: { 2: 60_000, 8: 600_000, 11: 3_600_000 },
  person: new Set([7, 9, 10, 50, 100, 101, 102, 103, 104, 105, 454]),
  key: new Set([10, 101, 102, 103, 104]),
  advice: {
    10: 'У ключа нет права вести группу (GROUP_CONTENT) или его владелец в ней не администратор.',
    101: 'Проверьте публичный ключ приложения.',
    102: 'Токен устарел: получите новый и укажите его в настройках канала.',
    103: 'Токен не подошёл: проверьте его в настройках канала.',
    104: 'Подпись не сошлась: проверьте секретный ключ сессии.',
  },
  words: { wait: 'Одноклассники просят подождать', refused: 'Одноклассники не приняли публикацию' },
}

const topicSchema = z.union([z.string().regex(/^[1-9]\d*$/), z.number().int().positive().transform(String)])

/** What an answer to a topic means; the classes of failures (rule M2). */
export const topicOutcome = (answer: HttpOutcome, _part: ChannelPart, { settings }: Access): PostOutcome => {
  const read = okAnswer(answer)
  if (read.kind === 'notSent') return { kind: 'retry', afterMs: null, reason: `Нет связи с Одноклассниками: ${read.reason}.` }
  if (read.kind === 'unknown')
    return { kind: 'unknown', reason: `Одноклассники не ответили понятно (${read.reason}): вышла ли публикация, неизвестно.` }
  if (read.kind === 'error')
    return (
      notDone(okErrors, read.code, read.said) ?? {
        kind: 'unknown',
        reason: `Сбой на стороне Одноклассников (${read.said}): вышла ли публикация, неизвестно.`,
      }
    )
  const topic = topicSchema.safeParse(read.result)
  return topic.success
    ? { kind: 'sent', remoteId: topic.data, url: `https://ok.ru/group/${settings.group}/topic/${topic.data}` }
    : { kind: 'unknown', reason: 'Одноклассники приняли публикацию, но не назвали её номер. Проверьте группу.' }
}

const placeSchema = z.object({ photo_ids: z.array(z.string()).min(1), upload_url: z.string() })
const broughtSchema = z.object({ photos: z.record(z.string(), z.object({ token: z.string().min(1) })) })

/** Where a photo may be brought, as an answer says; null where it does not. */
export const uploadPlace = (result: unknown): { readonly url: string; readonly photo: string } | null => {
  const place = placeSchema.safeParse(result).data
  const [photo] = place?.photo_ids ?? []
  return place && photo !== undefined && isSafeAddress(place.upload_url) ? { url: place.upload_url, photo } : null
}

/** What an answer on a photo's way means. Whatever is unclear may be tried again: a second copy does no harm. */
export const photoOutcome = (answer: HttpOutcome, photo: PhotoUpload, written: string | null): UploadOutcome | Further => {
  const state = uploadState(written)
  const unclear = (reason: string): UploadOutcome => ({ kind: 'retry', afterMs: null, reason: `Снимок не загружен: ${reason}.` })
  const further = (next: UploadState): Further => ({ kind: 'further', state: JSON.stringify(next) })
  const read = okAnswer(answer)
  if (read.kind === 'error') {
    const refused = notDone(okErrors, read.code, read.said)
    return refused ? { ...refused, reason: `Снимок не загружен. ${refused.reason}` } : unclear(read.said)
  }
  if (read.kind !== 'result') return unclear(read.reason)
  if (state.at === 'ask') {
    const place = uploadPlace(read.result)
    return place ? further({ at: 'bring', ...place }) : unclear('Одноклассники не сказали, куда его загрузить')
  }
  const token = broughtSchema.safeParse(read.result).data?.photos[state.photo]?.token
  if (token === undefined) return unclear('Одноклассники не приняли файл')
  return { kind: 'uploaded', upload: { media: photo.media, remoteId: token, url: null, size: photo.bytes.length } }
}
