import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PostCounts } from '../../src/shared/publishing/counts.ts'
import { type Fault, type FaultServer, type Reply, startFaultServer } from './fault-server.ts'
import { fieldsOf } from './http-form.ts'

/**
 * What the methods take. Written by hand after the network's documentation (apiok.ru): it publishes no schema that a
 * machine could read.
 */
const methods: Readonly<Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>> = {
  'mediatopic.post': { required: ['attachment'], optional: ['type', 'gid', 'text_link_preview'] },
  'photosV2.getUploadUrl': { required: [], optional: ['gid', 'aid', 'count'] },
  'mediatopic.getByIds': { required: ['topic_ids', 'fields'], optional: ['media_limit', 'topic_owner_id'] },
  'group.getInfo': { required: ['uids', 'fields'], optional: ['move_to_top'] },
  'users.hasAppPermission': { required: ['ext_perm'], optional: [] },
}

const attachmentSchema = z.strictObject({
  media: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('text'), text: z.string().min(1) }),
        z.strictObject({ type: z.literal('photo'), list: z.array(z.strictObject({ id: z.string() })).min(1) }),
        z.strictObject({ type: z.literal('link'), url: z.string().regex(/^https?:\/\//) }),
      ]),
    )
    .min(1),
})

/** An error as Odnoklassniki say it: with status 200. */
export const okError = (code: number, taken = false): Fault => ({
  kind: 'answer',
  status: 200,
  taken,
  body: { error_code: code, error_msg: `ERROR ${code}`, error_data: null },
})

export interface Topic {
  readonly id: string
  readonly text: string
  readonly photos: readonly string[]
  readonly links: readonly string[]
}

export interface OkServer extends FaultServer {
  readonly group: string
  readonly application: string
  readonly keys: Readonly<Record<'token' | 'session', string>>
  readonly topics: readonly Topic[]
  /** Every request for a topic, refused ones too. */
  readonly requests: readonly { readonly refused: string | null }[]
  doubles(): number
  /** What readers have done with the topics so far, the same for each. */
  read(counts: PostCounts): void
  /** Takes a right from the token. */
  forbid(right: string): void
}

