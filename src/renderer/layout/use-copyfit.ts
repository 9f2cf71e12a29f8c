import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Failure } from '../../shared/api/result.ts'
import type { StoryForLayout } from '../../shared/layout/input.ts'
import type { Client } from '../api/client.ts'
import { useClient } from '../api/hooks.tsx'
import { useText } from '../i18n/text.tsx'
import type { CopyfitState } from './copy-turns.ts'
import { createLineMeter, type LineMeter } from './line-meter.ts'
import type { PageKind } from './protocol.ts'
import { startWorker } from './start-worker.ts'
import { deskOf } from './use-issue-layout.ts'

const meters = new WeakMap<Client, LineMeter>()

const meterOf = (client: Client, broken: (reason: string) => Failure): LineMeter => {
  const meter = meters.get(client) ?? createLineMeter({ start: startWorker, broken })
  meters.set(client, meter)
  return meter
}

interface Measuring {
  readonly copyfit: CopyfitState | null
  readonly failure: Failure | null
}

/**
 * How a story fits as it reads now: in its place in `issue`, or without one in columns of `alone`. Counted in a worker of
 * this window, so that writing never waits for it and the backend is not asked; null ends it. What is returned may be of
 * a text a moment older.
 */
export const useCopyfit = (issue: string | null, story: StoryForLayout | null, alone: PageKind | null): Measuring => {
  const client = useClient()
  const text = useText()
  const words = useRef(text.api)
  useEffect(() => {
    words.current = text.api
  })
  const broken = useCallback(
    (reason: string) => ({ code: 'internal' as const, ...words.current.layoutBroken, reference: reason }),
    [],
  )
  const desk = useCallback(() => (issue === null ? null : deskOf(client, issue, () => words.current)), [client, issue])
  const subscribe = useCallback(
    (listener: () => void) => desk()?.watch([], listener) ?? meterOf(client, broken).watch(listener),
    [client, desk, broken],
  )
  const current = useCallback((): Measuring => desk()?.current() ?? meterOf(client, broken).current(), [client, desk, broken])
  const measuring = useSyncExternalStore(subscribe, current)
  const measure = useCallback(
    (next: StoryForLayout | null) => {
      const own = desk()
      if (own !== null) own.measure(next)
      else if (alone !== null) meterOf(client, broken).measure(next, alone)
    },
    [client, desk, broken, alone],
  )
  useEffect(() => measure(story), [measure, story])
  useEffect(() => () => measure(null), [measure])
  return measuring
}
