import { createHmac } from 'node:crypto'
import type { HttpRequest } from '../../../environment.ts'
import type { Access, LookupPost, PostRequest } from '../carrier.ts'

const postTimeoutMs = 120_000
const questionTimeoutMs = 20_000

const encoder = new TextEncoder()

/** HMAC-SHA256, hex, of the bytes under the channel's key. */
const signature = (secret: string, bytes: Uint8Array): string => createHmac('sha256', secret).update(bytes).digest('hex')

const headers = (secret: string, signed: Uint8Array): Readonly<Record<string, string>> => ({
  accept: 'application/json',
  'x-newsroom-signature': `sha256=${signature(secret, signed)}`,
})

/** The one request that brings an article with its photos. Its key is the same at every attempt. */
export const articleRequest = (post: PostRequest): HttpRequest => {
  const { part, photos, secret, settings, mark } = post
  if (part.kind !== 'article') throw new Error(`сайт не знает части «${part.kind}»`)
  const body = encoder.encode(
    JSON.stringify({
      schemaVersion: 1,
      id: mark,
      title: part.title,
      summary: part.summary,
      rubric: part.rubric,
      byline: part.byline,
      slug: part.slug,
      html: part.html,
      photos: part.photos.map((id, at) => ({
        id,
        alternative: part.alternatives[at] ?? '',
        type: 'image/jpeg',
        base64: Buffer.from(photos[at] ?? new Uint8Array()).toString('base64'),
      })),
    }),
  )
  return {
    url: settings.address ?? '',
    method: 'POST',
    headers: { ...headers(secret, body), 'content-type': 'application/json', 'idempotency-key': mark },
    body,
    timeoutMs: postTimeoutMs,
  }
}

/** Is the article with this id there? What is signed is the id. */
export const articleQuestion = ({ settings, secret, mark }: Access & Pick<LookupPost, 'mark'>): HttpRequest => {
  const url = new URL(settings.address ?? '')
  url.searchParams.set('id', mark)
  return {
    url: url.href,
    method: 'GET',
    headers: { ...headers(secret, encoder.encode(mark)), 'cache-control': 'no-cache' },
    body: null,
    timeoutMs: questionTimeoutMs,
  }
}
