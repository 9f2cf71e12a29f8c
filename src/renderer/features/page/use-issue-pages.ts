import { useMemo } from 'react'
import { articleApi, pageLimit } from '../../../shared/article/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useIssueLayout } from '../../layout/use-issue-layout.ts'
import type { Arranged } from './zones/arrangement.ts'
import type { SetPage } from './zones/page-zones.ts'

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

/** Every page of an issue as the engine sets it for an arrangement, stored or not, and how every story fits. */
export const useLaidPages = (serial: string, pages: number, columns: 4 | 5 | 6, arranged: Arranged) => {
  const numbers = useMemo(() => Array.from({ length: pages }, (_, at) => at + 1), [pages])
  const layout = useIssueLayout(serial, numbers, arranged)
  const fits = useMemo(() => new Map(layout.fits?.map((each) => [each.article, each])), [layout.fits])
  const sets = useMemo(
    () =>
      new Map(
        numbers.flatMap((page): readonly (readonly [number, SetPage])[] => {
          const display = layout.pages.get(page)
          return display === undefined ? [] : [[page, { display, columns }]]
        }),
      ),
    [layout.pages, numbers, columns],
  )
  return { sets, fits, progress: layout.progress, failure: layout.failure, refresh: layout.refresh }
}
