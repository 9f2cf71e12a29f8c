import type { PostChange, PostRequest } from './channels/carrier.ts'
import { livePost } from './live-post.ts'
import { newSteps, type OutboxRow, type Step } from './outbox-row.ts'
import { partsOf } from './parts-of.ts'
import { broughtWith, markOf, type PostJob } from './post-job.ts'

/** Steps of a change, or why the channel can't make it, for people. */
export type ChangeSteps = { readonly steps: readonly Step[] } | { readonly complaint: string }

const byHand = 'Сделайте это в самом канале и отметьте здесь.'

const sameShape = (before: readonly Step[], after: readonly Step[]): boolean =>
  before.length === after.length && before.every(({ part }, at) => part.kind === after[at]?.part.kind)

const isSame = (a: Step, b: Step): boolean => a.part.html === b.part.html && a.part.photos.join() === b.part.photos.join()

/** The change of one post of a delivery as its channel takes it; null where what came out has no name there. */
export const postChange = (job: PostJob, row: OutboxRow, index: number, post: PostRequest): PostChange | null => {
  const { rows } = job.newsroom.outbox
  const delivery = row.corrects ?? ''
  const out = rows.get(delivery)?.steps[index]
  const before = livePost(rows.all(), delivery)?.steps[index]
  if (!out?.remoteId) return null
  // The mark is of what came out: a site knows it by this name.
  return { ...post, mark: markOf(delivery, index), remoteId: out.remoteId, url: out.url, before: (before ?? out).part }
}

/** The channel's own way to make this change; null where it has none, or writes a file of its own. */
export const wayOf = ({ adapter: { carrier } }: Pick<PostJob, 'adapter'>, { purpose }: Pick<OutboxRow, 'purpose'>) =>
  carrier.kind === 'http' && purpose !== 'post' ? (carrier[purpose] ?? null) : null

/**
 * The posts that a change touches. One whose words and photos stay the same counts as done; photos that the channel
 * has taken are not brought again.
 */
export const changeSteps = (job: PostJob, row: OutboxRow): ChangeSteps => {
  const { newsroom, adapter, channel, secret } = job
  const { recipient } = row
  const rows = newsroom.outbox.rows.all()
  const delivery = row.corrects ?? ''
  const came = rows.get(delivery)
  const live = livePost(rows, delivery)
  if (!came || !live) return { complaint: 'Этой публикации в канале уже нет: её убрали раньше.' }
  const parts = row.purpose === 'remove' ? live.steps.map(({ part }) => part) : partsOf(job, row, delivery)
  const fresh = newSteps(parts)
  if (!sameShape(came.steps, fresh))
    return { complaint: `Исправленный текст не ложится в прежние публикации: их было ${came.steps.length}, других. ${byHand}` }
  const taken = [...live.steps, ...came.steps].flatMap(({ uploads }) => uploads)
  const named = fresh.map((step, at): Step => {
    const uploads = broughtWith(step.part).flatMap((media) => taken.find((upload) => upload.media === media) ?? [])
    const { remoteId = null, url = null, sentAt = null } = came.steps[at] ?? {}
    return { ...step, uploads, remoteId, url, sentAt }
  })
  const stays = (step: Step, at: number): boolean => {
    const shown = live.steps[at]
    return row.purpose === 'edit' && shown !== undefined && isSame(shown, step)
  }
  // Where nothing differs at all the channel is told once more: that does no harm, and it answers.
  const anyDiffers = named.some((step, at) => !stays(step, at))
  const steps = named.map((step, at): Step => (anyDiffers && stays(step, at) ? { ...step, state: 'sent' } : step))
  if (adapter.carrier.kind === 'file') return { steps }
  const way = wayOf(job, row)
  if (!way) return { complaint: `Этот канал не даёт изменить то, что вышло. ${byHand}` }
  for (const [index, { part, uploads }] of steps.entries()) {
    const { settings } = channel
    const post = { part, uploads, settings, secret, recipient, photos: [], files: [], mark: '', at: 0 }
    const change = postChange(job, row, index, post)
    const complaint = change ? way.complaint(change) : 'Номер публикации неизвестен: её отметили вышедшей вручную.'
    if (complaint !== null) return { complaint: `${complaint} ${byHand}` }
  }
  return { steps }
}
