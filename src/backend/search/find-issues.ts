import { join } from 'node:path'
import { noSchedule } from '../../shared/calendar/schedule.ts'
import type { ArchiveIssue } from '../../shared/search/api.ts'
import type { ArchiveFilter } from '../../shared/search/archive.ts'
import { exportName } from '../export/target-file.ts'
import type { IssueEntry } from '../issue/issue-catalog.ts'
import { printDate } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseQuery, type Term } from './query.ts'
import { numbered, stemLength, wordsOf } from './words.ts'

const stemOf = (form: string): string => form.slice(0, stemLength(form))

/** The words an issue is found by, in order: its numbers with and without «№», its date, its title. */
const formsOf = (serial: string, plannedFor: string, title: string): readonly string[] => [
  ...wordsOf(serial).flatMap(({ form }) => [form, numbered(form)]),
  ...wordsOf(`${printDate(plannedFor)} ${title}`).map(({ form }) => form),
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
  const forms = formsOf(serial, plannedFor, title)
  return terms.every((term) => has(forms, term))
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
): Promise<{ issues: ArchiveIssue[]; total: number }> => {
  const terms = parseQuery(query)
  const schedules = newsroom.calendar.get().issues
  const titleOf = (serial: string): string => (schedules[serial] ?? noSchedule).title
  const found = newsroom.issues
    .entries()
    .filter(({ plannedFor }) => (from === null || plannedFor >= from) && (to === null || plannedFor <= to))
    .filter((entry) => isIssueAskedFor(terms, { ...entry, title: titleOf(entry.serial) }))
    .sort((a, b) => (a.plannedFor < b.plannedFor ? 1 : a.plannedFor > b.plannedFor ? -1 : a.serial < b.serial ? -1 : 1))
  const files = await filesOf(newsroom)
  const issues = found.slice(0, limit).map((entry): ArchiveIssue => {
    const { serial, plannedFor, status, pages, pageOf } = entry
    return { serial, plannedFor, title: titleOf(serial), status, pages, articles: pageOf.size, files: files(entry) }
  })
  return { issues, total: found.length }
}
