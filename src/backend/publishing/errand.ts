import { dirname } from 'node:path'
import { canonicalJson } from '../../shared/article/content.ts'
import type { HttpOutcome, HttpRequest, MailLetter, MailOutcome } from '../environment.ts'
import { errorCode, unless } from '../store/files.ts'
import type {
  FileCarrier,
  HttpCarrier,
  LookupOutcome,
  MailCarrier,
  PhotoUpload,
  PostOutcome,
  PostRequest,
  UploadOutcome,
} from './channels/carrier.ts'
import { secretWords } from './channels/credentials.ts'
import { mailThroughProxy, throughProxy } from './channels/proxy.ts'
import { documentItems } from './document-items.ts'
import type { OutboxRow } from './outbox-row.ts'
import { placeFile } from './place-file.ts'
import { markOf, type PostJob, sha256 } from './post-job.ts'

/** A post that is ready to be made. */
export interface Errand {
  /** SHA-256, hex, of what is sent. */
  readonly hash: string
  /** Makes it, exactly once. */
  readonly run: () => Promise<PostOutcome>
}

/** Whatever a network or a library says, the secret is not repeated, nor the header that carries it (rule O16). */
export const withoutSecret = <O extends object>(outcome: O, secret: string, request: HttpRequest | null): O => {
  if (!('reason' in outcome) || typeof outcome.reason !== 'string') return outcome
  const header = request?.headers.authorization?.split(' ').at(-1) ?? ''
  const hidden = [...secretWords(secret), header].filter((word) => word !== '')
  return { ...outcome, reason: hidden.reduce((text, word) => text.replaceAll(word, '…'), outcome.reason) }
}

/** Makes a request once; a network library that throws leaves its outcome unknown. */
export const once = async (
  { newsroom, proxy }: Pick<PostJob, 'newsroom' | 'proxy'>,
  request: HttpRequest,
): Promise<HttpOutcome> => {
  try {
    return await throughProxy(newsroom.environment.http, proxy)(request)
  } catch {
    return { kind: 'unknown', reason: 'соединение прервалось' }
  }
}

const overHttp = (job: PostJob, carrier: HttpCarrier, post: PostRequest): Errand => {
  const { secret } = job
  const request = carrier.request(post)
  return {
    hash: sha256(request.body ?? new Uint8Array()),
    run: async () => withoutSecret(carrier.outcome(await once(job, request), post.part, post), secret, request),
  }
}

const foreignFile = (path: string): PostOutcome => ({
  kind: 'refused',
  to: 'needsPerson',
  reason: `Файл ${path} сделан не этой программой, и он не тронут. Укажите в настройках канала другой файл или уберите этот.`,
})

/** Makes ready the one change of a channel's file that this row asks for. */
export const intoFile = (job: PostJob, carrier: FileCarrier, row: OutboxRow, startedAt: number): Errand => {
  const { files } = job.newsroom.environment
  const { settings } = job.channel
  const path = carrier.path(settings)
  const bytes = carrier.document(documentItems(job.newsroom, job.id, row, startedAt), settings, startedAt)
  const run = async (): Promise<PostOutcome> => {
    try {
      const present = await unless('ENOENT', files.read(path), null)
      if (present && present.length > 0 && !carrier.isOurs(present)) return foreignFile(path)
    } catch (error) {
      return carrier.failure(errorCode(error), path)
    }
    const placed = await placeFile(files, path, bytes)
    if (placed.kind === 'placed') return { kind: 'sent', remoteId: job.id, url: carrier.address(settings) }
    if (placed.kind === 'notPlaced') return carrier.failure(placed.code, path)
    return { kind: 'unknown', reason: `Файл ${path} записан, но диск не подтвердил запись.` }
  }
  return { hash: sha256(bytes), run }
}

/** SHA-256, hex, of a letter with its files. */
const letterHash = (letter: MailLetter): string => {
  const files = letter.files.map((file) => ({ ...file, bytes: sha256(file.bytes) }))
  return sha256(new TextEncoder().encode(canonicalJson({ ...letter, files })))
}

const byMail = ({ newsroom, secret, proxy }: PostJob, carrier: MailCarrier, post: PostRequest): Errand => {
  const letter = carrier.letter(post)
  const send = async (): Promise<MailOutcome> => {
    try {
      return await newsroom.environment.mail(mailThroughProxy(carrier.server(post), proxy), letter)
    } catch {
      return { kind: 'unknown', reason: 'соединение прервалось' }
    }
  }
  return {
    hash: letterHash(letter),
    run: async () => withoutSecret(carrier.outcome(await send(), letter.id), secret, null),
  }
}

