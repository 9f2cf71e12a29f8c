import type { HttpRequest } from '../../../environment.ts'
import type { Http, PostRequest } from '../channel-adapter.ts'
import { telegramAnswer } from './outcome.ts'

const encoder = new TextEncoder()
const textTimeoutMs = 30_000
const uploadTimeoutMs = 120_000

interface Call {
  readonly settings: Readonly<Record<string, string>>
  readonly secret: string
}

const address = ({ settings, secret }: Call, method: string): string => `${settings.apiRoot}/bot${secret}/${method}`

const jsonCall = (call: Call, method: string, parameters: Readonly<Record<string, unknown>>): HttpRequest => ({
  url: address(call, method),
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: encoder.encode(JSON.stringify(parameters)),
  timeoutMs: textTimeoutMs,
})

/** Name and value of a form field; bytes are a photo. */
type Field = readonly [name: string, value: string | Uint8Array]

/** `multipart/form-data` (RFC 7578); names and text values here are our own, so nothing in them needs escaping. */
const formCall = (call: Call, method: string, boundary: string, fields: readonly Field[]): HttpRequest => {
  const pieces: Uint8Array[] = []
  for (const [name, value] of fields) {
    const photo = typeof value !== 'string'
    const file = photo ? `; filename="${name}.jpg"\r\nContent-Type: image/jpeg` : ''
    pieces.push(encoder.encode(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`))
    pieces.push(photo ? value : encoder.encode(value), encoder.encode('\r\n'))
  }
  pieces.push(encoder.encode(`--${boundary}--\r\n`))
  return {
    url: address(call, method),
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat(pieces),
    timeoutMs: uploadTimeoutMs,
  }
}

/** The one request of a post: `sendMessage`, `sendPhoto` or `sendMediaGroup` of the Bot API. */
export const telegramRequest = (post: PostRequest): HttpRequest => {
  const { part, photos, settings, mark } = post
  const chat = settings.chat ?? ''
  const boundary = `post-${mark}`
  const captioned = part.html === '' ? {} : { caption: part.html, parse_mode: 'HTML' }
  if (part.kind === 'text')
    return jsonCall(post, 'sendMessage', {
      chat_id: chat,
      text: part.html,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    })
  if (part.kind === 'photo')
    return formCall(post, 'sendPhoto', boundary, [
      ['chat_id', chat],
      ...Object.entries(captioned),
      ...photos.map((bytes): Field => ['photo', bytes]),
    ])
  // The caption of the first photo is shown as the album's.
  const media = photos.map((_, i) => ({ type: 'photo', media: `attach://photo${i}`, ...(i === 0 ? captioned : {}) }))
  return formCall(post, 'sendMediaGroup', boundary, [
    ['chat_id', chat],
    ['media', JSON.stringify(media)],
    ...photos.map((bytes, i): Field => [`photo${i}`, bytes]),
  ])
}

/** Is this a bot, and does it see the chat? Neither question posts anything. */
export const telegramSelfTest = async (
  http: Http,
  settings: Readonly<Record<string, string>>,
  secret: string,
): Promise<string | null> => {
  const questions = [
    ['getMe', {}, 'бот не отвечает на этот токен'],
    ['getChat', { chat_id: settings.chat }, `бот не видит канал ${settings.chat}; добавьте его туда администратором`],
  ] as const
  for (const [method, parameters, complaint] of questions) {
    const answer = telegramAnswer(await http({ ...jsonCall({ settings, secret }, method, parameters), timeoutMs: 10_000 }))
    if (answer.kind === 'error') return `Telegram: ${complaint} (${answer.code}: ${answer.description}).`
    if (answer.kind !== 'result') return `Связи с Telegram нет или ответ непонятен: ${answer.reason}.`
  }
  return null
}
