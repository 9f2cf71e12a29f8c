import { join } from 'node:path'
import type { Output } from '../../shared/api/operation.ts'
import { noSchedule } from '../../shared/calendar/schedule.ts'
import type { ArchiveIssue, searchApi } from '../../shared/search/api.ts'
import type { ArchiveFilter } from '../../shared/search/archive.ts'
import { exportName } from '../export/target-file.ts'
import type { IssueEntry } from '../issue/issue-catalog.ts'
import { printDate } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseQuery, type Term } from './query.ts'
import type { Found } from './search-index.ts'
import { numbered, stemLength, wordsOf } from './words.ts'

type FoundStory = ArchiveIssue['found'][number]

const inPageOrder = (stories: readonly FoundStory[]): FoundStory[] =>
  [...stories].sort((a, b) => a.page - b.page || (a.article < b.article ? -1 : 1))

const stemOf = (form: string): string => form.slice(0, stemLength(form))

/** The forms of a text in order; a number with «№» before it in both its forms. */
const formsOf = (text: string): readonly string[] =>
  wordsOf(text).flatMap(({ form, sign }) => (sign === null ? [form] : [form, numbered(form)]))

/** The words an issue is found by, in order: its numbers with and without «№», its date, its title. */
const ownForms = (serial: string, plannedFor: string, title: string): readonly string[] => [
  ...wordsOf(serial).flatMap(({ form }) => [form, numbered(form)]),
  ...formsOf(`${printDate(plannedFor)} ${title}`),
]

const has = (forms: readonly string[], term: Term): boolean => {
  if (term.kind === 'phrase') return forms.some((_, at) => term.forms.every((form, next) => forms[at + next] === form))
  return forms.some((form) => stemOf(form) === term.stem || (term.unfinished && form.startsWith(term.form)))
}

/** Does an issue have every word of a question in its number, its date or its title (rule F14)? */
export const isIssueAskedFor = (
  terms: readonly Term[],
  { serial, plannedFor, title }: { readonly serial: string; readonly plannedFor: string; readonly title: string },
): boolean => {
  const forms = ownForms(serial, plannedFor, title)
  return terms.every((term) => has(forms, term))
}

interface FoundStories {
  /** By the serial of the issue. */
  readonly stories: ReadonlyMap<string, readonly FoundStory[]>
  readonly indexing: Found['indexing']
}
const nothingFound: FoundStories = { stories: new Map(), indexing: null }

/** The stories that have every word of a question in their headline, by the issue they stand in (rule F17). */
const headlinesAskedFor = async ({ search, articles, issues }: Newsroom, terms: readonly Term[]): Promise<FoundStories> => {
  const stories = new Map<string, FoundStory[]>()
  const accepts = (article: string): boolean => {
    const place = articles.has(article) ? issues.placeOf(article) : null
    if (place === null) return false
    const headline = articles.cell(article, 'headline')
    const forms = formsOf(headline)
    if (!terms.every((term) => has(forms, term))) return false
    stories.set(place.issue, [...(stories.get(place.issue) ?? []), { article, headline, page: place.page }])
    return true
  }
  const { indexing } = await search.find(terms, { limit: 1, accepts, compare: (a, b) => (a < b ? -1 : 1) }, false)
  return { stories, indexing }
}

/** The files of whole issues among the exports, by the names they are written under. */
const filesOf = async (newsroom: Newsroom): Promise<(issue: IssueEntry) => ArchiveIssue['files']> => {
  const { environment, folder, settings, printers } = newsroom
  const listed = await environment.files.list(join(folder, 'exports'))
  const names = new Set(listed.filter((entry) => !entry.folder).map(({ name }) => name))
  const { name: newspaper } = settings.get().publication
  const { profiles } = printers.get()
  return (issue) => {
    const [usual] = profiles
    const nameOf = (to: 'web' | 'print', printer: (typeof profiles)[number]) =>
      `${exportName(newspaper, { issue, to, printer, pages: null, draft: false }, null)}.pdf`
    const web = usual === undefined ? [] : [{ name: nameOf('web', usual), kind: 'web' as const }]
    const print = profiles.map((printer) => ({ name: nameOf('print', printer), kind: 'print' as const }))
    return [...web, ...print].filter(({ name }) => names.has(name))
  }
}

/** The issues of these days that are asked for, the latest first, and how many there are. */
export const findIssues = async (
  newsroom: Newsroom,
  { query, from, to }: Pick<ArchiveFilter, 'query' | 'from' | 'to'>,
  limit: number,
): Promise<Output<typeof searchApi.issues>> => {
  const terms = parseQuery(query)
  const { stories, indexing } = terms.length === 0 ? nothingFound : await headlinesAskedFor(newsroom, terms)
  const schedules = newsroom.calendar.get().issues
  const titleOf = (serial: string): string => (schedules[serial] ?? noSchedule).title
  const found = newsroom.issues
    .entries()
    .filter(({ plannedFor }) => (from === null || plannedFor >= from) && (to === null || plannedFor <= to))
    .filter(
      ({ serial, plannedFor }) => stories.has(serial) || isIssueAskedFor(terms, { serial, plannedFor, title: titleOf(serial) }),
    )
    .sort((a, b) => (a.plannedFor < b.plannedFor ? 1 : a.plannedFor > b.plannedFor ? -1 : a.serial < b.serial ? -1 : 1))
  const files = await filesOf(newsroom)
  const issues = found.slice(0, limit).map((entry): ArchiveIssue => {
    const { serial, plannedFor, status, pages, pageOf } = entry
    return {
      serial,
      plannedFor,
      title: titleOf(serial),
      status,
      pages,
      articles: pageOf.size,
      files: files(entry),
      found: inPageOrder(stories.get(serial) ?? []),
    }
  })
  return { issues, total: found.length, indexing }
}