/** Nothing leaves this machine by itself: a person is asked to put it in (rule C1). */
const intoHands = ({ part }: PostRequest): Errand => ({
  hash: sha256(new TextEncoder().encode(canonicalJson(part))),
  run: async () => ({ kind: 'handed', reason: 'Выложите вручную: возьмите текст и снимки и отметьте, когда выйдет.' }),
})

/** Makes ready the one letter or request, or the one change of a file, that is a post of this row. */
export const errandOf = (job: PostJob, row: OutboxRow, post: PostRequest, startedAt: number): Errand => {
  const { carrier } = job.adapter
  switch (carrier.kind) {
    case 'http':
      return overHttp(job, carrier, post)
    case 'file':
      return intoFile(job, carrier, row, startedAt)
    case 'mail':
      return byMail(job, carrier, post)
    case 'hand':
      return intoHands(post)
  }
}

/** More requests than any upload or question takes. */
const longestChain = 8

/** How photos are brought to this channel ahead of their post, may be repeated; null where they are part of the post. */
export const uploaderOf = (job: PostJob): ((photo: PhotoUpload) => Promise<UploadOutcome>) | null => {
  const { newsroom, adapter, secret } = job
  const { carrier } = adapter
  // A letter carries its photos; a person takes them along.
  if (carrier.kind === 'mail' || carrier.kind === 'hand') return null
  if (carrier.kind === 'http') {
    const { uploads } = carrier
    if (uploads === null) return null
    return async (photo) => {
      let state: string | null = null
      for (let step = 0; step < longestChain; step += 1) {
        const request = uploads.request(photo, state)
        const outcome = uploads.outcome(await once(job, request), photo, state)
        if (outcome.kind !== 'further') return withoutSecret(outcome, secret, request)
        state = outcome.state
      }
      throw new Error('загрузка снимка не кончается')
    }
  }
  return async (photo) => {
    const { file, upload } = carrier.photo(photo)
    const placed = await placeFile(newsroom.environment.files, file.path, file.bytes)
    return placed.kind === 'placed' ? { kind: 'uploaded', upload } : carrier.failure(placed.code, file.path)
  }
}

/** Can this channel be asked whether a post is there? */
export const canLookUp = ({ adapter }: Pick<PostJob, 'adapter'>): boolean =>
  adapter.carrier.kind === 'file' || (adapter.carrier.kind === 'http' && adapter.carrier.lookup !== null)

/** Asks the channel whether a post of the row is there; changes nothing. Null where it can't be asked. */
export const lookUp = async (job: PostJob, row: OutboxRow, index: number): Promise<LookupOutcome | null> => {
  const { newsroom, channel, adapter, secret, id } = job
  const step = row.steps[index]
  if (!step) return null
  const { part } = step
  const { carrier } = adapter
  const { settings } = channel
  if (carrier.kind === 'mail' || carrier.kind === 'hand') return null
  if (carrier.kind === 'http') {
    if (carrier.lookup === null) return null
    const post = { part, settings, secret, mark: markOf(id, index), since: step.startedAt ?? row.queuedAt }
    let state: string | null = null
    for (let asked = 0; asked < longestChain; asked += 1) {
      const request = carrier.lookup.request(post, state)
      if (request === null) return null
      const found = carrier.lookup.outcome(await once(job, request), part, post, state)
      if (found.kind !== 'further') return withoutSecret(found, secret, request)
      state = found.state
    }
    throw new Error('вопрос каналу не кончается')
  }
  const { files } = newsroom.environment
  const path = carrier.path(settings)
  try {
    const bytes = await unless('ENOENT', files.read(path), null)
    // A share that is not connected looks like a folder without the file.
    if (bytes === null && !(await files.facts(dirname(path))))
      return { kind: 'noAnswer', reason: `Папки ${dirname(path)} сейчас нет.` }
    return bytes !== null && carrier.holds(bytes, id)
      ? { kind: 'found', remoteId: id, url: carrier.address(settings) }
      : { kind: 'absent' }
  } catch (error) {
    return { kind: 'noAnswer', reason: carrier.failure(errorCode(error), path).reason }
  }
}
