import { afterOutcome } from './after-outcome.ts'
import type { NotSent } from './channels/carrier.ts'
import { noteRefusal } from './connection-state.ts'
import { uploaderOf } from './errand.ts'
import { holdIfNeeded } from './hold.ts'
import { nextStep, type OutboxRow, withStep } from './outbox-row.ts'
import { broughtWith, fileOf, type PostJob, photoBytes } from './post-job.ts'

const ready = (row: OutboxRow, index: number): boolean =>
  (row.state === 'prepared' || row.state === 'retryWait') && nextStep(row) === index

/**
 * Brings the photos of a post to the channel ahead of it, one after another; what the channel calls each is on disk before
 * the next request (rule O17). Resolves with the row: the post may be made when it holds all its uploads.
 */
export const uploadPhotos = async (job: PostJob, index: number): Promise<OutboxRow> => {
  const { newsroom, channel, secret, id, dependencies } = job
  const { outbox, environment } = newsroom
  let row = await outbox.change(id, () => null)
  const upload = uploaderOf(job)
  if (upload === null) return row
  const part = row.steps[index]?.part
  if (part === undefined) return row
  const missing = (media: string) => !row.steps[index]?.uploads.some((done) => done.media === media)
  const refused = (notSent: NotSent) =>
    outbox.change(id, (now) => (ready(now, index) ? afterOutcome(now, index, notSent, environment.now()) : null))
  for (const [at, media] of broughtWith(part).entries()) {
    if (!missing(media)) continue
    if (outbox.closing.aborted) return row
    // Photos leave the house, too: not when the article was taken back in the meantime.
    row = await outbox.change(id, (now) => (ready(now, index) ? holdIfNeeded(newsroom, now) : null))
    if (!ready(row, index)) return row
    const bytes = await photoBytes(job, media, part)
    if (!bytes.ok) return refused({ kind: 'refused', to: 'needsPerson', reason: bytes.failure.what })
    const alternative = part.kind === 'article' ? (part.alternatives[at] ?? '') : ''
    const photo = {
      file: fileOf(part, media),
      media,
      bytes: bytes.value,
      alternative,
      settings: channel.settings,
      secret,
      mark: `${id}-${media.slice(0, 12)}`,
    }
    await dependencies.crashPoint('beforeUpload')
    const outcome = await upload(photo)
    await dependencies.crashPoint('uploadAnswered')
    if (outcome.kind !== 'uploaded') {
      await noteRefusal(job, outcome)
      return refused(outcome)
    }
    row = await outbox.change(id, (now) => {
      const uploads = [...(now.steps[index]?.uploads ?? []), outcome.upload]
      return ready(now, index) ? { ...withStep(now, index, { uploads }), retries: 0 } : null
    })
    await dependencies.crashPoint('uploadWritten')
    if (!ready(row, index)) return row
  }
  return row
}
