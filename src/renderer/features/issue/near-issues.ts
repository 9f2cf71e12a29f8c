import type { IssueSummary } from '../../../shared/issue/api.ts'
import { isDone } from '../../../shared/issue/issue.ts'

/** As many as stand below a list without crowding it. */
const most = 4

const daysApart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b))

/** The issues a story may go to from this one: those still in hand, the nearest in time, in the order of their days. */
export const nearIssues = (issues: readonly IssueSummary[], serial: string): readonly IssueSummary[] => {
  const own = issues.find((issue) => issue.serial === serial)?.plannedFor ?? ''
  return issues
    .filter((issue) => issue.serial !== serial && !isDone(issue))
    .sort((a, b) => daysApart(a.plannedFor, own) - daysApart(b.plannedFor, own) || (a.plannedFor < b.plannedFor ? 1 : -1))
    .slice(0, most)
    .sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1))
}
