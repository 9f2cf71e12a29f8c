/** Is the program behind the interface reachable? `lost` tries again by itself. */
export type Connection = 'connecting' | 'open' | 'lost'

export interface ConnectionState {
  readonly current: () => Connection
  readonly subscribe: (listener: () => void) => () => void
}

/** The way to the backend, whatever carries it. */
export interface Bridge {
  /** Resolves with a result as it came (unchecked); a lost connection is a failure, not a rejection. */
  readonly send: (name: string, input: unknown, person: string | null) => Promise<unknown>
  readonly subscribe: (listener: (event: unknown) => void) => () => void
  readonly connection: ConnectionState
  /** The path of a file that was dropped or chosen, empty for one that has none; null in a browser, which tells no paths. */
  readonly pathOf: ((file: File) => string) | null
}

/** What the preload of the desktop program puts on `window`. */
export interface DesktopBridge {
  call(request: { name: string; input: unknown; person: string | null }): Promise<unknown>
  subscribe(listener: (event: unknown) => void): () => void
  pathOf(file: File): string
}

declare global {
  interface Window {
    readonly newsroom?: DesktopBridge
  }
}

export const desktopBridge = (desktop: DesktopBridge): Bridge => ({
  send: (name, input, person) => desktop.call({ name, input, person }),
  subscribe: (listener) => desktop.subscribe(listener),
  connection: { current: () => 'open', subscribe: () => () => {} },
  pathOf: (file) => desktop.pathOf(file),
})
