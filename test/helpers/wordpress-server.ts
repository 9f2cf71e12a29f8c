import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import sharp from 'sharp'
import { z } from 'zod'
import { bodyOf, fieldsOf } from './http-form.ts'
import { checkArguments, RestError } from './wordpress-contract.ts'

/** What the site does with the next request of a kind instead of answering it properly. */
export type SiteTrouble =
  /** Takes what it is sent and never answers. */
  | { readonly kind: 'hang' }
  /** Cuts the connection once it has the request. */
  | { readonly kind: 'cut'; readonly taken: boolean }
  /** WordPress is being updated. */
  | { readonly kind: 'maintenance' }
  | { readonly kind: 'busy'; readonly retryAfter: number | null }
  /** An answer of WordPress's own that is an error. */
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly taken?: boolean }
  /** A page of HTML instead of an answer. */
  | { readonly kind: 'page'; readonly status: number; readonly taken: boolean }

type Shelf = 'posts' | 'pages'

export interface SitePost {
  readonly id: number
  readonly slug: string
  /** A page of its own, or an article in the stream. */
  readonly type: Shelf
  title: string
  content: string
  excerpt: string
  readonly featured: number | null
  readonly categories: readonly number[]
  readonly author: number | null
  /** An editor of the site may change it. */
  status: string
}

export interface SiteMedia {
  readonly id: number
  readonly url: string
  /** Name in the library, without ending. */
  readonly slug: string
  readonly alt: string
  readonly bytes: Buffer
}

type Matter = 'post' | 'upload' | 'question' | 'count'

export interface WordpressServer {
  readonly site: string
  readonly user: string
  readonly password: string
  readonly posts: readonly SitePost[]
  readonly media: readonly SiteMedia[]
  /** Every request for a post, refused ones too. */
  readonly requests: readonly { readonly path: string; readonly refused: string | null }[]
  /** The next requests of that kind meet these troubles, one each. */
  trouble(matter: Matter, ...next: readonly SiteTrouble[]): void
  /** Runs when a post was taken and its trouble is at hand, before the answer. */
  onPost(listener: (() => void) | null): void
  /** Readers have left so many comments at every article. */
  comment(times: number): void
  /** Everything that was posted is gone, as if it had never been. */
  clear(): void
  /** Takes this from the user. */
  forbid(capability: string): void
  close(): Promise<void>
}

interface SiteOptions {
  /** Does every page name the REST interface in its header? */
  readonly link?: boolean
  /** Has it addresses such as `/wp-json/`? */
  readonly pretty?: boolean
}

const postSchema = z.object({
  title: z.string().default(''),
  content: z.string().default(''),
  excerpt: z.string().default(''),
  slug: z.string().default(''),
  status: z.string().default('draft'),
  featured_media: z.number().nullable().default(null),
  categories: z.array(z.number()).default([]),
  author: z.number().nullable().default(null),
})

/**
 * A WordPress of the test's own on 127.0.0.1: it holds every request against the official description of the interface,
 * keeps what was posted, makes `-2` of an address that is taken, and makes trouble when told to.
 */
