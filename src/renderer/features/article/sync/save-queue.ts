import type { Failure, Result } from '../../../../shared/api/result.ts'

/** What is known about saving. `since` and `at` are milliseconds since 1970. */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'unsaved'; readonly since: number; readonly failure: Failure }

export interface SaveQueueOptions {
  /** Stores one merged update; succeeds only when it is on disk. */
  readonly send: (update: Uint8Array) => Promise<Result<{ savedAt: number }>>
  /** The failure of an attempt that got no answer at all. */
  readonly lost: () => Failure
  readonly merge: (updates: readonly Uint8Array[]) => Uint8Array
  readonly now: () => number
  /** Calls back after so many milliseconds; returns the way to cancel. */
  readonly after: (milliseconds: number, callback: () => void) => () => void
  readonly changed: (state: SaveState) => void
}

export interface SaveQueue {
  push(update: Uint8Array): void
  /** Sends now what waits, without the pause; resolves when the attempt under way has its answer. */
  flush(): Promise<void>
  /**
   * Sends everything that is not known to be on disk at once and waits for nothing: the window may be gone a moment later.
   * It stays in the queue; taken in twice it changes nothing.
   */
  hurry(): void
  state(): SaveState
  /** Is there anything that is not known to be on disk? */
  hasUnsaved(): boolean
}

/** How long updates are gathered before they are sent, in milliseconds. */
export const gatherFor = 250

/** Pauses between attempts after a failure, in milliseconds; the last one repeats. */
export const retryPauses = [1000, 2000, 5000, 10_000, 30_000] as const

/**
 * Gathers updates and sends them one batch at a time, in order. An update leaves the queue only when the answer says
 * that it is on disk: after a failure it goes out again, merged with what was typed meanwhile.
 */
export const createSaveQueue = ({ send, lost, merge, now, after, changed }: SaveQueueOptions): SaveQueue => {
  let waiting: Uint8Array[] = []
  let sending: readonly Uint8Array[] = []
  let state: SaveState = { kind: 'untouched' }
  let attempt: Promise<void> | null = null
  let failures = 0
  let cancel: (() => void) | null = null

  const become = (next: SaveState) => {
    state = next
    changed(next)
  }

  const schedule = (milliseconds: number) => {
    cancel?.()
    cancel = after(milliseconds, () => {
      cancel = null
      void flush()
    })
  }

  const settle = (outcome: Result<{ savedAt: number }>) => {
    if (outcome.ok) {
      sending = []
      failures = 0
      become(waiting.length > 0 ? { kind: 'saving' } : { kind: 'saved', at: outcome.value.savedAt })
      if (waiting.length > 0) schedule(gatherFor)
      return
    }
    waiting = [...sending, ...waiting]
    sending = []
    become({ kind: 'unsaved', since: state.kind === 'unsaved' ? state.since : now(), failure: outcome.failure })
    schedule(retryPauses[Math.min(failures, retryPauses.length - 1)] ?? gatherFor)
    failures += 1
  }

  const run = async (): Promise<void> => {
    cancel?.()
    cancel = null
    sending = waiting
    waiting = []
    const outcome = await send(merge(sending)).catch((): Result<never> => ({ ok: false, failure: lost() }))
    attempt = null
    settle(outcome)
  }

  const flush = (): Promise<void> => {
    if (!attempt && waiting.length > 0) attempt = run()
    return attempt ?? Promise.resolve()
  }

  return {
    push: (update) => {
      waiting.push(update)
      if (state.kind !== 'unsaved' && state.kind !== 'saving') become({ kind: 'saving' })
      // After a failure the pause before the next attempt stays: typing must not turn it into a storm of requests.
      if (cancel === null && sending.length === 0) schedule(gatherFor)
    },
    flush,
    hurry: () => {
      const all = [...sending, ...waiting]
      if (all.length > 0) void send(merge(all)).catch(() => undefined)
    },
    state: () => state,
    hasUnsaved: () => waiting.length > 0 || sending.length > 0,
  }
}
