import type { BackendEvent } from '../shared/api/events.ts'
import type { DesktopEvent } from '../shared/desktop/events.ts'
import { eventChannel } from './carry-calls.ts'
import type { ClosingWindow } from './closing.ts'
import type { Crash } from './crash-log.ts'
import type { DesktopMemory } from './desktop-state.ts'
import { type Area, placeWindow } from './window-state.ts'

interface Refusable {
  preventDefault(): void
}

/** The part of Electron's `WebContents` that the windows need. */
export interface NativeContents {
  isDestroyed(): boolean
  send(channel: string, event: unknown): void
  reload(): void
  getZoomLevel(): number
  setZoomLevel(level: number): void
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string; readonly exitCode: number }) => void,
  ): unknown
}

/** The part of Electron's `BrowserWindow` that the windows need. */
export interface NativeWindow {
  readonly id: number
  readonly webContents: NativeContents
  loadURL(address: string): Promise<void>
  show(): void
  focus(): void
  restore(): void
  maximize(): void
  destroy(): void
  isFocused(): boolean
  isMinimized(): boolean
  isMaximized(): boolean
  isDestroyed(): boolean
  getNormalBounds(): Area
  on(event: 'close', listener: (event: Refusable) => void): unknown
  on(event: 'closed' | 'ready-to-show' | 'focus' | 'unresponsive' | 'responsive', listener: () => void): unknown
}

export interface WindowsParts<W extends NativeWindow> {
  /** Makes a window at a place, not yet shown. */
  readonly create: (area: Area) => W
  readonly address: string
  readonly displays: () => readonly Area[]
  readonly memory: DesktopMemory
  readonly crashed: (crash: Crash) => void
  readonly ask: {
    readonly crashed: (window: W) => Promise<'reload' | 'close'>
    readonly unresponsive: (window: W) => Promise<'wait' | 'reload'>
  }
  /** A person closes a window; it stays until `closing` takes it away. */
  readonly closing: (id: number) => void
  readonly isEnding: () => boolean
}

/** All windows of the program; they look at one newsroom. */
export interface Windows<W extends NativeWindow> {
  open(): Promise<void>
  /** The one in front, else any, else none. */
  front(): W | null
  byId(id: number): W | null
  /** Brings a window to the person, or opens one. */
  bringUp(): Promise<void>
  isWatched(): boolean
  tellAll(event: BackendEvent): void
  tellFront(event: DesktopEvent): void
  /** A window has called: its page listens from now on, and is told what waited for that. */
  heard(id: number): void
  /** For closing them one by one. */
  list(): readonly ClosingWindow[]
}

/** A step of the zoom, in Chromium's levels: 0.5 is some 10 %. */
const zoomStep = 0.5
const zoomRange = 4

/** Changes the size of a window's interface by a step; 0 is back to the usual one. */
export const zoom = (contents: Pick<NativeContents, 'getZoomLevel' | 'setZoomLevel'>, step: -1 | 0 | 1): void => {
  const level = step === 0 ? 0 : contents.getZoomLevel() + step * zoomStep
  contents.setZoomLevel(Math.max(-zoomRange, Math.min(zoomRange, level)))
}

export const createWindows = <W extends NativeWindow>(parts: WindowsParts<W>): Windows<W> => {
  const { create, address, displays, memory, crashed, ask, closing, isEnding } = parts
  // In the order of use, the last used at the end.
  let windows: readonly W[] = []
  const dead = new Set<number>()
  // What a window is told before its page listens would be lost.
  const listening = new Set<number>()
  const untold = new Map<number, readonly DesktopEvent[]>()

  const send = (window: W, event: unknown) => {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(eventChannel, event)
  }

  const tell = (window: W, event: DesktopEvent) => {
    if (listening.has(window.id)) send(window, event)
    else untold.set(window.id, [...(untold.get(window.id) ?? []), event])
  }

  const reload = (window: W) => {
    dead.delete(window.id)
    listening.delete(window.id)
    window.webContents.reload()
  }

  const remember = (window: W) => {
    const { x, y, width, height } = window.getNormalBounds()
    void memory.update({ window: { x, y, width, height, maximized: window.isMaximized() } })
  }

  const watchHealth = (window: W) => {
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit' || isEnding()) return
      dead.add(window.id)
      crashed({ kind: 'window', reason, exitCode, process: null })
      void ask.crashed(window).then((choice) => {
        if (window.isDestroyed()) return
        if (choice === 'reload') reload(window)
        else closing(window.id)
      })
    })
    let asking = false
    window.on('unresponsive', () => {
      if (asking || isEnding()) return
      asking = true
      crashed({ kind: 'unresponsive' })
      void ask.unresponsive(window).then((choice) => {
        asking = false
        if (choice === 'reload' && !window.isDestroyed()) reload(window)
      })
    })
  }

  const open = async (): Promise<void> => {
    const remembered = memory.get().window
    const window = create(placeWindow(remembered, displays(), windows.length))
    if (remembered?.maximized && windows.length === 0) window.maximize()
    windows = [...windows, window]
    window.on('ready-to-show', () => window.show())
    window.on('focus', () => {
      windows = [...windows.filter((each) => each !== window), window]
    })
    window.on('close', (event) => {
      remember(window)
      if (isEnding()) return
      event.preventDefault()
      closing(window.id)
    })
    window.on('closed', () => {
      windows = windows.filter((each) => each !== window)
      dead.delete(window.id)
      listening.delete(window.id)
      untold.delete(window.id)
    })
    watchHealth(window)
    await window.loadURL(address)
  }

  const front = (): W | null => windows.find((window) => window.isFocused()) ?? windows.at(-1) ?? null

  return {
    open,
    front,
    byId: (id) => windows.find((window) => window.id === id) ?? null,
    bringUp: async () => {
      const window = front()
      if (!window) return open()
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    isWatched: () => windows.some((window) => window.isFocused()),
    tellAll: (event) => {
      for (const window of windows) send(window, event)
    },
    tellFront: (event) => {
      const window = front()
      if (window) tell(window, event)
    },
    heard: (id) => {
      listening.add(id)
      const window = windows.find((each) => each.id === id)
      const waiting = untold.get(id) ?? []
      untold.delete(id)
      if (window) for (const event of waiting) send(window, event)
    },
    list: () =>
      windows.map((window) => ({
        id: window.id,
        // A page that does not listen yet has nothing that could be lost.
        isDead: () => dead.has(window.id) || !listening.has(window.id) || window.isDestroyed(),
        tell: (event) => send(window, event),
        destroy: () => window.destroy(),
      })),
  }
}
