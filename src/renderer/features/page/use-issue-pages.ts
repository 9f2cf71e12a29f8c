import { useMemo } from 'react'
import { articleApi, pageLimit } from '../../../shared/article/api.ts'
import { layoutApi } from '../../../shared/layout/api.ts'
import type { PageDisplay } from '../../../shared/layout/display.ts'
import { useQuery } from '../../api/hooks.tsx'

/** As many stories as a person looks through for a hole on a page; the list of articles has them all. */
const latestWaiting = {
  ...({ issue: null, scope: 'plannable', sort: { by: 'order', descending: true } } as const),
  count: 200,
}
const listed = ['article', 'issue', 'workflow'] as const
const laid = ['issue', 'article', 'settings'] as const

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
  const fit = useQuery(layoutApi.fit, { issue: serial }, laid)
  const one = useQuery(layoutApi.page, { issue: serial, page: first }, laid)
  const other = useQuery(layoutApi.page, second === null ? null : { issue: serial, page: second }, laid)
  const fits = useMemo(() => new Map(fit.value?.fits.map((each) => [each.article, each])), [fit.value])
  const displays = useMemo(
    () => [one.value, second === null ? null : other.value].filter((page): page is PageDisplay => page !== null),
    [one.value, other.value, second],
  )
  return {
    displays,
    fits,
    failure: one.failure ?? other.failure ?? fit.failure,
    refresh: () => {
      fit.refresh()
      one.refresh()
      other.refresh()
    },
  }
}
