import { createHash } from 'node:crypto'
import type { HttpRequest } from '../../../environment.ts'
import type { Access, PhotoUpload, PostRequest } from '../carrier.ts'
import { credentialsOf } from '../credentials.ts'
import { formBody } from '../form-data.ts'
import { textOfPost } from '../plain-post.ts'
import { uploadState } from './upload-state.ts'

const questionTimeoutMs = 20_000
const postTimeoutMs = 60_000
const uploadTimeoutMs = 120_000

const encoder = new TextEncoder()

/** The signature of a call: MD5, hex, of its parameters in the order of their names, and of the session's secret key. */
const signature = (parameters: Readonly<Record<string, string>>, session: string): string => {
  const sorted = Object.keys(parameters).sort()
  const line = sorted.map((name) => `${name}=${parameters[name]}`).join('')
  return createHash('md5').update(`${line}${session}`, 'utf8').digest('hex')
}

/** A call of a method. The token goes in the body, beside what is signed: addresses stand in logs on the way. */
export const okCall = (
  { settings, secret }: Access,
  method: string,
  given: Readonly<Record<string, string>>,
  timeoutMs = questionTimeoutMs,
): HttpRequest => {
  const { token = '', session = '' } = credentialsOf(secret)
  const signed = { ...given, application_key: settings.application ?? '', format: 'json', method }
  const body = new URLSearchParams({ ...signed, sig: signature(signed, session), access_token: token })
  return {
    url: `${settings.apiRoot}/fb.do`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: encoder.encode(body.toString()),
    timeoutMs,
  }
}

/** The one request that makes a topic in the group's name: its text, its photos or else the link to the site. */
export const topicPost = (post: PostRequest): HttpRequest => {
  const { part, uploads, settings } = post
  const photos = part.photos.flatMap((media) => uploads.find((upload) => upload.media === media)?.remoteId ?? [])
  const link = part.kind === 'article' || photos.length > 0 ? undefined : part.link
  const text = textOfPost(part.html)
  const media = [
    ...(text === '' ? [] : [{ type: 'text', text }]),
    ...(photos.length === 0 ? [] : [{ type: 'photo', list: photos.map((id) => ({ id })) }]),
    ...(link === undefined ? [] : [{ type: 'link', url: link }]),
  ]
  const attachment = JSON.stringify({ media })
  return okCall(post, 'mediatopic.post', { type: 'GROUP_THEME', gid: settings.group ?? '', attachment }, postTimeoutMs)
}

/** Where may a photo of a topic be brought? */
export const uploadQuestion = (access: Access): HttpRequest =>
  okCall(access, 'photosV2.getUploadUrl', { gid: access.settings.group ?? '', count: '1' })

/** The next request of a photo's way to Odnoklassniki. */
export const photoRequest = (photo: PhotoUpload, written: string | null): HttpRequest => {
  const state = uploadState(written)
  if (state.at === 'ask') return uploadQuestion(photo)
  const boundary = `photo-${photo.mark}`
  return {
    url: state.url,
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: formBody(boundary, [['pic1', photo.bytes, `${photo.media.slice(0, 16)}.jpg`]]),
    timeoutMs: uploadTimeoutMs,
  }
}
