import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { bodyOf, fieldsOf } from './http-form.ts'
import { BadRequest, botApi, checkMeaning, checkParameters, isFile } from './telegram-contract.ts'

/** What the server does with the next post instead of answering it properly. */
export type Trouble =
  /** Takes the post and never answers. */
  | { readonly kind: 'hang' }
  /** Cuts the connection once it has the request; `posted` says whether the post came out. */
  | { readonly kind: 'cut'; readonly posted: boolean }
  | { readonly kind: 'busy'; readonly retryAfter: number | null }
  | { readonly kind: 'broken'; readonly posted: boolean }
  /** A proxy's page instead of an answer. */
  | { readonly kind: 'page'; readonly status: number; readonly posted: boolean }
  | { readonly kind: 'error'; readonly code: number; readonly description: string }

/** A post as the readers of the chat have it. */
export interface Post {
  readonly method: string
  readonly chat: string
  /** An edit changes it. */
  text: string
  readonly photos: number
  readonly messageIds: readonly number[]
}

export interface TelegramServer {
  readonly root: string
  readonly token: string
  /** What is in the chats, in order. */
  readonly posts: readonly Post[]
  /** Every request for a post, refused ones too. */
  readonly requests: readonly { readonly method: string; readonly refused: string | null }[]
  /** Every request to change or to delete a post, refused ones too. */
  readonly changes: readonly { readonly method: string; readonly refused: string | null }[]
  /** Posts beyond the first of the same text and pictures in the same chat. */
  doubles(): number
  /** Takes the right to post from the bot. */
  forbidPosting(): void
  /** The next posts meet these troubles, one each. */
  trouble(...next: readonly Trouble[]): void
  /** Runs when a post was taken and its trouble is at hand, before the answer. */
  onPost(listener: (() => void) | null): void
  close(): Promise<void>
}

interface Chat {
  readonly id: number
  readonly username?: string
}

const chats: Readonly<Record<string, Chat>> = {
  '@gazeta': { id: -1001234567890, username: 'gazeta' },
  '@second': { id: -1002222222222, username: 'second' },
  '-1009876543210': { id: -1009876543210 },
}

/** Form fields arrive as text; those that the schema wants as something else are JSON. */
const parametersOf = async (method: string, incoming: IncomingMessage): Promise<Readonly<Record<string, unknown>>> => {
  const bytes = await bodyOf(incoming)
  const type = incoming.headers['content-type'] ?? ''
  if (bytes.length === 0) return {}
  if (type.startsWith('application/json')) return Object.fromEntries(Object.entries(JSON.parse(bytes.toString('utf8'))))
  const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(type)?.[1]
  if (boundary === undefined) throw new BadRequest('Bad Request: unsupported content type')
  const known = botApi.methods[method]?.fields ?? []
  return Object.fromEntries(
    fieldsOf(bytes, boundary).map(({ name, fileName, bytes: value }): [string, unknown] => {
      if (fileName !== null) return [name, { file: true, bytes: value }]
      const types = known.find((field) => field.name === name)?.types ?? []
      const text = value.toString('utf8')
      return [name, types.length > 0 && !types.includes('String') ? JSON.parse(text) : text]
    }),
  )
}

/**
 * A Bot API of the test's own on 127.0.0.1: it holds every request against the official schema, keeps what was posted,
 * and makes trouble when told to.
 */
