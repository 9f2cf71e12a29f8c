import { dirname } from 'node:path'
import * as Y from 'yjs'
import { type Files, type OpenFile, openInFolder, unless } from './files.ts'
import { journalEntry, journalHeader } from './journal.ts'
import { freeAside, jsonDatabase, previousOf, replaceFile, setAside } from './json-file.ts'
import { journalPath, readStoredState, type StoredState, snapshotOf, snapshotPath } from './stored-state.ts'

export { documentFiles, documentNames, isEmpty, journalPath, snapshotPath } from './stored-state.ts'

/** A journal this long, in bytes, is folded into the snapshot. */
const journalLimit = 256 * 1024

/** A Yjs document that lives in two files: a snapshot and a journal of the updates since. */
export interface StoredDocument {
  readonly doc: Y.Doc
  /** What was found torn or damaged on opening, for people; empty when all was sound. */
  readonly notices: readonly string[]
  /**
   * Resolves when every change made to `doc` so far would survive a power cut (rule S5). Rejects when they would not:
   * they stay in memory then and go with the next attempt.
   */
  saved(): Promise<void>
  /** Folds the journal into the snapshot (rule S7). A rejection loses nothing: the journal stays in force. */
  compact(): Promise<void>
  /** Saves what is unsaved and lets the files go; rejects, and stays open, when saving fails. */
  close(): Promise<void>
  /** Lets the files go and forgets what was not saved: for a document whose creation failed. */
  abandon(): Promise<void>
}

export interface DocumentOptions {
  readonly files: Files
  /** Path without suffix. */
  readonly base: string
  readonly readOnly: boolean
  /** The readable half of the snapshot; may throw, then the journal is not folded. */
  readonly derive: (doc: Y.Doc) => unknown
}

/** Reads again when a writer folded the journal between our reading of the two files. */
const readPatiently = async ({ files, base, readOnly }: DocumentOptions): Promise<StoredState> => {
  for (let attempt = 1; readOnly && attempt < 3; attempt += 1) {
    const state = await readStoredState(files, base).catch(() => null)
    if (state && state.notices.length === 0) return state
  }
  return readStoredState(files, base)
}

/** Opens a document, creating nothing until it is first changed. */
export const openDocument = async (options: DocumentOptions): Promise<StoredDocument> => {
  const { files, base, readOnly, derive } = options
  const stored = await readPatiently(options)
  const { doc, notices } = stored
  let { sound, tail, damaged, bridged } = stored
  /** What the snapshot holds, as a state vector: the base of the next journal. */
  let folded = Y.encodeStateVector(doc)
  let pending: Uint8Array[] = []
  let file: OpenFile | null = null
  let closed = false
  let limit = journalLimit
  let last: Promise<void> = Promise.resolve()

  doc.on('update', (update: Uint8Array) => {
    pending.push(update)
  })

  const closeFile = async (): Promise<void> => {
    const closing = file
    file = null
    await closing?.close()
  }

  /** The damaged end of the journal may hold text: it is kept before anything is cut off or written over. */
  const keepTail = async (): Promise<void> => {
    if (tail.length > 0) await replaceFile(files, await freeAside(files, journalPath(base)), tail)
    tail = new Uint8Array()
  }

  const journalFile = async (): Promise<OpenFile> => {
    if (file) return file
    await keepTail()
    const opened = await openInFolder(files, journalPath(base), 'append')
    try {
      // A torn or half-written entry must not stand before the next one: reading would stop at it.
      if (opened.size() > sound) await opened.truncate(sound)
      // Even when the file was there: whoever made it may have been killed before its name was synced.
      await files.syncFolder(dirname(base))
    } catch (error) {
      await opened.close().catch(() => undefined)
      throw error
    }
    file = opened
    return opened
  }

  const fold = async (): Promise<void> => {
    const state = Y.encodeStateAsUpdate(doc)
    const vector = Y.encodeStateVector(doc)
    const database = jsonDatabase(files, snapshotPath(base), snapshotOf(state, derive(doc)))
    await keepTail()
    if (damaged) await unless('ENOENT', setAside(files, snapshotPath(base)), null)
    damaged = false
    await database.write()
    // The copy before this one leans on a journal that is about to go: it is replaced too.
    if (bridged) await database.write()
    bridged = false
    await closeFile()
    // Only now may the journal go: replaying it over the newer snapshot would have been harmless.
    await unless('ENOENT', files.rename(journalPath(base), previousOf(journalPath(base))), undefined)
    sound = 0
    folded = vector
    limit = journalLimit
  }

  const flush = async (): Promise<void> => {
    if (pending.length === 0) return
    if (readOnly) throw new Error('документ открыт только для чтения')
    const updates = pending
    pending = []
    try {
      const journal = await journalFile()
      const entry = journalEntry(Y.mergeUpdates(updates))
      const bytes = sound === 0 ? Buffer.concat([journalHeader(folded), entry]) : entry
      await journal.write(bytes)
      await journal.sync()
      sound += bytes.length
    } catch (error) {
      // The text stays in memory and goes with the next attempt, which first cuts off what was half-written.
      pending = [...updates, ...pending]
      await closeFile().catch(() => undefined)
      throw error
    }
    if (sound <= limit) return
    // The edit is safe already; a snapshot that can't be written now is tried again when the journal has grown.
    limit = sound + journalLimit
    await fold().catch(() => undefined)
  }

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.catch(() => undefined).then(work)
    return last
  }

  /** A change made after closing is heard by nobody: to call it saved would be a lie. */
  const whileOpen = (work: () => Promise<void>): Promise<void> =>
    inTurn(() => (closed ? Promise.reject(new Error(`${base}: документ закрыт`)) : work()))

  const end = async (): Promise<void> => {
    await closeFile()
    closed = true
    doc.destroy()
  }

  const tidy = async (): Promise<void> => {
    if (damaged || bridged) return fold()
    if (sound === 0 && tail.length === 0) return
    // What is read now must be there next time: a process killed before it synced left it to chance.
    const journal = await journalFile()
    await journal.sync()
  }
  // On a full or write-protected disk the document opens all the same, and this is done before the first edit.
  if (!readOnly) await tidy().catch(() => undefined)

  return {
    doc,
    notices,
    saved: () => whileOpen(flush),
    compact: () =>
      whileOpen(async () => {
        await flush()
        if (!readOnly && (sound > 0 || damaged || bridged)) await fold()
      }),
    close: () =>
      inTurn(async () => {
        if (closed) return
        while (pending.length > 0 && !readOnly) await flush()
        await end()
      }),
    abandon: () =>
      inTurn(async () => {
        if (closed) return
        pending = []
        // Cuts off what the failed attempt may have left.
        if (!readOnly) await journalFile().catch(() => undefined)
        await end()
      }),
  }
}
