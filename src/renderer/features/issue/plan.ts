import type { ArticleSummary } from '../../../shared/article/api.ts'
import type { Series } from '../../../shared/calendar/series.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { inOrder } from '../../../shared/issue/placement.ts'
import { plainText } from '../../../shared/language/sorting.ts'
import type { ArticleFit } from '../../../shared/layout/api.ts'

/** A story as the plan shows it. */
export interface PlanStory {
  readonly id: string
  readonly article: ArticleSummary
  /** Lines of its text; null until it was laid out. */
  readonly lines: number | null
  /** Lines that do not fit (negative: missing); null until it was laid out. */
  readonly overset: number | null
}

export interface PlanPage {
  readonly page: number
  readonly stories: readonly PlanStory[]
  /** Stories that begin on an earlier page and end here. */
  readonly continuations: readonly PlanStory[]
  /** Standing rubrics of the page that none of its stories has. */
  readonly awaited: readonly string[]
}

/** One or two pages that lie beside each other; the first page and an even last one lie alone. */
export type Spread = readonly PlanPage[]

export interface Plan {
  readonly spreads: readonly Spread[]
  readonly pages: readonly PlanPage[]
  /** Stories that stand in no issue and are not taken off, in order of import. */
  readonly unplaced: readonly ArticleSummary[]
}

const isApproved = ({ status, changedAfterApproval }: ArticleSummary): boolean =>
  (status === 'approved' || status === 'published') && !changedAfterApproval

/** A standing head of a series and the page it usually stands on. */
type StandingRubric = Series['rubrics'][number]

/** Puts articles, placements and fits together. Placements of articles that are gone are left out. */
export const makePlan = (
  issue: Issue,
  articles: readonly ArticleSummary[],
  fits: readonly ArticleFit[],
  standing: readonly StandingRubric[] = [],
): Plan => {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const fitOf = new Map(fits.map((fit) => [fit.article, fit]))
  const placed = inOrder(
    Object.entries(issue.placements).flatMap(([id, placement]) => {
      const article = byId.get(id)
      const fit = fitOf.get(id)
      return article ? [{ id, placement, article, lines: fit?.lines ?? null, overset: fit?.overset ?? null }] : []
    }),
  )
  const pages = Array.from({ length: issue.pages }, (_, at): PlanPage => {
    const stories = placed.filter(({ placement }) => placement.page === at + 1)
    const present = new Set(stories.map(({ article }) => plainText(article.rubric)))
    return {
      page: at + 1,
      stories,
      continuations: placed.filter(({ placement }) => placement.continuation === at + 1),
      awaited: standing
        .filter(({ page, rubric }) => page === at + 1 && !present.has(plainText(rubric)))
        .map(({ rubric }) => rubric),
    }
  })
  const unplaced = articles
    .filter(
      ({ id, issue: standsIn, status }) =>
        !issue.placements[id] && standsIn === null && status !== 'spiked' && status !== 'published',
    )
    .sort((a, b) => a.order - b.order)
  return { pages, spreads: spreadsOf(pages), unplaced }
}

/** Pages as they lie when the paper is open: 1 | 2 3 | 4 5 | … */
export const spreadsOf = (pages: readonly PlanPage[]): readonly Spread[] =>
  pages.reduce<PlanPage[][]>((spreads, page) => {
    const last = spreads.at(-1)
    if (page.page % 2 === 1 && page.page > 1 && last) last.push(page)
    else spreads.push([page])
    return spreads
  }, [])

export interface PlanTotals {
  readonly pages: number
  /** Pages with at least one story. */
  readonly taken: number
  readonly stories: number
  readonly approved: number
  readonly overset: number
  readonly underset: number
}

export const totalsOf = ({ pages }: Plan): PlanTotals => {
  const stories = pages.flatMap((page) => page.stories)
  return {
    pages: pages.length,
    taken: pages.filter((page) => page.stories.length + page.continuations.length > 0).length,
    stories: stories.length,
    approved: stories.filter(({ article }) => isApproved(article)).length,
    overset: stories.filter((story) => (story.overset ?? 0) > 0).length,
    underset: stories.filter((story) => (story.overset ?? 0) < 0).length,
  }
}

/** Are all stories of the page approved as they stand? An empty page is not. */
export const allApproved = ({ stories }: PlanPage): boolean =>
  stories.length > 0 && stories.every(({ article }) => isApproved(article))

/** The rubrics of a page's stories, each once, as they come. */
export const rubricsOf = ({ stories }: PlanPage): readonly string[] => [
  ...new Set(stories.map(({ article }) => article.rubric).filter((rubric) => rubric !== '')),
]

/** Characters of one newspaper line by the number of columns, where nothing of the issue is laid out yet. */
const charactersPerLine = { 4: 42, 5: 33, 6: 27 } as const

/** Lines an unplaced text will take, judged by the texts of this issue that are laid out. */
export const estimateLines = (characters: number, plan: Plan, columns: Issue['columns']): number => {
  const known = plan.pages.flatMap((page) => page.stories).filter((story) => story.lines !== null && story.lines > 0)
  const lines = known.reduce((sum, story) => sum + (story.lines ?? 0), 0)
  const perLine = lines > 0 ? known.reduce((sum, story) => sum + story.article.characters, 0) / lines : charactersPerLine[columns]
  return Math.ceil(characters / perLine)
}

/** The story before which a dropped one goes: null puts it at the end of the page. */
export const insertionPoint = (
  stories: readonly { readonly id: string }[],
  target: { readonly key: string; readonly position: 'before' | 'after' | 'on' },
  moving: string,
): string | null => {
  const others = stories.filter(({ id }) => id !== moving)
  if (target.key === moving) {
    const at = stories.findIndex(({ id }) => id === moving)
    return stories[at + 1]?.id ?? null
  }
  const at = others.findIndex(({ id }) => id === target.key)
  if (at < 0) return null
  return target.position === 'after' ? (others[at + 1]?.id ?? null) : (others[at]?.id ?? null)
}
