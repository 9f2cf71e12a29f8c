import { z } from 'zod'
import type { Failure } from '../../shared/api/result.ts'
import type { StoryForLayout } from '../../shared/layout/input.ts'
import { type CopyfitState, createCopyTurns } from './copy-turns.ts'
import { type PageKind, replySchema } from './protocol.ts'
import type { LayoutListener, LayoutPort } from './start-worker.ts'

export interface LineMeterState {
  readonly copyfit: CopyfitState | null
  readonly failure: Failure | null
}

/** Counts the lines of a story that has no place. Its worker lives as long as somebody watches. */
export interface LineMeter {
  readonly current: () => LineMeterState
  readonly watch: (listener: () => void) => () => void
  /** Counts the story in columns of such pages; null ends that. */
  readonly measure: (story: StoryForLayout | null, kind: PageKind) => void
}

interface MeterNeeds {
  readonly start: (listener: LayoutListener) => LayoutPort
  /** The failure of a worker that can't work. */
  readonly broken: (reason: string) => Failure
}

export const createLineMeter = ({ start, broken }: MeterNeeds): LineMeter => {
  let state: LineMeterState = { copyfit: null, failure: null }
  let port: LayoutPort | null = null
  let kind: PageKind | null = null
  let measured: StoryForLayout | null = null
  const listeners = new Set<() => void>()
  const turns = createCopyTurns((run, story) => port?.post({ type: 'copyfit', run, story, alone: kind }))

  const change = (next: LineMeterState): void => {
    state = next
    for (const listener of [...listeners]) listener()
  }
  const stop = (): void => {
    port?.close()
    port = null
    turns.forget()
  }
  const broke = (reason: string): void => {
    stop()
    change({ copyfit: null, failure: broken(reason) })
  }
  const said = (message: unknown): void => {
    const reply = replySchema.safeParse(message)
    if (!reply.success) broke(z.prettifyError(reply.error))
    else if (reply.data.type === 'failed') broke(reply.data.reason)
    else if (reply.data.type === 'copyfit') {
      const { run, lines, fit } = reply.data
      const story = turns.answered(run)
      if (story !== null && story.id === measured?.id) change({ copyfit: { story, lines, fit }, failure: null })
    }
  }

  return {
    current: () => state,
    watch(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    measure(story, on) {
      if (story?.id !== measured?.id && (state.copyfit !== null || state.failure !== null))
        change({ copyfit: null, failure: null })
      measured = story
      kind = on
      // What broke is not tried again with every letter.
      if (story === null || state.failure !== null) return
      try {
        port ??= start({ said, broke })
        turns.ask(story)
      } catch (error) {
        broke(error instanceof Error ? error.message : String(error))
      }
    },
  }
}