export const startTelegramServer = async (token = '123456:TEST-token_0123456789'): Promise<TelegramServer> => {
  const posts: Post[] = []
  const requests: { method: string; refused: string | null }[] = []
  const changes: { method: string; refused: string | null }[] = []
  const troubles: Trouble[] = []
  let listener: (() => void) | null = null
  let lastId = 100
  let mayPost = true

  const answer = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  const refuse = (response: ServerResponse, code: number, description: string, parameters?: object): void =>
    answer(response, code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) })

  const makeTrouble = (trouble: Trouble, take: () => void, response: ServerResponse): void => {
    if (trouble.kind === 'hang' || ('posted' in trouble && trouble.posted)) take()
    listener?.()
    if (trouble.kind === 'cut') response.socket?.destroy()
    if (trouble.kind === 'busy')
      refuse(response, 429, 'Too Many Requests', trouble.retryAfter === null ? undefined : { retry_after: trouble.retryAfter })
    if (trouble.kind === 'broken') refuse(response, 500, 'Internal Server Error')
    if (trouble.kind === 'error') refuse(response, trouble.code, trouble.description)
    if (trouble.kind === 'page') {
      response.writeHead(trouble.status, { 'content-type': 'text/html' })
      response.end('<html>proxy</html>')
    }
  }

  /** What a change of posts would do; refuses one that is not there, or that would change nothing. */
  const changeOf = (method: string, parameters: Readonly<Record<string, unknown>>, text: string): (() => void) => {
    if (method === 'deleteMessages') {
      const ids = Array.isArray(parameters.message_ids) ? parameters.message_ids : []
      return () => {
        const kept = posts.filter((post) => !post.messageIds.some((id) => ids.includes(id)))
        posts.splice(0, posts.length, ...kept)
      }
    }
    const post = posts.find(({ messageIds }) => messageIds.includes(Number(parameters.message_id)))
    if (!post) throw new BadRequest('Bad Request: message to edit not found')
    if (post.photos > 0 !== (method === 'editMessageCaption'))
      throw new BadRequest('Bad Request: there is no text in the message to edit')
    if (post.text === text)
      throw new BadRequest('Bad Request: message is not modified: specified new message content is the same')
    return () => {
      post.text = text
    }
  }

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(incoming.url ?? '') ?? []
    if (given !== token) return refuse(response, 401, 'Unauthorized')
    const known = botApi.methods[method]
    if (!known) return refuse(response, 404, 'Not Found')
    const posting = method.startsWith('send')
    try {
      const parameters = await parametersOf(method, incoming)
      checkParameters(method, parameters)
      const text = checkMeaning(method, parameters)
      if (method === 'getMe') return answer(response, 200, { ok: true, result: { id: 1, is_bot: true, first_name: 'Бот' } })
      const chat = chats[String(parameters.chat_id)]
      if (!chat) throw new BadRequest('Bad Request: chat not found')
      if (method === 'getChat') return answer(response, 200, { ok: true, result: { ...chat, type: 'channel' } })
      if (method === 'getChatMember')
        return answer(response, 200, { ok: true, result: { status: 'administrator', can_post_messages: mayPost } })
      if (!posting) {
        const change = changeOf(method, parameters, text)
        changes.push({ method, refused: null })
        const trouble = troubles.shift()
        if (trouble) return makeTrouble(trouble, change, response)
        change()
        const message = { message_id: Number(parameters.message_id), date: 1, chat: { ...chat, type: 'channel' } }
        return answer(response, 200, { ok: true, result: method === 'deleteMessages' ? true : message })
      }
      requests.push({ method, refused: null })
      const photos = Object.values(parameters).filter(isFile).length
      let messages: object[] = []
      const take = (): void => {
        const ids = Array.from({ length: method === 'sendMediaGroup' ? photos : 1 }, () => (lastId += 1))
        posts.push({ method, chat: String(parameters.chat_id), text, photos, messageIds: ids })
        messages = ids.map((id) => ({ message_id: id, date: 1, chat: { ...chat, type: 'channel' } }))
      }
      const trouble = troubles.shift()
      if (trouble) return makeTrouble(trouble, take, response)
      take()
      listener?.()
      answer(response, 200, { ok: true, result: method === 'sendMediaGroup' ? messages : messages[0] })
    } catch (error) {
      const description = error instanceof BadRequest ? error.message : `Bad Request: ${String(error)}`
      if (/^(?:edit|delete)/.test(method)) changes.push({ method, refused: description })
      if (posting) requests.push({ method, refused: description })
      refuse(response, 400, description)
    }
  }

  const server = createServer((incoming, response) => {
    void handle(incoming, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('нет порта')
  const keyOf = (post: Post) => JSON.stringify([post.chat, post.method, post.text, post.photos])
  return {
    root: `http://127.0.0.1:${place.port}`,
    token,
    posts,
    requests,
    changes,
    doubles: () => posts.length - new Set(posts.map(keyOf)).size,
    trouble: (...next) => {
      troubles.push(...next)
    },
    forbidPosting: () => {
      mayPost = false
    },
    onPost: (next) => {
      listener = next
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
