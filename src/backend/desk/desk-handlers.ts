import type { Handlers } from '../../shared/api/operation.ts'
import { success } from '../../shared/api/result.ts'
import { type DeskHeap, type DeskNews, type DeskRow, type deskApi, heapLimit } from '../../shared/desk/api.ts'
import { milestonesOf } from '../../shared/desk/day.ts'
import { type DeskItem, type DeskView, deskOf, waitingCount } from '../../shared/desk/desk.ts'
import { authorsOf, type DeskArticle } from '../../shared/desk/item.ts'
import { depositsOwed } from '../deposit/owed.ts'
import type { Newsroom } from '../newsroom.ts'
import { openWaitingVariants } from '../variant/waiting-variants.ts'
import { deskArticlesOf } from './desk-articles.ts'

const newsLimit = 30

const rowOf = ({ article, reason, due, late, next }: DeskItem): DeskRow => ({
  article: article.id,
  headline: article.headline,
  rubric: article.rubric,
  status: article.status,
  returned: article.last?.action === 'return',
  variant: article.variant,
  corrects: article.corrects,
  people: [...authorsOf(article)],
  issue: article.issue,
  page: article.page,
  lines: article.lines,
  characters: article.characters,
  lastPerson: article.last?.person ?? null,
  lastAt: article.last?.at ?? null,
  ...{ reason, due, late, next },
})

const heapOf = (items: readonly DeskItem[]): DeskHeap => ({
  rows: items.slice(0, heapLimit).map(rowOf),
  total: items.length,
})

/** What others did last, the newest first. */
const newsOf = (articles: readonly DeskArticle[], person: string | null): DeskNews[] =>
  articles
    .flatMap(({ id, headline, last }) => (last && last.person !== person ? [{ article: id, headline, ...last }] : []))
    .sort((a, b) => b.at - a.at || (a.article < b.article ? -1 : 1))
    .slice(0, newsLimit)

/** Legal deposit copies are sent by the managing editor. */
const sends = ({ roles }: DeskView): boolean => roles.includes('managingEditor')

export const deskHandlers = (newsroom: Newsroom): Handlers<typeof deskApi> => {
  const desk = deskArticlesOf(newsroom)
  const variantsWaiting = openWaitingVariants(newsroom)
  const viewOf = async (person: string | null, everybody: boolean): Promise<DeskView> => {
    const member = newsroom.staff().find(({ id }) => id === person)
    return {
      person: member?.id ?? null,
      roles: member?.roles ?? [],
      articles: desk.articles(await variantsWaiting()),
      issues: desk.issues(),
      schedule: newsroom.settings.get().publication.schedule,
      now: newsroom.environment.now(),
      everybody,
    }
  }
  return {
    read: async ({ issue: serial, everybody }, { person }) => {
      const view = await viewOf(person, everybody)
      const { late, waiting, today, ahead, nearest } = deskOf(view)
      const issue = serial === null ? undefined : view.issues.get(serial)
      return success({
        now: view.now,
        late: heapOf(late),
        waiting: heapOf(waiting),
        today: heapOf(today),
        ahead: heapOf(ahead),
        nearest,
        deposits: everybody || sends(view) ? [...depositsOwed(newsroom)] : [],
        news: newsOf(view.articles, person),
        day: issue ? [...milestonesOf(issue, view.articles, view.schedule)] : [],
      })
    },
    waiting: async (_input, { person }) => {
      const view = await viewOf(person, false)
      return success({ count: waitingCount(deskOf(view)) + (sends(view) ? depositsOwed(newsroom).length : 0) })
    },
  }
}
