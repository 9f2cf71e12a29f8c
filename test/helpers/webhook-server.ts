import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { type FaultServer, startFaultServer } from './fault-server.ts'

/** The request as docs/webhook.md describes it. */
const articleSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** Said of the page of an issue alone. */
  kind: z.literal('issue').optional(),
  id: z.string().min(1),
  title: z.string(),
  summary: z.string(),
  rubric: z.string(),
  byline: z.string(),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  html: z.string(),
  photos: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({
        id: z.string(),
        name: z.string().endsWith('.jpg').optional(),
        alternative: z.string(),
        type: z.literal('image/jpeg'),
        base64: z.base64().startsWith('/9j/'),
      }),
      z.strictObject({
        id: z.string(),
        name: z.string().endsWith('.pdf'),
        alternative: z.string(),
        type: z.literal('application/pdf'),
        base64: z.base64().startsWith('JVBER'),
      }),
    ]),
  ),
})
type SentArticle = z.infer<typeof articleSchema>

const removalSchema = z.strictObject({ schemaVersion: z.literal(1), id: z.string().min(1), removed: z.literal(true) })

export interface WebhookServer extends FaultServer {
  readonly address: string
  readonly key: string
  /** What the site shows. It has no guard of its own against doubles: two of one id are two. */
  readonly posts: readonly SentArticle[]
  /** Every request for a post, refused ones too. */
  readonly requests: readonly { readonly refused: string | null }[]
  doubles(): number
}

/** A site on 127.0.0.1 that takes signed JSON, holds it against the schema and makes trouble when told to. */
export const startWebhookServer = async (): Promise<WebhookServer> => {
  const key = 'webhook-key-TEST-0123456789'
  const posts: SentArticle[] = []
  const requests: { refused: string | null }[] = []
  const signed = (bytes: string | Buffer) => `sha256=${createHmac('sha256', key).update(bytes).digest('hex')}`
  const refused = (status: number, error: string) => {
    requests.push({ refused: error })
    return { matter: 'refused', status, body: { error } }
  }
  const server = await startFaultServer((incoming, body, root) => {
    const given = incoming.headers['x-newsroom-signature']
    const urlOf = (id: string) => `${root}/articles/${id}`
    if (incoming.method === 'GET') {
      const id = new URL(incoming.url ?? '', root).searchParams.get('id') ?? ''
      if (given !== signed(id)) return { matter: 'refused', status: 401, body: { error: 'wrong signature' } }
      const found = posts.some((post) => post.id === id)
      return { matter: 'lookup', body: found ? { found, id, url: urlOf(id) } : { found } }
    }
    if (given !== signed(body)) return refused(401, 'wrong signature')
    const text = body.toString('utf8')
    const removal = removalSchema.safeParse(text.startsWith('{') ? JSON.parse(text) : null)
    if (incoming.method === 'PUT' && removal.success) {
      const { id } = removal.data
      const at = posts.findIndex((post) => post.id === id)
      if (at < 0) return { matter: 'refused', status: 404, body: { error: 'no such article' } }
      return { matter: 'change', body: { id, url: null }, take: () => void posts.splice(at, 1) }
    }
    const article = articleSchema.safeParse(text.startsWith('{') ? JSON.parse(text) : null)
    if (!article.success) return refused(422, article.error.issues.map(({ path }) => path.join('.')).join(', '))
    const { id } = article.data
    if (incoming.headers['idempotency-key'] !== id) return refused(422, 'idempotency-key')
    if (incoming.method === 'PUT') {
      const at = posts.findIndex((post) => post.id === id)
      if (at < 0) return { matter: 'refused', status: 404, body: { error: 'no such article' } }
      return { matter: 'change', body: { id, url: urlOf(id) }, take: () => void posts.splice(at, 1, article.data) }
    }
    requests.push({ refused: null })
    return { matter: 'post', status: 201, body: { id, url: urlOf(id) }, take: () => void posts.push(article.data) }
  })
  return {
    ...server,
    address: `${server.root}/newsroom`,
    key,
    posts,
    requests,
    doubles: () => posts.length - new Set(posts.map(({ id }) => id)).size,
  }
}
