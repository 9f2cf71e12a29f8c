import { useEffect } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { type ArticleSummary, articleApi } from '../../../../shared/article/api.ts'
import { useQuery } from '../../../api/hooks.tsx'
import type { ArticleSession } from '../sync/article-session.ts'

/** Typing rests so long before what lists say of the article is read again, in milliseconds. */
const restPause = 1500

interface ReadSummary {
  readonly value: ArticleSummary | null
  readonly failure: Failure | null
}

/** What lists say of an article: its state, its place. */
export const useSummary = (session: ArticleSession): ReadSummary => {
  const { value, failure, refresh } = useQuery(articleApi.read, { id: session.id }, ['issue', 'workflow'])
  useEffect(() => {
    let timer = 0
    const restart = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(refresh, restPause)
    }
    session.doc.on('update', restart)
    return () => {
      window.clearTimeout(timer)
      session.doc.off('update', restart)
    }
  }, [session, refresh])
  return { value: value?.summary ?? null, failure }
}
