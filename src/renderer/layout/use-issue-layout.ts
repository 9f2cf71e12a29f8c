import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Client } from '../api/client.ts'
import { useClient } from '../api/hooks.tsx'
import type { Messages } from '../i18n/ru.ts'
import { useText } from '../i18n/text.tsx'
import { type Arranged, createLayoutDesk, type IssueLayoutState, type LayoutDesk } from './layout-desk.ts'
import { startWorker } from './start-worker.ts'

interface OpenDesk {
  readonly issue: string
  readonly desk: LayoutDesk
}
const desks = new WeakMap<Client, OpenDesk>()

/** The desk of an issue; a window has one at a time, so that screens of the same issue share what it knows. */
export const deskOf = (client: Client, issue: string, words: () => Messages['api']): LayoutDesk => {
  const open = desks.get(client)
  if (open?.issue === issue) return open.desk
  open?.desk.close()
  const broken = (reason: string) => ({ code: 'internal' as const, ...words().layoutBroken, reference: reason })
  const desk = createLayoutDesk({ client, issue, start: startWorker, broken })
  desks.set(client, { issue, desk })
  return desk
}

export interface IssueLayoutView extends IssueLayoutState {
  readonly refresh: () => void
}

/**
 * How an issue is laid out now: fits, what is wrong, and the pages asked for. The page engine runs in a worker of this
 * window, the same engine that sets the pages for export, and follows every change in any window. With `arranged` the
 * issue is laid out as a person is about to arrange it.
 */
export const useIssueLayout = (
  issue: string,
  pages: readonly number[] = [],
  arranged: Arranged | null = null,
): IssueLayoutView => {
  const client = useClient()
  const text = useText()
  const words = useRef(text.api)
  useEffect(() => {
    words.current = text.api
  })
  const wanted = pages.join()
  const subscribe = useCallback(
    (listener: () => void) =>
      deskOf(client, issue, () => words.current).watch(wanted === '' ? [] : wanted.split(',').map(Number), listener),
    [client, issue, wanted],
  )
  const current = useCallback(() => deskOf(client, issue, () => words.current).current(), [client, issue])
  const state = useSyncExternalStore(subscribe, current)
  const refresh = useCallback(() => deskOf(client, issue, () => words.current).refresh(), [client, issue])
  useEffect(() => {
    deskOf(client, issue, () => words.current).arrange(arranged)
  }, [client, issue, arranged])
  useEffect(() => () => deskOf(client, issue, () => words.current).arrange(null), [client, issue])
  return { ...state, refresh }
}
