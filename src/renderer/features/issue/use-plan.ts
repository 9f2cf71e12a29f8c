import { useMemo } from 'react'
import { articleApi } from '../../../shared/article/api.ts'
import { issueApi } from '../../../shared/issue/api.ts'
import { layoutApi } from '../../../shared/layout/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { makePlan } from './plan.ts'

/** The plan of an issue, kept fresh; lines and overset come when the pages have been laid out. */
export const usePlan = (serial: string) => {
  const issue = useQuery(issueApi.read, { issue: serial }, ['issue'])
  const articles = useQuery(articleApi.list, { issue: null }, ['article', 'workflow', 'issue', 'media'])
  const fit = useQuery(layoutApi.fit, { issue: serial }, ['issue', 'article', 'media', 'settings'])
  const plan = useMemo(
    () => (issue.value && articles.value ? makePlan(issue.value, articles.value, fit.value?.fits ?? []) : null),
    [issue.value, articles.value, fit.value],
  )
  return {
    plan,
    issue: issue.value,
    diagnostics: fit.value?.diagnostics ?? [],
    failure: issue.failure ?? articles.failure,
    layoutFailure: fit.failure,
    refresh: () => {
      issue.refresh()
      articles.refresh()
      fit.refresh()
    },
  }
}
