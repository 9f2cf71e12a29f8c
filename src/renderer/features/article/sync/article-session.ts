import * as Y from 'yjs'
import type { BackendEvent } from '../../../../shared/api/events.ts'
import type { Failure, Result } from '../../../../shared/api/result.ts'
import { type ForeignWords, readForeignWords } from '../../../../shared/article/foreign-words.ts'
import { freeze } from '../../../../shared/article/version/freeze.ts'
import type { KeyedText } from '../../../../shared/article/version/version.ts'
import { fromBase64, toBase64 } from '../../../api/base64.ts'
import type { ConnectionState } from '../../../api/bridge.ts'
import { findForeignUpdate } from './check-document.ts'
import { createSaveQueue, type SaveState } from './save-queue.ts'

/** What a session needs of the world; tests give their own. */
export interface SessionPorts {
  readonly open: (id: string) => Promise<Result<{ state: string; readOnly: boolean }>>
  readonly change: (id: string, update: string, origin: string) => Promise<Result<{ savedAt: number }>>
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void
  readonly connection: ConnectionState
  /** The failure of a call that got no answer. */
  readonly lost: () => Failure
  readonly now: () => number
  readonly after: (milliseconds: number, callback: () => void) => () => void
  /** Names this window among all windows. */
  readonly origin: string
}

export type SessionPhase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly readOnly: boolean }
  /** The document holds what this program does not know: it must not be edited here, but its words can be read. */
  | { readonly kind: 'foreign'; readonly unknown: string; readonly words: ForeignWords }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** What a window showed when it lost touch, and the text that came of it when the changes made elsewhere met its own. */
export interface Reunion {
  readonly before: KeyedText
  readonly after: KeyedText
}

export interface SessionView {
  readonly phase: SessionPhase
  readonly save: SaveState
  /** Null while a person has nothing to be shown. */
  readonly reunion: Reunion | null
}

/** An article open in this window: its document, in step with the backend. */
export interface ArticleSession {
  readonly id: string
  readonly doc: Y.Doc
  view(): SessionView
  subscribe(listener: () => void): () => void
  /** Asks the backend once more, after a failure to open. */
  reload(): void
  /** Sends at once what waits. */
  flush(): void
  /** Sends at once whatever is not known to be on disk, for a window that may be gone a moment later. */
  hurry(): void
  hasUnsaved(): boolean
  /** Sends what waits and resolves when everything is on disk (true) or an attempt failed (false). */
  settle(): Promise<boolean>
  /** The person has seen what came of the time apart. */
  dismissReunion(): void
  /** Stops editing: the editor met what this program does not know. */
  refuse(unknown: string): void
  close(): void
}

/** Opens an article: loads it, sends local changes, takes in those of other windows. */
export const openSession = (id: string, ports: SessionPorts): ArticleSession => {
  const doc = new Y.Doc()
  const remote = { remote: id }
  const listeners = new Set<() => void>()
  let phase: SessionPhase = { kind: 'loading' }
  let reunion: Reunion | null = null
  let view: SessionView = { phase, save: { kind: 'untouched' }, reunion }
  let missed = false
  /** The text as it was before the first change that came after a time apart. */
  let apart: KeyedText | null = null

  const tell = () => {
    view = { phase, save: queue.state(), reunion }
    for (const listener of listeners) listener()
  }

  /** The document with what this program does not know, from when that first came: to be read, never edited or sent. */
  let beyond: Y.Doc | null = null
  const turnForeign = (unknown: string, update: Uint8Array) => {
    if (beyond === null) {
      beyond = new Y.Doc()
      Y.applyUpdate(beyond, Y.encodeStateAsUpdate(doc))
    }
    Y.applyUpdate(beyond, update)
    phase = { kind: 'foreign', unknown, words: readForeignWords(beyond) }
  }

  /** Takes an update in, unless it brings what an editor of this program would delete. */
  const receive = (update: Uint8Array): boolean => {
    const unknown = phase.kind === 'foreign' ? phase.unknown : findForeignUpdate(doc, update)
    if (unknown !== null) {
      turnForeign(unknown, update)
      return false
    }
    if (missed) apart ??= freeze(doc)
    Y.applyUpdate(doc, update, remote)
    return true
  }

  /** In step again: has the text become another by what was done elsewhere? An earlier time apart that nobody has looked at goes on. */
  const meet = () => {
    if (apart === null) return
    const [before, after] = [reunion?.before ?? apart, freeze(doc)]
    apart = null
    if (JSON.stringify(before) !== JSON.stringify(after)) reunion = { before, after }
  }

  const queue = createSaveQueue({
    lost: ports.lost,
    send: (update) => ports.change(id, toBase64(update), ports.origin),
    merge: (updates) => Y.mergeUpdates([...updates]),
    now: ports.now,
    after: ports.after,
    changed: (state) => {
      tell()
      // While the backend could not be reached, changes of others were not heard of either.
      if (state.kind === 'unsaved') missed = true
      else if (state.kind === 'saved' && missed) void load()
    },
  })

  const load = async (): Promise<void> => {
    const opened = await ports.open(id)
    if (!opened.ok) {
      if (phase.kind === 'loading' || phase.kind === 'failed') phase = { kind: 'failed', failure: opened.failure }
    } else if (receive(fromBase64(opened.value.state))) {
      phase = { kind: 'open', readOnly: opened.value.readOnly }
      missed = false
      meet()
    }
    tell()
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== remote && phase.kind === 'open' && !phase.readOnly) queue.push(update)
  })

  // Listening starts before loading, so that no change falls between the two.
  const stop = ports.subscribe((event) => {
    if (event.type === 'documentUpdated' && event.id === id && event.origin !== ports.origin) {
      receive(fromBase64(event.update))
      tell()
    }
    // The folder was closed meanwhile: it may have taken in what a copy brought.
    if (event.type === 'workspaceChanged') {
      missed = phase.kind === 'open'
      void load()
    }
  })
  // What others changed while the connection was away was not heard; what waits here goes out first.
  const stopWatching = ports.connection.subscribe(() => {
    if (ports.connection.current() === 'lost') missed = phase.kind === 'open'
    else if (queue.hasUnsaved()) void queue.flush()
    else if (missed || phase.kind === 'failed') void load()
  })
  void load()

  return {
    id,
    doc,
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    reload: () => {
      phase = { kind: 'loading' }
      tell()
      void load()
    },
    flush: () => void queue.flush(),
    hurry: queue.hurry,
    hasUnsaved: queue.hasUnsaved,
    settle: async () => {
      while (queue.hasUnsaved()) {
        await queue.flush()
        if (queue.state().kind === 'unsaved') return false
      }
      return true
    },
    dismissReunion: () => {
      reunion = null
      tell()
    },
    refuse: (unknown) => {
      turnForeign(unknown, Y.encodeStateAsUpdate(doc))
      tell()
    },
    close: () => {
      stop()
      stopWatching()
      doc.destroy()
      beyond?.destroy()
    },
  }
}
