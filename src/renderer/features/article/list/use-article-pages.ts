import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { type ArticleSelection, type ArticleSummary, articleApi, pageLimit } from '../../../../shared/article/api.ts'
import { useClient } from '../../../api/hooks.tsx'

type Selection = Omit<ArticleSelection, 'from' | 'count'>

/** As much of a selection as was scrolled to. */
export interface LoadedArticles {
  readonly items: readonly ArticleSummary[]
  readonly total: number
  readonly all: number
}

/** Rows that come at once: three screens of them. */
const step = 100

/**
 * The articles of a selection, read as a person scrolls and read again when something changed. Until another selection
 * has been read the rows of the one before stay.
 */
export const useArticlePages = (selection: Selection) => {
  const client = useClient()
  const key = JSON.stringify(selection)
  const latest = useRef(selection)
  useEffect(() => {
    latest.current = selection
  })
  const [loaded, setLoaded] = useState<LoadedArticles | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [loading, setLoading] = useState(true)
  const reader = useRef<{ again: () => void; more: () => void }>({ again: () => {}, more: () => {} })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the selection by value.
  useEffect(() => {
    let live = true
    let running = false
    let stale = true
    let wanted = step
    let items: readonly ArticleSummary[] = []
    let total = Number.POSITIVE_INFINITY

    const readOn = async (): Promise<Failure | null> => {
      while (live && (stale || items.length < Math.min(wanted, total))) {
        const from = stale ? 0 : items.length
        const rest = stale ? Math.max(step, Math.min(wanted, total)) : wanted - from
        stale = false
        const answer = await client.call(articleApi.page, { ...latest.current, from, count: Math.min(pageLimit, rest) })
        if (!answer.ok) return answer.failure
        // Something changed while it was on its way: rows of two moments must not stand beside each other.
        if (stale) continue
        items = from === 0 ? answer.value.items : [...items, ...answer.value.items]
        total = answer.value.items.length === 0 ? items.length : answer.value.total
        if (live && items.length >= Math.min(wanted, total)) setLoaded({ items, total, all: answer.value.all })
      }
      return null
    }
    const read = async () => {
      if (running) return
      running = true
      setLoading(true)
      const failed = await readOn()
      running = false
      if (!live) return
      setFailure(failed)
      setLoading(false)
    }
    const again = () => {
      stale = true
      void read()
    }
    const more = () => {
      if (running || items.length >= total) return
      wanted = items.length + step
      void read()
    }
    reader.current = { again, more }
    void read()
    const ignoreEvents = client.subscribe((event) => {
      if (event.type === 'changed' && ['article', 'issue', 'workflow'].includes(event.feature)) again()
    })
    let before = client.connection.current()
    const ignoreConnection = client.connection.subscribe(() => {
      const now = client.connection.current()
      if (before === 'lost' && now === 'open') again()
      before = now
    })
    return () => {
      live = false
      ignoreEvents()
      ignoreConnection()
    }
  }, [client, key])

  return {
    loaded,
    failure,
    loading,
    loadMore: useCallback(() => reader.current.more(), []),
    refresh: useCallback(() => reader.current.again(), []),
  }
}
