import { type Result, success } from '../../shared/api/result.ts'
import { afterOutcome } from './after-outcome.ts'
import { changeErrandOf } from './change-errand.ts'
import type { PostRequest } from './channels/carrier.ts'
import { noteRefusal } from './connection-state.ts'
import { decide } from './decide.ts'
import { errandOf, lookUp, uploaderOf } from './errand.ts'
import { holdIfNeeded } from './hold.ts'
import { letterFiles } from './letter-files.ts'
import { nextStep, type OutboxRow, type Step, withStep } from './outbox-row.ts'
import { broughtWith, markOf, type PostJob, photoBytes } from './post-job.ts'
import { remakePost } from './prepare-row.ts'
import { settleArticle } from './settle.ts'
import { uploadPhotos } from './upload-photos.ts'

/** The bytes of the photos that are part of the post itself. */
const ownPhotos = async (job: PostJob, step: Step): Promise<Result<readonly Uint8Array[]>> => {
  const photos: Uint8Array[] = []
  if (uploaderOf(job) !== null) return success(photos)
  for (const media of step.part.photos) {
    const bytes = await photoBytes(job, media, step.part)
    if (!bytes.ok) return bytes
    photos.push(bytes.value)
  }
  return success(photos)
}

/**
 * Looks for a post whose earlier attempt had an unknown outcome, whatever a person or two looks have said of it since
 * (rule O18). Resolves with the row when that settles it or nobody answers; null when it may be sent.
 */
const foundBefore = async (job: PostJob, row: OutboxRow, index: number, step: Step): Promise<OutboxRow | null> => {
  if (!step.suspect || row.purpose !== 'post') return null
  const found = await lookUp(job, row, index)
  if (found === null || found.kind === 'absent') return null
  const { outbox, environment } = job.newsroom
  await job.dependencies.crashPoint('lookedUp')
  const { kind } = found
  const outcome =
    kind === 'found' ? { ...found, kind: 'sent' as const } : { kind: 'retry' as const, afterMs: null, reason: found.reason }
  const settled = await outbox.change(job.id, (now) =>
    now.state === row.state && nextStep(now) === index ? afterOutcome(now, index, outcome, environment.now()) : null,
  )
  await settleArticle(job.newsroom, settled)
  return settled
}

/**
 * Sends the next post of a prepared row, once: the write that starts it compares the content again, and no socket is
 * opened before that write and its decision are on disk (rules O3, O5 and O10).
 */
export const sendPost = async (job: PostJob): Promise<OutboxRow> => {
  const { newsroom, channel, secret, id, dependencies } = job
  const { outbox, environment } = newsroom
  const before = await outbox.change(id, () => null)
  const index = nextStep(before)
  const first = before.steps[index]
  if (!first) throw new Error(`${id}: все части уже отправлены`)
  const found = await foundBefore(job, before, index, first)
  if (found) return found
  const remade = await remakePost(job, index)
  const next = remade.steps[index]
  if (!next || nextStep(remade) !== index || (remade.state !== 'prepared' && remade.state !== 'retryWait')) return remade
  const takesAway = before.purpose === 'remove'
  const current = takesAway ? remade : await uploadPhotos(job, index)
  const step = current.steps[index]
  const uploaded =
    takesAway || uploaderOf(job) === null || broughtWith(next.part).every((id) => step?.uploads.some(({ media }) => media === id))
  if (!step || !uploaded) return current
  const photos = takesAway ? success([]) : await ownPhotos(job, step)
  const files = await letterFiles(job, current, next.part)
  if (!photos.ok || !files.ok) {
    const reason = photos.ok ? (files.ok ? '' : files.failure.what) : photos.failure.what
    return outbox.change(id, (row) => (row.state === current.state ? { ...row, state: 'needsPerson', reason } : null))
  }
  await job.pace()
  const startedAt = environment.now()
  const { part, uploads } = step
  const post: PostRequest = {
    part,
    photos: photos.value,
    uploads,
    settings: channel.settings,
    secret,
    mark: markOf(id, index),
    recipient: current.recipient,
    files: files.value,
    at: startedAt,
  }
  const errand = current.purpose === 'post' ? errandOf(job, current, post, startedAt) : changeErrandOf(job, current, index, post)
  await dependencies.crashPoint('beforeSending')
  const started = await decide(
    outbox,
    id,
    async (row) => {
      if ((row.state !== 'prepared' && row.state !== 'retryWait') || nextStep(row) !== index || outbox.closing.aborted)
        return null
      const hold = await holdIfNeeded(newsroom, row)
      if (hold) return hold
      const sending = withStep(row, index, { state: 'sending', requestHash: errand.hash, startedAt })
      return { ...sending, state: 'sending', attempts: row.attempts + 1 }
    },
    () => dependencies.crashPoint('sendingWritten'),
  )
  if (!started) return outbox.change(id, () => null)
  newsroom.emit({ type: 'changed', feature: 'publishing', id })
  await dependencies.crashPoint('decisionRemembered')
  const outcome = await errand.run()
  await dependencies.crashPoint('answered')
  const row = await outbox.change(id, (now) => afterOutcome(now, index, outcome, environment.now()))
  await noteRefusal(job, outcome)
  await dependencies.crashPoint('outcomeWritten')
  await settleArticle(newsroom, row)
  await dependencies.crashPoint('articleSettled')
  return row
}
