import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { codeState, type OnlineStory } from '../../shared/publishing/issue-online.ts'
import { placedOn } from '../export/release.ts'
import { addressesIn } from '../layout/story-address.ts'
import type { Newsroom } from '../newsroom.ts'
import { siteLinkOf } from './site-link.ts'

/** Every story that stands in an issue, in the order of its pages. */
export const storiesIn = (newsroom: Newsroom, issue: Issue): readonly { readonly id: string; readonly page: number }[] =>
  placedOn(
    issue,
    Array.from({ length: issue.pages }, (_, at) => at + 1),
  ).filter(({ id }) => newsroom.articles.has(id))

/** The issue, or a failure that names it. */
export const knownIssue = async (newsroom: Newsroom, serial: string): Promise<Result<Issue>> => {
  const issue = await newsroom.issues.get(serial)
  return issue === null
    ? failure('notFound', `Номера ${serial} в этой редакции нет.`, {
        safe: 'Ничего не изменено.',
        todo: 'Выберите номер из списка.',
      })
    : success(issue)
}

/** Which stories of an issue are on the newspaper's site, and whether their codes in print lead there (rule O52). */
export const issueOnline = async (newsroom: Newsroom, serial: string): Promise<Result<OnlineStory[]>> => {
  const issue = await knownIssue(newsroom, serial)
  if (!issue.ok) return issue
  const codeOf = addressesIn(newsroom, issue.value)
  return success(
    storiesIn(newsroom, issue.value).map(({ id, page }) => {
      const headline = newsroom.articles.entry(id)?.headline.trim() ?? ''
      const [url, code] = [siteLinkOf(newsroom, id), codeOf(id, headline)]
      return { article: id, headline, page, url, code, codeState: url === null || code === null ? null : codeState(code, url) }
    }),
  )
}