class OkRefusal extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** Odnoklassniki on 127.0.0.1: checks every call and its signature, keeps what was posted, makes trouble when told to. */
export const startOkServer = async (): Promise<OkServer> => {
  const group = '70000001234567'
  const application = 'CTESTAPPLICATION'
  const keys = { token: '-s-token-TEST', session: 'session-secret-TEST' }
  const topics: Topic[] = []
  const requests: { refused: string | null }[] = []
  const rights = new Set(['GROUP_CONTENT', 'PHOTO_CONTENT', 'VALUABLE_ACCESS'])
  const places = new Set<string>()
  const photos = new Set<string>()
  let last = 10
  let counts: PostCounts = { views: 0, likes: 0, reposts: 0, comments: 0 }

  const checkCall = (given: URLSearchParams): string => {
    const method = given.get('method') ?? ''
    const known = methods[method]
    if (!known) throw new OkRefusal(3, 'METHOD : Method does not exist')
    if (given.get('application_key') !== application) throw new OkRefusal(101, 'PARAM_API_KEY : Application does not exist')
    if (given.get('access_token') !== keys.token) throw new OkRefusal(103, 'PARAM_SESSION_KEY : Invalid session key')
    const signed = [...given.entries()].filter(([name]) => name !== 'sig' && name !== 'access_token' && name !== 'session_key')
    const line = signed.map(([name, value]) => `${name}=${value}`).sort()
    const sig = createHash('md5')
      .update(`${line.join('')}${keys.session}`)
      .digest('hex')
    if (given.get('sig') !== sig) throw new OkRefusal(104, 'PARAM_SIGNATURE : Invalid signature')
    const own = new Set(['method', 'application_key', 'access_token', 'format', 'sig', ...known.required, ...known.optional])
    for (const name of given.keys()) if (!own.has(name)) throw new OkRefusal(100, `PARAM : unknown parameter ${name}`)
    for (const name of known.required) if (!given.get(name)) throw new OkRefusal(100, `PARAM : missed required parameter ${name}`)
    if (given.get('format') !== 'json') throw new OkRefusal(100, 'PARAM : format')
    return method
  }
  const needRight = (right: string): void => {
    if (!rights.has(right)) throw new OkRefusal(10, `PERMISSION_DENIED : ${right}`)
  }
  const topicOf = (given: URLSearchParams): Topic => {
    if (given.get('type') !== 'GROUP_THEME') throw new OkRefusal(100, 'PARAM : type')
    if (given.get('gid') !== group) throw new OkRefusal(10, 'PERMISSION_DENIED : not an administrator of the group')
    needRight('GROUP_CONTENT')
    let parsed: unknown = null
    try {
      parsed = JSON.parse(given.get('attachment') ?? '')
    } catch {
      throw new OkRefusal(100, 'PARAM : attachment is no JSON')
    }
    const attachment = attachmentSchema.safeParse(parsed)
    if (!attachment.success) throw new OkRefusal(100, 'PARAM : attachment')
    const { media } = attachment.data
    const shown = media.flatMap((block) => (block.type === 'photo' ? block.list.map(({ id }) => id) : []))
    if (shown.some((id) => !photos.has(id))) throw new OkRefusal(100, 'PARAM : photo token')
    last += 1
    return {
      id: `15${last}`,
      text: media.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n'),
      photos: shown,
      links: media.flatMap((block) => (block.type === 'link' ? [block.url] : [])),
    }
  }
  const call = (given: URLSearchParams, root: string): Reply => {
    const method = checkCall(given)
    if (method === 'group.getInfo') {
      const seen = (given.get('uids') ?? '').split(',').filter((uid) => uid === group)
      return { matter: 'info', body: seen.map((uid) => ({ uid, name: 'Профсоюзная среда' })) }
    }
    if (method === 'users.hasAppPermission') return { matter: 'right', body: rights.has(given.get('ext_perm') ?? '') }
    if (method === 'photosV2.getUploadUrl') {
      if (given.get('gid') !== group) throw new OkRefusal(10, 'PERMISSION_DENIED : group')
      needRight('PHOTO_CONTENT')
      last += 1
      const id = `photo${last}==`
      places.add(id)
      return {
        matter: 'ask',
        body: { photo_ids: [id], upload_url: `${root}/upload?photoIds=${encodeURIComponent(id)}`, ttl_ms: 1 },
      }
    }
    if (method === 'mediatopic.getByIds') {
      const wanted = (given.get('topic_ids') ?? '').split(',')
      if (wanted.length > 100 || !wanted.every((id) => /^\d+$/.test(id))) throw new OkRefusal(100, 'PARAM : topic_ids')
      const named = (given.get('fields') ?? '').split(',')
      if (!named.every((field) => /^media_topic\.[A-Z_]+$/.test(field))) throw new OkRefusal(100, 'PARAM : fields')
      const asked = (field: string, told: object) => (named.includes(`media_topic.${field}`) ? told : {})
      const shown = topics.filter(({ id }) => wanted.includes(id))
      const seen = ({ id }: Topic) => ({
        ...asked('ID', { id }),
        ...asked('VIEWS_COUNT', counts.views === null ? {} : { views_count: counts.views }),
        ...asked('LIKE_SUMMARY', { like_summary: { count: counts.likes ?? 0 } }),
        ...asked('RESHARE_SUMMARY', { reshare_summary: { count: counts.reposts ?? 0 } }),
        ...asked('DISCUSSION_SUMMARY', { discussion_summary: { comments_count: counts.comments ?? 0 } }),
      })
      return { matter: 'count', body: { media_topics: shown.map(seen) } }
    }
    const topic = topicOf(given)
    requests.push({ refused: null })
    return { matter: 'post', body: JSON.stringify(topic.id), take: () => void topics.push(topic) }
  }
  const bring = (address: URL, type: string, body: Buffer): Reply => {
    const id = address.searchParams.get('photoIds') ?? ''
    const boundary = /boundary=(\S+)$/.exec(type)?.[1] ?? ''
    const file = fieldsOf(body, boundary).find(({ name, fileName }) => name === 'pic1' && fileName !== null)
    const jpeg = file?.bytes[0] === 0xff && file.bytes[1] === 0xd8
    if (!jpeg || !places.has(id)) return { matter: 'bring', body: { error_code: 454, error_msg: 'IMAGE', error_data: null } }
    const token = `token-of-${id}`
    return { matter: 'bring', body: { photos: { [id]: { token } } }, take: () => void photos.add(token) }
  }
  const server = await startFaultServer((incoming, body, root) => {
    const address = new URL(incoming.url ?? '/', root)
    if (address.pathname === '/upload') return bring(address, incoming.headers['content-type'] ?? '', body)
    const given = new URLSearchParams(body.toString('utf8'))
    try {
      if (address.pathname !== '/fb.do' || address.search !== '') throw new OkRefusal(4, 'REQUEST')
      return call(given, root)
    } catch (error) {
      if (!(error instanceof OkRefusal)) throw error
      if (given.get('method') === 'mediatopic.post') requests.push({ refused: error.message })
      return { matter: 'refused', body: { error_code: error.code, error_msg: error.message, error_data: null } }
    }
  })
  return {
    ...server,
    group,
    application,
    keys,
    topics,
    requests,
    doubles: () => topics.length - new Set(topics.map(({ text, photos: shown }) => JSON.stringify([text, shown]))).size,
    read: (next) => {
      counts = next
    },
    forbid: (right) => void rights.delete(right),
  }
}
