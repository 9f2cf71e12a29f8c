import { createHmac } from 'node:crypto'
import type { ArticlePart } from '../../../../shared/publishing/channel.ts'
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

/** A signed request with this JSON. Its key is the same at every attempt. */
export const signedBody = ({ secret, settings, mark }: PostRequest, value: object): HttpRequest => {
  const body = encoder.encode(JSON.stringify(value))
  return {
    url: settings.address ?? '',
    method: 'POST',
    headers: { ...headers(secret, body), 'content-type': 'application/json', 'idempotency-key': mark },
    body,
    timeoutMs: postTimeoutMs,
  }
}

/** A file of an issue's page keeps its name; a photo has none. */
const nameOf = (part: ArticlePart, id: string): { readonly name?: string } => {
  const file = part.files?.find(({ media }) => media === id)
  return file ? { name: file.name } : {}
}

/** The one request that brings an article with its photos. Its key is the same at every attempt. */
export const articleRequest = (post: PostRequest): HttpRequest => {
  const { part, photos, mark } = post
  if (part.kind !== 'article') throw new Error(`сайт не знает части «${part.kind}»`)
  return signedBody(post, {
    schemaVersion: 1,
    ...(part.place === 'page' ? { kind: 'issue' } : {}),
    id: mark,
    title: part.title,
    summary: part.summary,
    rubric: part.rubric,
    byline: part.byline,
    slug: part.slug,
    html: part.html,
    photos: part.photos.map((id, at) => ({
      id,
      ...nameOf(part, id),
      alternative: part.alternatives[at] ?? '',
      type: part.files?.find(({ media }) => media === id)?.type ?? 'image/jpeg',
      base64: Buffer.from(photos[at] ?? new Uint8Array()).toString('base64'),
    })),
  })
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
