import { compareText, plainText } from '../../shared/language/sorting.ts'
import type { Facet } from '../../shared/search/api.ts'
import type { ArchiveFilter } from '../../shared/search/archive.ts'
import type { ArticleStatus } from '../../shared/workflow/states.ts'

/** What the filter looks at of an article; `day` is that of its issue, empty without one. */
export interface ArchivedFacts {
  readonly rubric: string
  readonly byline: string
  readonly region: string
  readonly status: ArticleStatus
  readonly day: string
}

/** Choices of bylines offered at most: a newspaper has had thousands of authors. */
const mostAuthors = 300

const count = (counts: Map<string, number>, value: string): void => {
  if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
}

const byName = (counts: ReadonlyMap<string, number>): Facet =>
  [...counts].map(([value, number]) => ({ value, count: number })).sort((a, b) => compareText(a.value, b.value))

/** Articles as they pass through a filter, and what each of its choices would leave of them. */
export interface ArchiveCount {
  /** Is it in the answer? Each article is counted once. */
  take(facts: ArchivedFacts): boolean
  readonly choices: () => { rubrics: Facet; authors: Facet; regions: Facet; statuses: Facet }
}

/**
 * A filter that counts. A choice is counted over the articles that pass everything else: what stands beside it is how
 * many articles choosing it would show.
 */
export const archiveCount = (filter: ArchiveFilter): ArchiveCount => {
  const rubrics = new Map<string, number>()
  const authors = new Map<string, number>()
  const regions = new Map<string, number>()
  const statuses = new Map<string, number>()
  const names = plainText(filter.author).split(/\s+/).filter(Boolean)
  const known = new Map<string, boolean>()
  const isSigned = (byline: string): boolean => {
    if (names.length === 0) return true
    const before = known.get(byline)
    if (before !== undefined) return before
    const plain = plainText(byline)
    const is = names.every((name) => plain.includes(name))
    known.set(byline, is)
    return is
  }
  const { from, to } = filter
  const inDays = (day: string): boolean =>
    (from === null && to === null) || (day !== '' && (from === null || day >= from) && (to === null || day <= to))
  return {
    take: ({ rubric, byline, region, status, day }) => {
      if (!inDays(day)) return false
      const byRubric = filter.rubric === '' || filter.rubric === rubric
      const byAuthor = isSigned(byline)
      const byRegion = filter.region === '' || filter.region === region
      const byStatus = filter.status === null || filter.status === status
      if (byAuthor && byRegion && byStatus) count(rubrics, rubric)
      if (byRubric && byRegion && byStatus) count(authors, byline)
      if (byRubric && byAuthor && byStatus) count(regions, region)
      if (byRubric && byAuthor && byRegion) count(statuses, status)
      return byRubric && byAuthor && byRegion && byStatus
    },
    choices: () => ({
      rubrics: byName(rubrics),
      authors: byName(new Map([...authors].sort(([, a], [, b]) => b - a).slice(0, mostAuthors))),
      regions: byName(regions),
      statuses: byName(statuses),
    }),
  }
}
