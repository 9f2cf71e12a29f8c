import type { Result } from '../shared/api/result.ts'
import type { DesktopEvent } from '../shared/desktop/events.ts'

/** A window as closing needs it. */
export interface ClosingWindow {
  readonly id: number
  /** Its page has crashed or hangs: there is nobody to ask. */
  readonly isDead: () => boolean
  readonly tell: (event: DesktopEvent) => void
  /** Takes it away at once, without asking its page. */
  readonly destroy: () => void
}

/** Why a window is not known to be saved: writing failed, or the window did not answer in time. */
export type Unsaved = 'failed' | 'silent'

export interface ClosingParts {
  readonly windows: () => readonly ClosingWindow[]
  readonly newId: () => string
  /** Calls back after so many milliseconds; returns how to cancel. */
  readonly later: (milliseconds: number, callback: () => void) => () => void
  readonly askUnsaved: (window: number, why: Unsaved) => Promise<'wait' | 'stay' | 'discard'>
  readonly askCloseFailed: (what: Result<never>) => Promise<'stay' | 'quit'>
  /** Lets calls under way end, then the folder go; resolves with what went wrong, or null. */
  readonly closeBackend: () => Promise<Result<never> | null>
  /** Ends the program; nothing is left to lose. */
  readonly end: () => void
}

/** Closes windows and the program without losing what was typed. */
export interface Closing {
  /** Takes a window away when its page says that everything is on disk, or the person gives the last edits up. */
  closeWindow(id: number): Promise<void>
  /** Ends the program the same way. Asked twice, it is done once. */
  quit(): Promise<void>
  /**
   * Asks every window to save; resolves with whether none of them failed to. A window that does not answer in time holds
   * nobody else up.
   */
  saveAll(): Promise<boolean>
  /** A window's answer. */
  settled(request: string, saved: boolean): void
  /** Is the program ending for good? Then nothing may hold it up. */
  isEnding(): boolean
}

/** How long a window may write before the person is asked whether to go on waiting, in milliseconds. */
export const patience = 8000

export const createClosing = (parts: ClosingParts): Closing => {
  const { windows, newId, later, askUnsaved, askCloseFailed, closeBackend, end } = parts
  const waiting = new Map<string, (saved: boolean) => void>()
  const closingWindows = new Map<number, Promise<boolean>>()
  let quitting: Promise<void> | null = null
  let ending = false

  const settle = (window: ClosingWindow): Promise<'saved' | Unsaved> =>
    new Promise((resolve) => {
      const request = newId()
      const cancel = later(patience, () => {
        waiting.delete(request)
        resolve('silent')
      })
      waiting.set(request, (saved) => {
        waiting.delete(request)
        cancel()
        resolve(saved ? 'saved' : 'failed')
      })
      window.tell({ type: 'settle', request })
    })

  const mayClose = async (window: ClosingWindow): Promise<boolean> => {
    while (!window.isDead()) {
      const outcome = await settle(window)
      if (outcome === 'saved') return true
      const choice = await askUnsaved(window.id, outcome)
      if (choice !== 'wait') return choice === 'discard'
    }
    return true
  }

  /** One question a window at a time, however often it is told to close. */
  const permission = (window: ClosingWindow): Promise<boolean> => {
    const known = closingWindows.get(window.id)
    if (known) return known
    const asked = mayClose(window).finally(() => closingWindows.delete(window.id))
    closingWindows.set(window.id, asked)
    return asked
  }

  const quitOnce = async (): Promise<void> => {
    for (const window of windows()) if (!(await permission(window))) return
    const failed = await closeBackend()
    if (failed && (await askCloseFailed(failed)) === 'stay') return
    ending = true
    for (const window of windows()) window.destroy()
    end()
  }

  return {
    closeWindow: async (id) => {
      const window = windows().find((each) => each.id === id)
      if (window && (await permission(window))) window.destroy()
    },
    quit: async () => {
      quitting ??= quitOnce().finally(() => {
        quitting = null
      })
      await quitting
    },
    saveAll: async () => {
      const living = windows().filter((window) => !window.isDead())
      return (await Promise.all(living.map(settle))).every((outcome) => outcome !== 'failed')
    },
    settled: (request, saved) => waiting.get(request)?.(saved),
    isEnding: () => ending,
  }
}
