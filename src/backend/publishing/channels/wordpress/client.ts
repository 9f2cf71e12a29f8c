import type { ChannelPart } from '../../../../shared/publishing/channel.ts'
import type { HttpRequest } from '../../../environment.ts'
import { escapeHtml, withFiles, withImages } from '../article-html.ts'
import type { Access, Lookup, PhotoUpload, PostChange, PostRequest } from '../carrier.ts'
import { type FormField, formBody } from '../form-data.ts'
import { categoryOf } from './settings.ts'

const encoder = new TextEncoder()
const questionTimeoutMs = 20_000
const postTimeoutMs = 60_000
const uploadTimeoutMs = 120_000

/** Works on any WordPress, whatever its addresses look like. */
const plainRoot = (settings: Readonly<Record<string, string>>): string => `${settings.site}/?rest_route=/`

/** Address of a resource; a root without pretty addresses has its query already. */
const address = ({ settings }: Access, path: string, query = ''): string => {
  const root = settings.restRoot || plainRoot(settings)
  const url = `${root}${path}`
  return query === '' ? url : `${url}${root.includes('?') ? '&' : '?'}${query}`
}

const headers = ({ settings, secret }: Access): Readonly<Record<string, string>> => ({
  accept: 'application/json',
  authorization: `Basic ${Buffer.from(`${settings.user}:${secret}`, 'utf8').toString('base64')}`,
})

/** A question that changes nothing; kept out of caches, which could answer from before. */
const question = (access: Access, path: string, query: string): HttpRequest => ({
  url: address(access, path, query),
  method: 'GET',
  headers: { ...headers(access), 'cache-control': 'no-cache' },
  body: null,
  timeoutMs: questionTimeoutMs,
})

/** Who am I, and what may I do? */
export const userQuestion = (access: Access): HttpRequest => question(access, 'wp/v2/users/me', 'context=edit')

/** Takes a photo into the site's library, with what it shows. */
export const mediaRequest = (photo: PhotoUpload): HttpRequest => {
  const boundary = `photo-${photo.mark}`
  const fields: FormField[] = [['file', photo.bytes, photo.file?.name ?? `${photo.media.slice(0, 16)}.jpg`]]
  if (photo.alternative !== '') fields.push(['alt_text', photo.alternative])
  return {
    url: address(photo, 'wp/v2/media'),
    method: 'POST',
    headers: { ...headers(photo), 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: formBody(boundary, fields),
    timeoutMs: uploadTimeoutMs,
  }
}

/** Name under which the site's library knows a file: that of the file without its ending. */
const libraryName = (name: string): string => name.replace(/\.[^.]*$/, '')

/** Is a file of this name in the site's library? */
export const fileQuestion = (photo: PhotoUpload): HttpRequest =>
  question(
    photo,
    'wp/v2/media',
    `slug=${encodeURIComponent(libraryName(photo.file?.name ?? ''))}&_fields=${encodeURIComponent('id,slug,source_url')}`,
  )

/** Where the site keeps things like this one: pages of their own, or the stream of articles. */
const shelfOf = (part: ChannelPart): string => (part.kind === 'article' && part.place === 'page' ? 'wp/v2/pages' : 'wp/v2/posts')

const articleOf = (post: PostRequest) => {
  const { part, uploads, settings } = post
  if (part.kind !== 'article') throw new Error(`WordPress не знает части «${part.kind}»`)
  const uploadOf = (media: string) => uploads.find((upload) => upload.media === media)
  const content = withImages(part.html, (media, alt) => {
    const upload = uploadOf(media)
    return upload?.url ? `<img class="wp-image-${upload.remoteId}" src="${escapeHtml(upload.url)}" ${alt}>` : ''
  })
  const cover = settings.cover === 'none' ? undefined : uploadOf(part.photos[0] ?? '')?.remoteId
  // A page belongs to no category, and the site signs it with nobody.
  const category = part.place === 'page' ? null : categoryOf(settings, part.rubric)
  return {
    title: escapeHtml(part.title),
    content: withFiles(content, (media) => uploadOf(media)?.url ?? null),
    excerpt: escapeHtml(part.summary),
    ...(cover === undefined ? {} : { featured_media: Number(cover) }),
    ...(category === null ? {} : { categories: [category] }),
    ...(settings.author ? { author: Number(settings.author) } : {}),
  }
}

const writing = (post: Access, url: string, body: object): HttpRequest => ({
  url,
  method: 'POST',
  headers: { ...headers(post), 'content-type': 'application/json' },
  body: encoder.encode(JSON.stringify(body)),
  timeoutMs: postTimeoutMs,
})

/** The one request that makes an article. It comes out at once: times are kept by the outbox. */
export const articleRequest = (post: PostRequest): HttpRequest => {
  const slug = post.part.kind === 'article' ? post.part.slug : ''
  return writing(post, address(post, shelfOf(post.part)), { ...articleOf(post), slug, status: post.settings.status ?? 'publish' })
}

const ownAddress = (post: PostChange, query = ''): string =>
  address(post, `${shelfOf(post.part)}/${encodeURIComponent(post.remoteId)}`, query)

/** Changes an article; its address, its state and its time stay. */
export const articleEditRequest = (post: PostChange): HttpRequest => writing(post, ownAddress(post), articleOf(post))

/** Puts an article into the bin. Written so that hosts which let through nothing but GET and POST let it through. */
export const binRequest = (post: PostChange): HttpRequest => writing(post, ownAddress(post, '_method=DELETE'), {})

/** WordPress renames an article in the bin so; asked for, too, so that what a person threw away is not sent again. */
export const inBin = (slug: string): string => `${slug}__trashed`

/** Is the article of this address there, in whatever state? */
export const articleQuestion: Lookup['request'] = (post) => {
  const slug = post.part.kind === 'article' ? post.part.slug : ''
  const names = ['slug[]', 'slug[]', 'status[]', 'status[]', 'context', '_fields']
  const values = [slug, inBin(slug), 'any', 'trash', 'edit', 'id,slug,status,link']
  const query = names.map((name, at) => `${encodeURIComponent(name)}=${encodeURIComponent(values[at] ?? '')}`)
  return question(post, shelfOf(post.part), query.join('&'))
}

/** Makes a post that no reader sees, with this title. */
export const draftRequest = (access: Access, title: string): HttpRequest =>
  writing(access, address(access, 'wp/v2/posts'), { title, content: title, status: 'draft' })

/** Takes a post away for good, past the bin. */
export const eraseRequest = (access: Access, post: number): HttpRequest =>
  writing(access, address(access, `wp/v2/posts/${post}`, '_method=DELETE&force=true'), {})

/** The most comments that one question brings. */
export const commentPage = 100

/** Approved comments of these posts: which post each belongs to, a page at a time, the oldest first. */
export const commentQuestion = (access: Access, posts: readonly string[], page: number): HttpRequest => {
  const fixed = [`per_page=${commentPage}`, `page=${page}`, 'order=asc', 'orderby=id', '_fields=id%2Cpost']
  return question(
    access,
    'wp/v2/comments',
    [...posts.map((post) => `post%5B%5D=${encodeURIComponent(post)}`), ...fixed].join('&'),
  )
}
