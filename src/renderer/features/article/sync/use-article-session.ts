import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useClient } from '../../../api/hooks.tsx'
import type { ArticleSession, SessionView } from './article-session.ts'
import { sessionsOf } from './sessions.ts'

const loading: SessionView = { phase: { kind: 'loading' }, save: { kind: 'untouched' }, reunion: null }

/** Keeps an article open while the component is mounted. */
export const useArticleSession = (id: string): { readonly session: ArticleSession | null; readonly view: SessionView } => {
  const client = useClient()
  const [session, setSession] = useState<ArticleSession | null>(null)
  useEffect(() => {
    const sessions = sessionsOf(client)
    const acquired = sessions.acquire(id)
    setSession(acquired)
    return () => {
      setSession(null)
      sessions.release(acquired)
    }
  }, [client, id])
  const subscribe = useCallback((listener: () => void) => session?.subscribe(listener) ?? (() => undefined), [session])
  const view = useSyncExternalStore(subscribe, () => session?.view() ?? loading)
  return { session, view }
}
