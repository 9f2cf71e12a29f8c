import type { Newsroom } from '../newsroom.ts'
import type { FileItem } from './channels/carrier.ts'
import { editsOf, isRemoved } from './live-post.ts'
import type { OutboxRow } from './outbox-row.ts'
import { siteLinkOf } from './site-link.ts'

/**
 * What a channel's document holds once this row is sent: of each article its newest delivery, with the words of its last
 * correction under the name and the time it came out with, and without what was taken back.
 */
export const documentItems = (newsroom: Newsroom, id: string, row: OutboxRow, startedAt: number): readonly FileItem[] => {
  const rows = newsroom.outbox.rows.all()
  const newest = new Map<string, FileItem>()
  const take = (delivery: string, came: OutboxRow, started: number | null): void => {
    if (isRemoved(rows, delivery) || (row.purpose === 'remove' && row.corrects === delivery)) return
    const shown = row.purpose === 'edit' && row.corrects === delivery ? row : (editsOf(rows, delivery).at(-1) ?? came)
    const [first] = came.steps
    const [step] = shown.steps
    if (step?.part.kind !== 'article') return
    const at = started ?? first?.startedAt ?? came.publishedAt ?? 0
    const known = newest.get(came.article)
    if (known && known.at > at) return
    newest.set(came.article, { delivery, part: step.part, uploads: step.uploads, at, link: siteLinkOf(newsroom, came.article) })
  }
  for (const [delivery, other] of rows)
    if (other.purpose === 'post' && other.channel === row.channel && other.state === 'sent' && delivery !== id)
      take(delivery, other, null)
  if (row.purpose === 'post') take(id, row, startedAt)
  return [...newest.values()]
}
