import { createHash } from 'node:crypto'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ChannelPart } from '../../shared/publishing/channel.ts'
import type { HttpOutcome, HttpRequest } from '../environment.ts'
import type { Newsroom } from '../newsroom.ts'
import type { ChannelAdapter, PostOutcome } from './channels/channel-adapter.ts'
import { decide } from './decide.ts'
import { holdIfNeeded } from './hold.ts'
import { nextStep, type OutboxRow, withStep } from './outbox-row.ts'
import { retryDelay } from './retry.ts'
import type { SendingDependencies } from './sending-dependencies.ts'
import { settleArticle } from './settle.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The bytes of a post's photos, fit for the channel. A photo is named by its hash, so a changed file is noticed. */
const photosOf = async (
  newsroom: Newsroom,
  adapter: ChannelAdapter,
  part: ChannelPart,
): Promise<Result<readonly Uint8Array[]>> => {
  const photos: Uint8Array[] = []
  for (const id of part.photos) {
    const bytes = await newsroom.media.read(id).catch(() => null)
    if (!bytes || sha256(bytes) !== id) return failure('damaged', 'Файл снимка пропал или повреждён.')
    const fit = await adapter.preparePhoto(bytes)
    if (!fit.ok) return fit
    photos.push(fit.value)
  }
  return success(photos)
}

/** Names the post where a delivery has several. */
const partName = (row: OutboxRow, index: number): string => {
  if (row.steps.length < 2) return ''
  const what = row.steps[index]?.part.kind === 'text' ? 'текст' : 'снимки'
  return `Часть ${index + 1} из ${row.steps.length} (${what}). `
}

/** The row after one of its posts had this outcome: one row of the table of channels' failures (rules O6 and O7). */
export const afterOutcome = (row: OutboxRow, index: number, outcome: PostOutcome, now: number): OutboxRow => {
  const told = (reason: string) => `${partName(row, index)}${reason}`
  switch (outcome.kind) {
    case 'sent': {
      const { remoteId, url } = outcome
      const done = { ...withStep(row, index, { state: 'sent', remoteId, url, sentAt: now }), retries: 0, reason: null }
      if (nextStep(done) >= 0) return { ...done, state: 'prepared' }
      return { ...done, state: 'sent', publishedAt: now, url: done.steps.find((step) => step.url !== null)?.url ?? null }
    }
    case 'retry': {
      const waiting = { ...withStep(row, index, { state: 'waiting' }), retries: row.retries + 1, reason: told(outcome.reason) }
      const delay = retryDelay(row.retries, outcome.afterMs)
      if (delay === null)
        return { ...waiting, state: 'needsPerson', reason: told(`${outcome.reason} Попыток было ${waiting.retries}.`) }
      return { ...waiting, state: 'retryWait', dueAt: now + delay }
    }
    case 'refused':
      return { ...withStep(row, index, { state: 'waiting' }), state: outcome.to, reason: told(outcome.reason) }
    case 'unknown':
      return { ...withStep(row, index, { state: 'unknown' }), state: 'unknown', reason: told(outcome.reason) }
  }
}

/** Whatever a network or a library says, the secret is not repeated. */
const withoutSecret = (outcome: PostOutcome, secret: string): PostOutcome =>
  'reason' in outcome ? { ...outcome, reason: outcome.reason.replaceAll(secret, '…') } : outcome

const once = async (newsroom: Newsroom, request: HttpRequest): Promise<HttpOutcome> => {
  try {
    return await newsroom.environment.http(request)
  } catch {
    return { kind: 'unknown', reason: 'соединение прервалось' }
  }
}

interface PostJob {
  readonly newsroom: Newsroom
  readonly adapter: ChannelAdapter
  readonly settings: Readonly<Record<string, string>>
  readonly secret: string
  readonly id: string
  /** Resolves when the channel may take another post. */
  readonly pace: () => Promise<void>
  readonly dependencies: SendingDependencies
}

/**
 * Sends the next post of a prepared row, once: the write that starts it compares the content again, and no socket is
 * opened before that write and its decision are on disk (rules O3, O5 and O10).
 */
export const sendPost = async (job: PostJob): Promise<OutboxRow> => {
  const { newsroom, adapter, settings, secret, id, dependencies } = job
  const { outbox, environment } = newsroom
  const current = await outbox.change(id, () => null)
  const index = nextStep(current)
  const step = current.steps[index]
  if (!step) throw new Error(`${id}: все части уже отправлены`)
  const photos = await photosOf(newsroom, adapter, step.part)
  if (!photos.ok)
    return outbox.change(id, (row) =>
      row.state === current.state ? { ...row, state: 'needsPerson', reason: photos.failure.what } : null,
    )
  const request = adapter.request({ part: step.part, photos: photos.value, settings, secret, mark: `${id}-${index}` })
  await job.pace()
  await dependencies.crashPoint('beforeSending')
  const started = await decide(
    outbox,
    id,
    async (row) => {
      if ((row.state !== 'prepared' && row.state !== 'retryWait') || nextStep(row) !== index || outbox.closing.aborted)
        return null
      const hold = await holdIfNeeded(newsroom, row)
      if (hold) return hold
      const sending = withStep(row, index, { state: 'sending', requestHash: sha256(request.body ?? new Uint8Array()) })
      return { ...sending, state: 'sending', attempts: row.attempts + 1 }
    },
    () => dependencies.crashPoint('sendingWritten'),
  )
  if (!started) return outbox.change(id, () => null)
  newsroom.emit({ type: 'changed', feature: 'publishing', id })
  await dependencies.crashPoint('decisionRemembered')
  const answer = await once(newsroom, request)
  await dependencies.crashPoint('answered')
  const outcome = withoutSecret(adapter.outcome(answer, step.part), secret)
  const row = await outbox.change(id, (now) => afterOutcome(now, index, outcome, environment.now()))
  await dependencies.crashPoint('outcomeWritten')
  await settleArticle(newsroom, row)
  await dependencies.crashPoint('articleSettled')
  return row
}
