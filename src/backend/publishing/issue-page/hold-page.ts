import { rightsTodo } from '../../media/rights-complaint.ts'
import type { Newsroom } from '../../newsroom.ts'
import { letterEmbargo } from '../release-time.ts'
import type { IssuePage } from './issue-page.ts'
import { pageRights } from './page-rights.ts'
import { pageStateOf, stateDifference } from './page-state.ts'

/**
 * Why the page of an issue may not go to a site as it was made up; null when it may (rule O61). Everything in its files was
 * approved and signed then, and nothing of it has changed since.
 */
export const pageComplaint = async (newsroom: Newsroom, page: IssuePage): Promise<string | null> => {
  const issue = await newsroom.issues.get(page.issue)
  if (issue === null) return 'Придержано: этого номера больше нет.'
  const embargo = letterEmbargo(newsroom, page.stories)
  if (embargo !== null) return embargo
  const rights = await pageRights(newsroom, issue)
  if (rights !== null) return `Придержано: ${rights}. ${rightsTodo}`
  const difference = stateDifference(page, pageStateOf(newsroom, issue))
  return difference === null
    ? null
    : `Придержано: страница номера устарела (${difference}). Соберите её заново: «Публикация» → «Номер на сайтах».`
}
