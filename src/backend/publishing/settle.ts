import type { Newsroom } from '../newsroom.ts'
import type { OutboxRow } from './outbox-row.ts'

/**
 * Notes in an article's record that it came out, once its approved version has (rule O13). Does nothing where that is
 * known already, so that it may run after every start.
 */
export const settleArticle = async (newsroom: Newsroom, row: OutboxRow): Promise<void> => {
  if (row.mailing !== null || row.issuePage !== null) return
  const record = await newsroom.workflow.get(row.article)
  if (
    row.form !== 'article' ||
    row.purpose === 'remove' ||
    row.state !== 'sent' ||
    record?.status !== 'approved' ||
    record.approvals.at(-1)?.contentHash !== row.contentHash
  )
    return
  const step = {
    action: 'publish' as const,
    from: record.status,
    to: 'published' as const,
    person: row.requestedBy,
    at: row.publishedAt ?? newsroom.environment.now(),
    remark: row.url ?? row.channel,
  }
  await newsroom.workflow.put(row.article, { ...record, status: 'published', steps: [...record.steps, step] })
  newsroom.emit({ type: 'changed', feature: 'workflow', id: row.article })
}
