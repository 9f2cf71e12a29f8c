import { useMemo } from 'react'
import { articleApi, pageLimit } from '../../../shared/article/api.ts'
import { calendarApi } from '../../../shared/calendar/api.ts'
import { issueApi } from '../../../shared/issue/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useIssueLayout } from '../../layout/use-issue-layout.ts'
import { makePlan } from './plan.ts'

/** As many stories as a person looks through for one issue; the list of articles has them all. */
const latestWaiting = {
  ...({ issue: null, scope: 'plannable', sort: { by: 'order', descending: true } } as const),
  count: 200,
}
const listed = ['article', 'workflow', 'issue', 'media'] as const

/** The plan of an issue, kept fresh; lines and overset come when the pages have been laid out. */
export const usePlan = (serial: string) => {
  const issue = useQuery(issueApi.read, { issue: serial }, ['issue'])
  const placed = useQuery(articleApi.page, { issue: serial, scope: 'issue', count: pageLimit }, listed)
  const waiting = useQuery(articleApi.page, latestWaiting, listed)
  const calendar = useQuery(calendarApi.issue, { issue: serial }, ['calendar'])
  const standing = calendar.value?.series?.rubrics
  const layout = useIssueLayout(serial)
  const plan = useMemo(
    () =>
      issue.value && placed.value && waiting.value
        ? makePlan(issue.value, [...placed.value.items, ...waiting.value.items], layout.fits ?? [], standing)
        : null,
    [issue.value, placed.value, waiting.value, layout.fits, standing],
  )
  return {
    plan,
    /** Stories that could be placed and are not among the unplaced of the plan: older ones, however many. */
    olderWaiting: Math.max(0, (waiting.value?.total ?? 0) - (waiting.value?.items.length ?? 0)),
    issue: issue.value,
    diagnostics: layout.diagnostics,
    failure: issue.failure ?? placed.failure ?? waiting.failure,
    layoutFailure: layout.failure,
    refresh: () => {
      issue.refresh()
      placed.refresh()
      waiting.refresh()
      layout.refresh()
    },
  }
}
