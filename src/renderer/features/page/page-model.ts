import type { ArticleSummary } from '../../../shared/article/api.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { inOrder, type Placement } from '../../../shared/issue/placement.ts'
import type { ArticleFit } from '../../../shared/layout/api.ts'

/** A story as a page has it. */
export interface PageStory {
  readonly id: string
  readonly placement: Placement
  readonly article: ArticleSummary | null
  readonly fit: ArticleFit | null
  /** It begins on an earlier page and ends here. */
  readonly continued: boolean
}

/** The stories of a page: those that begin on it in their order, then those that end on it. */
export const storiesOfPage = (
  issue: Issue,
  page: number,
  articles: ReadonlyMap<string, ArticleSummary>,
  fits: ReadonlyMap<string, ArticleFit>,
): readonly PageStory[] => {
  const all = inOrder(Object.entries(issue.placements).map(([id, placement]) => ({ id, placement }))).map(
    ({ id, placement }) => ({
      id,
      placement,
      article: articles.get(id) ?? null,
      fit: fits.get(id) ?? null,
    }),
  )
  return [
    ...all.filter(({ placement }) => placement.page === page).map((story) => ({ ...story, continued: false })),
    ...all.filter(({ placement }) => placement.continuation === page).map((story) => ({ ...story, continued: true })),
  ]
}

/** What a page's thumbnail says: how many stories, and the lines of those that end there which do not fit. */
export const summariseOnPage = (
  stories: readonly PageStory[],
  page: number,
): { readonly stories: number; readonly overset: number } => ({
  stories: stories.length,
  overset: stories.reduce(
    (sum, { fit, placement }) => sum + ((placement.continuation ?? placement.page) === page ? Math.max(0, fit?.overset ?? 0) : 0),
    0,
  ),
})

/**
 * Before which story of its page one has to be put to stand one place earlier or later; undefined when it is the first
 * or the last already, null for the end of the page.
 */
export const neighbourFor = (stories: readonly PageStory[], id: string, step: -1 | 1): string | null | undefined => {
  const beginning = stories.filter(({ continued }) => !continued)
  const at = beginning.findIndex((story) => story.id === id)
  if (at < 0) return undefined
  if (step === -1) return at === 0 ? undefined : beginning[at - 1]?.id
  return at === beginning.length - 1 ? undefined : (beginning[at + 2]?.id ?? null)
}

/** Articles that may be put on a page: standing in no issue and not put aside, in order of import. */
export const waitingArticles = (articles: Iterable<ArticleSummary>): readonly ArticleSummary[] =>
  [...articles]
    .filter(({ issue, status }) => issue === null && status !== 'onHold' && status !== 'spiked')
    .sort((a, b) => a.order - b.order)
