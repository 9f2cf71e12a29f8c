import type { HttpRequest } from '../../../environment.ts'
import type { Access, LookupPost, PhotoUpload, PostRequest } from '../carrier.ts'
import { credentialsOf } from '../credentials.ts'
import { formBody } from '../form-data.ts'
import { textOfPost } from '../plain-post.ts'
import { uploadState } from './upload-state.ts'

/** Version of the interface whose requests and answers this folder knows. */
const version = '5.199'
const questionTimeoutMs = 20_000
const postTimeoutMs = 60_000
const uploadTimeoutMs = 120_000

/** The most posts that one question brings. */
export const wallPage = 100

const encoder = new TextEncoder()

/** A call of a method. The key goes in the body: addresses stand in the logs of whatever lies on the way. */
export const vkCall = (
  { settings }: Pick<Access, 'settings'>,
  token: string,
  method: string,
  parameters: Readonly<Record<string, string>>,
): HttpRequest => ({
  url: `${settings.apiRoot}/method/${method}`,
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: encoder.encode(new URLSearchParams({ ...parameters, v: version, access_token: token }).toString()),
  timeoutMs: method === 'wall.post' ? postTimeoutMs : questionTimeoutMs,
})

/** The photos of a post as VK calls them; without photos the link to the site. Empty where there is neither. */
export const attachmentsOf = ({ part, uploads }: PostRequest): string => {
  const photos = part.photos.flatMap((media) => uploads.find((upload) => upload.media === media)?.remoteId ?? [])
  const link = part.kind === 'article' || photos.length > 0 ? undefined : part.link
  return [...photos, ...(link === undefined ? [] : [link])].join(',')
}

/** The one request that makes a post. The same `guid` at every attempt keeps VK itself from taking it twice. */
export const wallPost = (post: PostRequest): HttpRequest => {
  const { part, settings, secret, mark } = post
  const keys = credentialsOf(secret)
  const attachments = attachmentsOf(post)
  const message = textOfPost(part.html)
  return vkCall(post, keys.community || keys.user || '', 'wall.post', {
    owner_id: `-${settings.group}`,
    from_group: '1',
    guid: mark,
    ...(message === '' ? {} : { message }),
    ...(attachments === '' ? {} : { attachments }),
  })
}

/** The next request of a photo's way to VK: where to, there, and what it is called then. */
export const photoRequest = (photo: PhotoUpload, written: string | null): HttpRequest => {
  const keys = credentialsOf(photo.secret)
  const state = uploadState(written, keys)
  const { group = '' } = photo.settings
  const wall = state.way === 'wall'
  const token = (wall ? keys.user : keys.community) ?? ''
  if (state.at === 'ask')
    return wall
      ? vkCall(photo, token, 'photos.getWallUploadServer', { group_id: group })
      : vkCall(photo, token, 'photos.getMessagesUploadServer', {})
  if (state.at === 'bring') {
    const boundary = `photo-${photo.mark}`
    return {
      url: state.url,
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: formBody(boundary, [['photo', photo.bytes, `${photo.media.slice(0, 16)}.jpg`]]),
      timeoutMs: uploadTimeoutMs,
    }
  }
  const { server, photo: taken, hash } = state
  const brought = { server: String(server), photo: taken, hash }
  return wall
    ? vkCall(photo, token, 'photos.saveWallPhoto', { group_id: group, ...brought })
    : vkCall(photo, token, 'photos.saveMessagesPhoto', brought)
}

/** The newest posts of the wall; null where no key allows to read it. */
export const wallQuestion = (post: LookupPost): HttpRequest | null => {
  const keys = credentialsOf(post.secret)
  const token = keys.service || keys.user
  if (!token) return null
  return vkCall(post, token, 'wall.get', {
    owner_id: `-${post.settings.group}`,
    count: String(wallPage),
    filter: 'owner',
  })
}
