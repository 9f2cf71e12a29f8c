import { z } from 'zod'
import type { ChannelPart } from '../../../../shared/publishing/channel.ts'
import type { HttpOutcome } from '../../../environment.ts'
import { parseJson } from '../answer-json.ts'
import type { PostOutcome } from '../carrier.ts'

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number().optional(),
    description: z.string().default(''),
    parameters: z.object({ retry_after: z.number().optional() }).optional(),
  }),
])

const messageSchema = z.object({
  message_id: z.number().int(),
  chat: z.object({ id: z.number().int(), username: z.string().optional() }),
})
type Message = z.infer<typeof messageSchema>

/** An answer of the Bot API as it was meant, whatever method was called. */
type TelegramAnswer =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly code: number; readonly description: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'notSent'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }

/** Reads an answer; what is no answer of the Bot API (a proxy's page, cut JSON) is `unknown`, whatever its status. */
export const telegramAnswer = (answer: HttpOutcome): TelegramAnswer => {
  if (answer.kind !== 'answer') return answer
  const parsed = answerSchema.safeParse(parseJson(answer.body))
  if (!parsed.success) return { kind: 'unknown', reason: `ответ ${answer.status} не похож на ответ Telegram` }
  if (parsed.data.ok) return { kind: 'result', result: parsed.data.result }
  const { error_code, description, parameters } = parsed.data
  const seconds = parameters?.retry_after
  return {
    kind: 'error',
    code: error_code ?? answer.status,
    description,
    retryAfterMs: seconds === undefined ? null : seconds * 1000,
  }
}

/** Address of a post: by the channel's name, else by its number without the mark «-100» of channels and supergroups. */
const telegramPostUrl = ({ message_id, chat }: Message): string | null => {
  if (message_id === 0) return null
  if (chat.username) return `https://t.me/${chat.username}/${message_id}`
  const number = /^-100(\d+)$/.exec(String(chat.id))?.[1]
  return number ? `https://t.me/c/${number}/${message_id}` : null
}

/** What an answer to a post means; the classes of failures. */
export const telegramOutcome = (answer: HttpOutcome, part: ChannelPart): PostOutcome => {
  const read = telegramAnswer(answer)
  if (read.kind === 'notSent') return { kind: 'retry', afterMs: null, reason: `Нет связи с Telegram: ${read.reason}.` }
  if (read.kind === 'unknown')
    return {
      kind: 'unknown',
      reason: `Telegram не ответил понятно (${read.reason}): вышла ли публикация, неизвестно. Проверьте канал.`,
    }
  if (read.kind === 'result') {
    const messages = z
      .array(messageSchema)
      .min(1)
      .safeParse(part.kind === 'album' ? read.result : [read.result])
    const first = messages.data?.[0]
    if (!messages.success || !first)
      return { kind: 'unknown', reason: 'Telegram принял публикацию, но не назвал её номер. Проверьте канал.' }
    return { kind: 'sent', remoteId: messages.data.map((message) => message.message_id).join(','), url: telegramPostUrl(first) }
  }
  const { code, description, retryAfterMs } = read
  const said = `${code}${description === '' ? '' : `: ${description}`}`
  if (code === 429) return { kind: 'retry', afterMs: retryAfterMs ?? 60_000, reason: `Telegram просит подождать (${said}).` }
  // An album may have come out in part when one of its messages failed.
  if (/failed to send message #\d+/i.test(description))
    return { kind: 'unknown', reason: `Telegram отправил альбом не целиком (${said}). Проверьте канал.` }
  if (code >= 500)
    return { kind: 'unknown', reason: `Сбой на стороне Telegram (${said}): вышла ли публикация, неизвестно. Проверьте канал.` }
  const connection = code === 401 || code === 403 || code === 404 || /chat not found|not enough rights|kicked/i.test(description)
  return connection
    ? {
        kind: 'refused',
        to: 'needsPerson',
        access: true,
        reason: `Telegram не пускает в канал (${said}). Проверьте токен и права бота, затем отправьте снова.`,
      }
    : { kind: 'refused', to: 'failed', reason: `Telegram отказал (${said}). Публикация не вышла.` }
}
