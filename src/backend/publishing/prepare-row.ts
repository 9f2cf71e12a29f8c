import type { Newsroom } from '../newsroom.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { formatContext } from './format-context.ts'
import { holdIfNeeded } from './hold.ts'
import { newSteps, type OutboxRow, rowId, type Step, versionOf } from './outbox-row.ts'
import type { PostJob } from './post-job.ts'

/** Why a row's content can't be made into posts; null when it can. */
const complaintAbout = (newsroom: Newsroom, id: string, row: OutboxRow, parts: readonly Step['part'][]): string | null => {
  if (contentHash(row.content) !== row.contentHash) return 'Запись отправления повреждена: текст в ней не тот, что утверждён.'
  if (row.purpose === 'post' && row.variant !== null && rowId(row.article, versionOf(row), row.channel) !== id)
    return 'Запись отправления повреждена: вариант в ней не тот, что утверждён.'
  if (parts.length === 0) return 'Отправлять нечего: в материале нет ни текста, ни снимков для этого канала.'
  const missing = parts.flatMap((part) => part.photos).filter((id) => !newsroom.media.get(id))
  return missing.length === 0 ? null : `В папке редакции нет снимков материала: ${missing.length}.`
}

/** Makes the posts of a row that is due: `scheduled → preparing → prepared`. May be repeated, nothing leaves the house. */
export const prepareRow = async ({ newsroom, adapter, channel, id, dependencies }: PostJob): Promise<OutboxRow> => {
  const { outbox } = newsroom
  const { settings } = channel
  const { crashPoint } = dependencies
  const row = await outbox.change(id, async (now) => {
    if (now.state !== 'scheduled' && now.state !== 'preparing') return null
    return (await holdIfNeeded(newsroom, now)) ?? { ...now, state: 'preparing' }
  })
  if (row.state !== 'preparing') return row
  await crashPoint('preparingWritten')
  const { parts } = adapter.format(
    row.content,
    formatContext(newsroom, { article: row.article, variant: row.variant, delivery: id, settings }),
  )
  const complaint = complaintAbout(newsroom, id, row, parts)
  const prepared = await outbox.change(id, (now) => {
    if (now.state !== 'preparing') return null
    if (complaint !== null) return { ...now, state: 'needsPerson', reason: complaint }
    return { ...now, state: 'prepared', steps: newSteps(parts, now.suspect) }
  })
  await crashPoint('preparedWritten')
  return prepared
}
