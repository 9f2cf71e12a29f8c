import { canonicalJson } from '../../shared/article/content.ts'
import type { Newsroom } from '../newsroom.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { changeSteps } from './change-steps.ts'
import { holdIfNeeded } from './hold.ts'
import { newSteps, type OutboxRow, rowId, type Step, versionOf, withStep } from './outbox-row.ts'
import { partsOf } from './parts-of.ts'
import { broughtWith, type PostJob } from './post-job.ts'

/** Why a row's content can't be made into posts; null when it can. */
const complaintAbout = (newsroom: Newsroom, id: string, row: OutboxRow, parts: readonly Step['part'][]): string | null => {
  if (contentHash(row.content) !== row.contentHash) return 'Запись отправления повреждена: текст в ней не тот, что утверждён.'
  if (row.purpose === 'post' && row.variant !== null && rowId(row.article, versionOf(row), row.channel) !== id)
    return 'Запись отправления повреждена: вариант в ней не тот, что утверждён.'
  if (parts.length === 0) return 'Отправлять нечего: в материале нет ни текста, ни снимков для этого канала.'
  // The files of an issue's page are kept apart and looked at when they are sent.
  const missing = row.issuePage === null ? parts.flatMap(broughtWith).filter((id) => !newsroom.media.get(id)) : []
  return missing.length === 0 ? null : `В папке редакции нет снимков или документов материала: ${missing.length}.`
}

/** The posts of a row, or why there are none. */
const stepsOf = (job: PostJob, row: OutboxRow): { steps: readonly Step[] } | { complaint: string } => {
  const { newsroom, id } = job
  if (row.purpose !== 'post') {
    const changed = changeSteps(job, row)
    if ('complaint' in changed || row.purpose === 'remove') return changed
    const complaint = complaintAbout(
      newsroom,
      id,
      row,
      changed.steps.map(({ part }) => part),
    )
    return complaint === null ? changed : { complaint }
  }
  const parts = partsOf(job, row, id)
  const complaint = complaintAbout(newsroom, id, row, parts)
  return complaint === null ? { steps: newSteps(parts, row.suspect) } : { complaint }
}

/** Makes the posts of a row that is due: `scheduled → preparing → prepared`. May be repeated, nothing leaves the house. */
export const prepareRow = async (job: PostJob): Promise<OutboxRow> => {
  const { newsroom, id, dependencies } = job
  const { outbox } = newsroom
  const { crashPoint } = dependencies
  const row = await outbox.change(id, async (now) => {
    if (now.state !== 'scheduled' && now.state !== 'preparing') return null
    return (await holdIfNeeded(newsroom, now)) ?? { ...now, state: 'preparing' }
  })
  if (row.state !== 'preparing') return row
  await crashPoint('preparingWritten')
  const made = stepsOf(job, row)
  const prepared = await outbox.change(id, (now) => {
    if (now.state !== 'preparing') return null
    if ('complaint' in made) return { ...now, state: 'needsPerson', reason: made.complaint }
    return { ...now, state: 'prepared', steps: [...made.steps] }
  })
  await crashPoint('preparedWritten')
  return prepared
}

const isUntouched = ({ state, suspect, uploads }: Step): boolean => state === 'waiting' && !suspect && uploads.length === 0

/**
 * The row with the post that goes next made anew of its frozen content: posts lie in a file of the folder, which proves nothing
 * of them (rule O70). What can't be made of it waits for a person.
 */
export const remakePost = async (job: PostJob, index: number): Promise<OutboxRow> =>
  job.newsroom.outbox.change(job.id, (row) => {
    if ((row.state !== 'prepared' && row.state !== 'retryWait') || row.purpose === 'remove') return null
    const made = stepsOf(job, row)
    if ('complaint' in made) return { ...row, state: 'needsPerson', reason: made.complaint }
    const now = row.steps[index]
    const fresh = made.steps[index]
    if (made.steps.length === row.steps.length && now && fresh)
      return canonicalJson(now.part) === canonicalJson(fresh.part) ? null : withStep(row, index, { part: fresh.part })
    if (row.steps.every(isUntouched)) return { ...row, steps: [...made.steps] }
    const reason = 'Остальные части уже не те, что делаются из утверждённого текста. Допишите их в самом канале.'
    return { ...row, state: 'needsPerson', reason }
  })
