import { useMemo } from 'react'
import { articleApi, pageLimit } from '../../../shared/article/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useIssueLayout } from '../../layout/use-issue-layout.ts'

/** As many stories as a person looks through for a hole on a page; the list of articles has them all. */
const latestWaiting = {
  ...({ issue: null, scope: 'plannable', sort: { by: 'order', descending: true } } as const),
  count: 200,
}
const listed = ['article', 'issue', 'workflow'] as const

/** The stories of an issue and those that wait for a place, by id. */
export const useStories = (serial: string) => {
  const placed = useQuery(articleApi.page, { issue: serial, scope: 'issue', count: pageLimit }, listed)
  const waiting = useQuery(articleApi.page, latestWaiting, listed)
  const byId = useMemo(() => {
    const articles = [...(waiting.value?.items ?? []), ...(placed.value?.items ?? [])]
    return new Map(articles.map((article) => [article.id, article]))
  }, [placed.value, waiting.value])
  return { byId, failure: placed.failure ?? waiting.failure }
}

/** The pages that are shown, as the engine sets them, and how every story fits. */
export const useLaidPages = (serial: string, first: number, second: number | null) => {
  const layout = useIssueLayout(serial, second === null ? [first] : [first, second])
  const fits = useMemo(() => new Map(layout.fits?.map((each) => [each.article, each])), [layout.fits])
  const displays = useMemo(
    () => [first, second].flatMap((page) => (page === null ? [] : (layout.pages.get(page) ?? []))),
    [layout.pages, first, second],
  )
  return {
    displays,
    fits,
    failure: layout.failure,
    refresh: layout.refresh,
  }
}
