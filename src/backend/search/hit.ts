import type { SearchHit } from '../../shared/search/api.ts'
import { summaryOf } from '../article/article-summary.ts'
import type { Newsroom } from '../newsroom.ts'
import { readArticle } from './article-content.ts'
import type { Term } from './query.ts'
import { markAll, snippetOf } from './snippet.ts'

/** An article with the places where it has what was asked for; null when it is gone meanwhile. */
export const hitOf = async (newsroom: Newsroom, id: string, terms: readonly Term[]): Promise<SearchHit | null> => {
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
