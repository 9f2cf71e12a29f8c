import type { Output } from '../../shared/api/operation.ts'
import { isDone } from '../../shared/issue/issue.ts'
import type { ArchiveHit, searchApi } from '../../shared/search/api.ts'
import type { ArchiveFilter } from '../../shared/search/archive.ts'
import type { ArticleCells } from '../article/article-catalog.ts'
import type { IssueEntry } from '../issue/issue-catalog.ts'
import type { Newsroom } from '../newsroom.ts'
import type { CellReader } from '../store/table.ts'
import { archiveCount } from './archive-filter.ts'
import { hitOf } from './hit.ts'
import { parseQuery, type Term } from './query.ts'

type Answer = Output<typeof searchApi.archive>
type Days = ReadonlyMap<string, Pick<IssueEntry, 'plannedFor' | 'status'>>

const archiveHit = async (newsroom: Newsroom, id: string, terms: readonly Term[], days: Days): Promise<ArchiveHit | null> => {
  const hit = await hitOf(newsroom, id, terms)
  const issue = hit === null || hit.issue === null ? undefined : days.get(hit.issue)
  return (
    hit && {
      ...hit,
      region: newsroom.articles.cell(id, 'region'),
      plannedFor: issue?.plannedFor ?? null,
      isPrinted: issue !== undefined && issue.status !== 'signed' && isDone(issue),
    }
  )
}

/** The latest issue first, in it by pages; what stands in none comes last, the latest first. */
const inOrderOfIssues = (newsroom: Newsroom, days: Days, ids: readonly string[]): readonly string[] => {
  const ranked = ids.map((id) => {
    const place = newsroom.issues.placeOf(id)
    const day = place === null ? '' : (days.get(place.issue)?.plannedFor ?? '')
    return { id, day, page: place?.page ?? 0, order: newsroom.articles.cell(id, 'order') }
  })
  return ranked
    .sort((a, b) => (a.day !== b.day ? (a.day > b.day ? -1 : 1) : a.page - b.page || b.order - a.order || (a.id < b.id ? -1 : 1)))
    .map(({ id }) => id)
}

/** What the archive has of what a person asks for (rules F11 to F13). */
export const readArchive = async (newsroom: Newsroom, filter: ArchiveFilter, limit: number): Promise<Answer> => {
  const { articles, issues, search } = newsroom
  const days: Days = new Map(issues.entries().map((entry) => [entry.serial, entry]))
  const counted = archiveCount(filter)
  const terms = parseQuery(filter.query)
  const take = (id: string, cell: CellReader<ArticleCells>): boolean => {
    const place = issues.placeOf(id)
    return counted.take({
      ...{ rubric: cell('rubric'), byline: cell('byline'), region: cell('region'), status: cell('status') },
      day: place === null ? '' : (days.get(place.issue)?.plannedFor ?? ''),
    })
  }
  const withHits = async (ids: readonly string[], total: number, indexing: Answer['indexing']): Promise<Answer> => {
    const hits = await Promise.all(ids.map((id) => archiveHit(newsroom, id, terms, days)))
    return { hits: hits.filter((hit) => hit !== null), total, ...counted.choices(), indexing }
  }
  if (terms.length === 0) {
    const found: string[] = []
    articles.scan((id, cell) => {
      if (take(id, cell)) found.push(id)
    })
    return withHits(inOrderOfIssues(newsroom, days, found).slice(0, limit), found.length, null)
  }
  const order = (id: string) => articles.cell(id, 'order')
  const { best, total, indexing } = await search.find(
    terms,
    {
      limit,
      accepts: (id) => articles.has(id) && take(id, (name) => articles.cell(id, name)),
      compare: (a, b) => order(b) - order(a) || (a < b ? -1 : 1),
    },
    false,
  )
  return withHits(
    best.map(({ id }) => id),
    total,
    indexing,
  )
}
