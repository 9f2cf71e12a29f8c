import type { Result } from '../../../shared/api/result.ts'
import { success } from '../../../shared/api/result.ts'
import type { Delivery } from '../../../shared/publishing/delivery.ts'
import type { IssuePageState } from '../../../shared/publishing/issue-page.ts'
import type { Newsroom } from '../../newsroom.ts'
import { knownIssue } from '../issue-online.ts'
import { isRemoved, livePost } from '../live-post.ts'
import { issuePageId } from './issue-page.ts'
import { takesIssuePages } from './order-page.ts'
import { pageStateOf, stateDifference } from './page-state.ts'

/** The page of an issue on every connected site that takes such pages. `shown` makes of a row what people see. */
export const issuePagesOf = async (
  newsroom: Newsroom,
  serial: string,
  shown: (id: string) => Delivery | null,
): Promise<Result<IssuePageState[]>> => {
  const issue = await knownIssue(newsroom, serial)
  if (!issue.ok) return issue
  const { outbox } = newsroom
  const rows = outbox.rows.all()
  const state = pageStateOf(newsroom, issue.value)
  const sites = [...outbox.channels.all().keys()].filter((channel) => takesIssuePages(newsroom, channel))
  return success(
    sites.map((channel) => {
      const id = issuePageId(serial, channel)
      const row = rows.get(id) ?? null
      const [change] = [...rows]
        .filter(([, other]) => other.corrects === id)
        .sort(([, a], [, b]) => b.queuedAt - a.queuedAt)
        .map(([other]) => other)
      const removed = isRemoved(rows, id)
      const page = row && (row.state === 'sent' ? livePost(rows, id) : row)?.issuePage
      return {
        ...{ channel, removed, post: shown(id), change: change === undefined ? null : shown(change) },
        differs: page ? stateDifference(page, state) : null,
      }
    }),
  )
}
