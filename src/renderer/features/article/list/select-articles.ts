import type { ArticleSummary } from '../../../../shared/article/api.ts'
import { compareText, plainText } from '../../../../shared/language/sorting.ts'
import { articleStatuses } from '../../../../shared/workflow/states.ts'

export const scopes = ['all', 'issue', 'unplaced', 'waiting', 'approved', 'aside'] as const
export type Scope = (typeof scopes)[number]

export const sortKeys = ['status', 'headline', 'rubric', 'byline', 'place', 'overset', 'characters', 'photos'] as const
export type SortKey = (typeof sortKeys)[number]

export interface ArticleFilter {
  readonly scope: Scope
  /** Serial of the issue in hand; null when there is none. */
  readonly issue: string | null
  /** Words that must all occur, in any order; ё and е are one letter. */
  readonly find: string
}

export interface ArticleSort {
  readonly by: SortKey
  readonly descending: boolean
}

const isIn = (article: ArticleSummary, { scope, issue }: ArticleFilter): boolean => {
  const aside = article.status === 'spiked' || article.status === 'onHold'
  switch (scope) {
    case 'all':
      return true
    case 'issue':
      return issue !== null && article.issue === issue
    case 'unplaced':
      return article.issue === null && !aside
    case 'waiting':
      return article.changedAfterApproval || ['filed', 'edited', 'proofread'].includes(article.status)
    case 'approved':
      return (article.status === 'approved' || article.status === 'published') && !article.changedAfterApproval
    case 'aside':
      return aside
  }
}

const compareBy = (a: ArticleSummary, b: ArticleSummary, key: SortKey): number => {
  switch (key) {
    case 'status':
      return articleStatuses.indexOf(a.status) - articleStatuses.indexOf(b.status)
    case 'place':
      return compareText(a.issue ?? '\uffff', b.issue ?? '\uffff') || (a.page ?? 999) - (b.page ?? 999)
    case 'overset':
      return (a.overset ?? Number.NEGATIVE_INFINITY) - (b.overset ?? Number.NEGATIVE_INFINITY)
    case 'characters':
    case 'photos':
      return a[key] - b[key]
    default:
      return compareText(a[key], b[key])
  }
}

/** The articles to show, in the order to show them: by the chosen column, then by import; without one by import. */
export const selectArticles = (
  articles: readonly ArticleSummary[],
  filter: ArticleFilter,
  sort: ArticleSort | null,
): readonly ArticleSummary[] => {
  const words = plainText(filter.find).split(/\s+/).filter(Boolean)
  const found = articles.filter((article) => {
    const text = plainText(`${article.headline} ${article.rubric} ${article.byline}`)
    return isIn(article, filter) && words.every((word) => text.includes(word))
  })
  return found.sort((a, b) => {
    const first = sort ? compareBy(a, b, sort.by) * (sort.descending ? -1 : 1) : 0
    return first || a.order - b.order || (a.id < b.id ? -1 : 1)
  })
}
