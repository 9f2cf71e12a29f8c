import type { PrintedPlace } from '../../shared/correction/correction.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { pressTimeOf } from '../calendar/press-time.ts'
import type { IssueEntry } from '../issue/issue-catalog.ts'
import type { Newsroom } from '../newsroom.ts'

const gone: ReadonlySet<Issue['status']> = new Set(['atPrinter', 'published', 'archived'])

/** Has an issue gone to the printer: by its state, or because its time for that is over? */
const isPrinted = (newsroom: Newsroom, issue: IssueEntry): boolean =>
  gone.has(issue.status) || pressTimeOf(newsroom, issue) <= newsroom.environment.now()

const byDate = (a: IssueEntry, b: IssueEntry): number =>
  a.plannedFor === b.plannedFor ? 0 : a.plannedFor < b.plannedFor ? -1 : 1

/** Where an article stood in the last issue that printed it; null where none did. */
export const printedPlaceOf = (newsroom: Newsroom, article: string): PrintedPlace | null => {
  const issue = newsroom.issues
    .entries()
    .filter((entry) => entry.pageOf.has(article) && isPrinted(newsroom, entry))
    .toSorted(byDate)
    .at(-1)
  const page = issue?.pageOf.get(article)
  return issue && page !== undefined ? { issue: issue.serial, plannedFor: issue.plannedFor, page } : null
}

/** The next issue that is still to be printed after this date; null where none is planned. */
export const nextIssueAfter = (newsroom: Newsroom, date: string): string | null =>
  newsroom.issues
    .entries()
    .filter((entry) => entry.plannedFor > date && !isPrinted(newsroom, entry))
    .toSorted(byDate)[0]?.serial ?? null