export const startWordpressServer = async ({ link = true, pretty = true }: SiteOptions = {}): Promise<WordpressServer> => {
  const user = 'redaktor'
  const password = 'aBcD 1234 eFgH 5678 iJkL 9012'
  const posts: SitePost[] = []
  const media: SiteMedia[] = []
  const requests: { path: string; refused: string | null }[] = []
  const troubles: Record<Matter, SiteTrouble[]> = { post: [], upload: [], question: [], count: [] }
  const lacking = new Set<string>()
  let listener: (() => void) | null = null
  let lastId = 10
  let comments = 0
  let site = ''

  const answer = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers })
    response.end(JSON.stringify(body))
  }
  const refuse = (response: ServerResponse, status: number, code: string, message: string): void =>
    answer(response, status, { code, message, data: { status } })

  /** Makes the trouble that is next, if there is any; says whether it did. */
  const troubled = async (matter: Matter, take: () => Promise<unknown>, response: ServerResponse): Promise<boolean> => {
    const trouble = troubles[matter].shift()
    if (!trouble) return false
    if (trouble.kind === 'hang' || ('taken' in trouble && trouble.taken)) await take()
    listener?.()
    if (trouble.kind === 'cut') response.socket?.destroy()
    if (trouble.kind === 'maintenance')
      answer(response, 503, { code: 'wp_die', message: 'Briefly unavailable.', data: { status: 503 } }, { 'retry-after': '600' })
    if (trouble.kind === 'busy') {
      const headers: Record<string, string> = trouble.retryAfter === null ? {} : { 'retry-after': String(trouble.retryAfter) }
      answer(response, 429, { code: 'too_many', message: 'Too Many Requests' }, headers)
    }
    if (trouble.kind === 'error') refuse(response, trouble.status, trouble.code, 'No.')
    if (trouble.kind === 'page') {
      response.writeHead(trouble.status, { 'content-type': 'text/html', 'retry-after': '5' })
      response.end('<html>proxy</html>')
    }
    return true
  }

  const freeSlug = (wanted: string): string => {
    for (let n = 1; ; n += 1) {
      const slug = n === 1 ? wanted : `${wanted}-${n}`
      if (!posts.some((post) => post.slug === slug)) return slug
    }
  }
  const shown = (post: SitePost) => ({ id: post.id, slug: post.slug, status: post.status, link: `${site}/${post.slug}/` })

  const createPost = async (type: Shelf, incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const given: unknown = JSON.parse((await bodyOf(incoming)).toString('utf8'))
    const values = z.record(z.string(), z.unknown()).parse(given)
    checkArguments(`${type}.create`, values)
    const post = postSchema.parse(given)
    if (post.title === '' && post.content === '' && post.excerpt === '') throw new RestError(400, 'empty_content', 'Empty.')
    if (post.status === 'publish' && lacking.has(`publish_${type}`)) throw new RestError(403, 'rest_cannot_publish', 'No.')
    requests.push({ path: type, refused: null })
    const take = async (): Promise<SitePost> => {
      lastId += 1
      const { featured_media: featured, ...rest } = post
      const made = { ...rest, type, id: lastId, slug: freeSlug(post.slug), featured }
      posts.push(made)
      return made
    }
    if (await troubled('post', take, response)) return
    const made = await take()
    listener?.()
    answer(response, 201, shown(made))
  }

  /** Changes an article, or puts it into the bin. */
  const changePost = async (
    type: Shelf,
    id: number,
    bin: boolean,
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const given: unknown = JSON.parse((await bodyOf(incoming)).toString('utf8'))
    const post = posts.find((each) => each.id === id && each.type === type)
    if (!post) throw new RestError(404, 'rest_post_invalid_id', 'Invalid post ID.')
    if (bin && post.status === 'trash') throw new RestError(410, 'rest_already_trashed', 'The post has already been deleted.')
    // What may be changed is what may be made: WordPress describes both with one schema.
    if (!bin) checkArguments(`${type}.create`, z.record(z.string(), z.unknown()).parse(given))
    const words = z.object({ title: z.string(), content: z.string(), excerpt: z.string() })
    const take = async () => Object.assign(post, bin ? { status: 'trash' } : words.parse(given))
    if (await troubled('post', take, response)) return
    await take()
    answer(response, 200, shown(post))
  }

  const createMedia = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(incoming.headers['content-type'] ?? '')?.[1]
    const fields = fieldsOf(await bodyOf(incoming), boundary ?? '')
    const file = fields.find((field) => field.name === 'file')
    if (!file) throw new RestError(400, 'rest_upload_no_data', 'No data supplied.')
    const words = Object.fromEntries(
      fields.filter((field) => field !== file).map(({ name, bytes }) => [name, bytes.toString('utf8')]),
    )
    checkArguments('media.create', words)
    const isDocument = file.fileName?.endsWith('.pdf') === true && file.bytes.subarray(0, 5).toString('latin1') === '%PDF-'
    const isPhoto = async (): Promise<boolean> => {
      const { format, width, height } = await sharp(file.bytes).metadata()
      return format === 'jpeg' && file.fileName?.endsWith('.jpg') === true && Math.max(width, height) <= 2560
    }
    if (!isDocument && !(await isPhoto()))
      throw new RestError(500, 'rest_upload_sideload_error', 'Sorry, you are not allowed to upload this file type.')
    const take = async (): Promise<SiteMedia> => {
      lastId += 1
      const name = file.fileName ?? ''
      const slug = name.replace(/\.[^.]*$/, '').toLowerCase()
      const made = { id: lastId, slug, url: `${site}/uploads/${lastId}-${name}`, alt: words.alt_text ?? '', bytes: file.bytes }
      media.push(made)
      return made
    }
    if (await troubled('upload', take, response)) return
    const made = await take()
    answer(response, 201, { id: made.id, source_url: made.url })
  }

  /** Files of the library by their names. */
  const listMedia = async (query: URLSearchParams, response: ServerResponse): Promise<void> => {
    const slugs = [...query.getAll('slug'), ...query.getAll('slug[]')]
    checkArguments('media.list', { slug: slugs })
    if (await troubled('question', async () => undefined, response)) return
    const found = media.filter(({ slug }) => slugs.includes(slug))
    answer(
      response,
      200,
      found.map(({ id, slug, url }) => ({ id, slug, source_url: url })),
    )
  }

  const listPosts = async (type: Shelf, query: URLSearchParams, response: ServerResponse): Promise<void> => {
    const all = (name: string) => [...query.getAll(name), ...query.getAll(`${name}[]`)]
    const slugs = all('slug')
    const states = all('status')
    checkArguments(`${type}.list`, { slug: slugs, status: states, context: query.get('context') ?? 'view' })
    if (await troubled('question', async () => undefined, response)) return
    const visible = (status: string) => states.includes(status) || (states.includes('any') && status !== 'trash')
    answer(
      response,
      200,
      posts.filter((post) => post.type === type && slugs.includes(post.slug) && visible(post.status)).map(shown),
    )
  }

  /** A page of the comments that readers see. */
  const listComments = async (query: URLSearchParams, response: ServerResponse): Promise<void> => {
    const wanted = query.getAll('post[]').map(Number)
    const page = Number(query.get('page') ?? 1)
    const size = Number(query.get('per_page') ?? 10)
    const order = query.get('order') ?? 'desc'
    checkArguments('comments.list', { post: wanted, page, per_page: size, order, orderby: query.get('orderby') ?? 'date_gmt' })
    if (size < 1 || size > 100) throw new RestError(400, 'rest_invalid_param', 'Invalid parameter(s): per_page')
    if (await troubled('count', async () => undefined, response)) return
    const all = posts.filter(({ id }) => wanted.includes(id)).flatMap(({ id }) => Array.from({ length: comments }, () => id))
    const shown = all.slice((page - 1) * size, page * size)
    answer(
      response,
      200,
      shown.map((post, at) => ({ id: (page - 1) * size + at + 1, post })),
    )
  }

  /** Takes an article away for good. */
  const erasePost = (id: number, query: URLSearchParams, response: ServerResponse): void => {
    checkArguments('posts.delete', { force: query.get('force') === 'true' })
    const at = posts.findIndex((post) => post.id === id)
    const [erased] = at < 0 ? [] : posts.splice(at, 1)
    if (!erased) throw new RestError(404, 'rest_post_invalid_id', 'Invalid post ID.')
    answer(response, 200, { deleted: true, previous: shown(erased) })
  }

  const capabilities = () =>
    Object.fromEntries(
      ['publish_posts', 'edit_posts', 'upload_files'].filter((name) => !lacking.has(name)).map((name) => [name, true]),
    )

  const resource = (url: URL): string | null => {
    const plain = url.searchParams.get('rest_route')
    if (plain !== null) return plain.replace(/^\//, '')
    return pretty && url.pathname.startsWith('/wp-json/') ? url.pathname.slice('/wp-json/'.length) : null
  }

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', site)
    const path = resource(url)
    if (path === null) {
      const root = pretty ? `${site}/wp-json/` : `${site}/index.php?rest_route=/`
      response.writeHead(url.pathname === '/' ? 200 : 404, link ? { link: `<${root}>; rel="https://api.w.org/"` } : {})
      response.end('<html>сайт</html>')
      return
    }
    if (path === '') return answer(response, 200, { namespaces: ['oembed/1.0', 'wp/v2'] })
    const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    const creating = incoming.method === 'POST'
    try {
      if (incoming.headers.authorization !== expected) throw new RestError(401, 'rest_cannot_create', 'Извините, вам нельзя.')
      const [, shelf, one] = /^wp\/v2\/(posts|pages)(?:\/(\d+))?$/.exec(path) ?? []
      const type: Shelf = shelf === 'pages' ? 'pages' : 'posts'
      if (creating && shelf && !one) return await createPost(type, incoming, response)
      if (creating && path === 'wp/v2/media') return await createMedia(incoming, response)
      const bin = url.searchParams.get('_method') === 'DELETE'
      if (creating && one && bin && url.searchParams.has('force')) return erasePost(Number(one), url.searchParams, response)
      if (creating && one) return await changePost(type, Number(one), bin, incoming, response)
      if (shelf) return await listPosts(type, url.searchParams, response)
      if (path === 'wp/v2/media') return await listMedia(url.searchParams, response)
      if (path === 'wp/v2/comments') return await listComments(url.searchParams, response)
      if (path !== 'wp/v2/users/me') throw new RestError(404, 'rest_no_route', 'No route was found.')
      checkArguments('users.me', { context: url.searchParams.get('context') ?? 'view' })
      answer(response, 200, { name: 'Редактор', capabilities: capabilities() })
    } catch (error) {
      const { status, code, message } = error instanceof RestError ? error : new RestError(400, 'rest_bad', String(error))
      if (creating && path === 'wp/v2/posts') requests.push({ path: 'posts', refused: message })
      refuse(response, status, code, message)
    }
  }

  const server = createServer((incoming, response) => {
    void handle(incoming, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('нет порта')
  site = `http://127.0.0.1:${place.port}`
  return {
    site,
    user,
    password,
    posts,
    media,
    requests,
    trouble: (matter, ...next) => {
      troubles[matter].push(...next)
    },
    onPost: (next) => {
      listener = next
    },
    comment: (times) => {
      comments = times
    },
    clear: () => {
      posts.length = 0
      media.length = 0
      requests.length = 0
    },
    forbid: (capability) => {
      lacking.add(capability)
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
