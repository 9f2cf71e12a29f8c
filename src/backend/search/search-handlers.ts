import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { SearchHit, searchApi } from '../../shared/search/api.ts'
import { summaryOf } from '../article/article-summary.ts'
import type { Newsroom } from '../newsroom.ts'
import { readArticle } from './article-content.ts'
import { parseQuery, type Term } from './query.ts'
import { markAll, snippetOf } from './snippet.ts'

const hitOf = async (newsroom: Newsroom, id: string, terms: readonly Term[]): Promise<SearchHit | null> => {
  const summary = summaryOf(newsroom, id)
  const article = await readArticle(newsroom, id)
  if (!summary || !article) return null
  const { rubric, byline, status, issue, page } = summary
  return {
    ...{ article: id, rubric, byline, status, issue, page },
    headline: markAll(article.content.headline, terms),
    snippet: snippetOf(article.content, terms),
  }
}

export const searchHandlers = (newsroom: Newsroom): Handlers<typeof searchApi> => ({
  find: async ({ query, limit, issue, statuses, whole }) => {
    const placements = issue === null ? null : newsroom.issues.entry(issue)?.pageOf
    if (placements === undefined) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
    const statusOf = (id: string) => newsroom.articles.cell(id, 'status')
    const orderOf = (id: string) => newsroom.articles.cell(id, 'order')
    const terms = parseQuery(query)
    const { best, total, indexing } = await newsroom.search.find(
      terms,
      {
        limit,
        accepts: (id) =>
          newsroom.articles.has(id) &&
          (placements === null || placements.has(id)) &&
          (statuses === null || statuses.includes(statusOf(id))),
        // Of two equally good ones the newer.
        compare: (a, b) => orderOf(b) - orderOf(a) || (a < b ? -1 : 1),
      },
      whole,
    )
    const hits = await Promise.all(best.map(({ id }) => hitOf(newsroom, id, terms)))
    return success({ hits: hits.filter((hit) => hit !== null), total, indexing })
  },
})
