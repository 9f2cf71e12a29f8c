import type { HttpRequest } from '../../../environment.ts'
import type { Access, PostRequest } from '../carrier.ts'
import { type FormField, formBody } from '../form-data.ts'

const encoder = new TextEncoder()
const textTimeoutMs = 30_000
const uploadTimeoutMs = 120_000

const address = ({ settings, secret }: Access, method: string): string => `${settings.apiRoot}/bot${secret}/${method}`

/** A call with parameters as JSON. */
export const jsonCall = (call: Access, method: string, parameters: Readonly<Record<string, unknown>>): HttpRequest => ({
  url: address(call, method),
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: encoder.encode(JSON.stringify(parameters)),
  timeoutMs: textTimeoutMs,
})

const formCall = (call: Access, method: string, boundary: string, fields: readonly FormField[]): HttpRequest => ({
  url: address(call, method),
  method: 'POST',
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  body: formBody(boundary, fields),
  timeoutMs: uploadTimeoutMs,
})

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
      ...photos.map((bytes): FormField => ['photo', bytes]),
    ])
  // The caption of the first photo is shown as the album's.
  const media = photos.map((_, i) => ({ type: 'photo', media: `attach://photo${i}`, ...(i === 0 ? captioned : {}) }))
  return formCall(post, 'sendMediaGroup', boundary, [
    ['chat_id', chat],
    ['media', JSON.stringify(media)],
    ...photos.map((bytes, i): FormField => [`photo${i}`, bytes]),
  ])
}
