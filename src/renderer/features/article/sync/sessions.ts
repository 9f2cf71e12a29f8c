import { articleApi } from '../../../../shared/article/api.ts'
import type { Client } from '../../../api/client.ts'
import { type ArticleSession, openSession } from './article-session.ts'

/** The articles open in this window. */
export interface Sessions {
  /** Opens an article or returns the one that is open; every call needs its `release`. */
  acquire(id: string): ArticleSession
  /** The last one to release closes the article, but never before everything of it is on disk. */
  release(session: ArticleSession): void
  hasUnsaved(): boolean
  /** Sends at once whatever is not known to be on disk: the window may be gone a moment later. */
  hurry(): void
  /** Sends what waits of every article; resolves with whether everything is on disk. */
  settle(): Promise<boolean>
}

export const createSessions = (open: (id: string) => ArticleSession): Sessions => {
  const held = new Map<string, { readonly session: ArticleSession; holders: number }>()
  return {
    acquire: (id) => {
      const known = held.get(id)
      if (known) {
        known.holders += 1
        return known.session
      }
      const session = open(id)
      held.set(id, { session, holders: 1 })
      return session
    },
    release: (session) => {
      const known = held.get(session.id)
      if (!known || known.session !== session) return
      known.holders -= 1
      const closeWhenSaved = () => {
        if (known.holders > 0 || session.hasUnsaved() || held.get(session.id) !== known) return
        held.delete(session.id)
        stop()
        session.close()
      }
      const stop = session.subscribe(closeWhenSaved)
      session.flush()
      closeWhenSaved()
      if (known.holders > 0) stop()
    },
    hasUnsaved: () => [...held.values()].some(({ session }) => session.hasUnsaved()),
    hurry: () => {
      for (const { session } of held.values()) session.hurry()
    },
    settle: async () => {
      const settled = await Promise.all([...held.values()].map(({ session }) => session.settle()))
      return settled.every((saved) => saved)
    },
  }
}

const byClient = new WeakMap<Client, Sessions>()

/** The open articles of this window's client; with the first one begins the warning before leaving unsaved text. */
export const sessionsOf = (client: Client): Sessions => {
  const known = byClient.get(client)
  if (known) return known
  const origin = crypto.randomUUID()
  const sessions = createSessions((id) =>
    openSession(id, {
      open: (article) => client.call(articleApi.open, { id: article }),
      change: (article, update, from) => client.call(articleApi.change, { id: article, update, origin: from }),
      subscribe: client.subscribe,
      connection: client.connection,
      lost: client.lost,
      now: () => Date.now(),
      after: (milliseconds, callback) => {
        const timer = window.setTimeout(callback, milliseconds)
        return () => window.clearTimeout(timer)
      },
      origin,
    }),
  )
  byClient.set(client, sessions)
  window.addEventListener('beforeunload', (event) => {
    if (!sessions.hasUnsaved()) return
    event.preventDefault()
    // While the person is asked, and also where they leave all the same.
    sessions.hurry()
  })
  window.addEventListener('pagehide', sessions.hurry)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sessions.hurry()
  })
  return sessions
}
