import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import { z } from 'zod'
import { type Files, type OpenFile, unless } from './files.ts'
import { journalEntry, readJournal } from './journal.ts'
import { jsonDatabase, previousOf, type RecordType, readJsonFile } from './json-file.ts'

/** A document's snapshot: its whole state, and beside it what people and other programs can read. */
const snapshotSchema = z.object({
  schemaVersion: z.literal(1),
  /** CRC-32 of the state's bytes. */
  checksum: z.number(),
  /** A Yjs update with the whole document, base64. */
  state: z.string(),
  /** Derived from the state at the moment of the snapshot; never read back. */
  derived: z.unknown(),
})

const snapshotType: RecordType<z.infer<typeof snapshotSchema>> = {
  version: 1,
  schema: snapshotSchema.refine((s) => crc32(Buffer.from(s.state, 'base64')) === s.checksum, 'контрольная сумма не сошлась'),
  migrations: {},
}

/** A journal this long, in bytes, is folded into the snapshot. */
const journalLimit = 256 * 1024

const fromDisk = 'disk'

/** A Yjs document that lives in two files: a snapshot and a journal of the updates since. */
export interface StoredDocument {
  readonly doc: Y.Doc
  /** What was found torn or damaged on opening, for people; empty when all was sound. */
  readonly notices: readonly string[]
  /** Resolves when every change made to `doc` so far would survive a power cut (rule S5). */
  saved(): Promise<void>
  /** Folds the journal into the snapshot (rule S7). */
  compact(): Promise<void>
  close(): Promise<void>
}

export interface DocumentOptions {
  readonly files: Files
  /** Path without suffix. */
  readonly base: string
  readonly readOnly: boolean
  /** The readable half of the snapshot. */
  readonly derive: (doc: Y.Doc) => unknown
}

export const journalPath = (base: string): string => `${base}.journal`
export const snapshotPath = (base: string): string => `${base}.json`

const load = async ({ files, base, readOnly }: DocumentOptions): Promise<{ doc: Y.Doc; notices: string[]; sound: number }> => {
  const notices: string[] = []
  const doc = new Y.Doc()
  const { value, setAside } = await readJsonFile(files, snapshotPath(base), snapshotType, !readOnly)
  if (setAside) notices.push(`Файл ${snapshotPath(base)} повреждён и отложен; взята предыдущая копия с журналом правок.`)
  const nothing = new Uint8Array()
  const current = await unless('ENOENT', files.read(journalPath(base)), nothing)
  // The journal before this one bridges the snapshot before this one and the present: needed only when it was used.
  const earlier = setAside || !value ? await unless('ENOENT', files.read(previousOf(journalPath(base))), nothing) : nothing
  const journal = readJournal(current)
  if (journal.sound < current.length)
    notices.push(`В журнале ${journalPath(base)} отброшен оборванный хвост: ${current.length - journal.sound} байт.`)
  doc.transact(() => {
    if (value) Y.applyUpdate(doc, Buffer.from(value.state, 'base64'), fromDisk)
    for (const update of [...readJournal(earlier).entries, ...journal.entries]) Y.applyUpdate(doc, update, fromDisk)
  }, fromDisk)
  if (doc.store.pendingStructs) throw new Error(`${base}: журнал есть, а снимка, к которому он относится, нет`)
  return { doc, notices, sound: journal.sound }
}

/** Opens a document, creating nothing until it is first changed. */
export const openDocument = async (options: DocumentOptions): Promise<StoredDocument> => {
  const { files, base, readOnly, derive } = options
  const { doc, notices, sound } = await load(options)
  let pending: Uint8Array[] = []
  let file: OpenFile | null = null
  let last: Promise<void> = Promise.resolve()
  let compacted = 0

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromDisk) pending.push(update)
  })

  const journalFile = async (): Promise<OpenFile> => {
    if (file) return file
    const fresh = !(await files.facts(journalPath(base)))
    const opened = await files.open(journalPath(base), 'append')
    if (opened.size() > sound && compacted === 0) await opened.truncate(sound)
    if (fresh) await files.syncFolder(dirname(base))
    file = opened
    return opened
  }

  const flush = async (): Promise<void> => {
    if (pending.length === 0) return
    if (readOnly) throw new Error('документ открыт только для чтения')
    const updates = pending
    pending = []
    const journal = await journalFile().catch((error: unknown) => {
      pending = [...updates, ...pending]
      throw error
    })
    const before = journal.size()
    try {
      await journal.write(journalEntry(Y.mergeUpdates(updates)))
      await journal.sync()
    } catch (error) {
      // The text stays in memory and goes with the next attempt; a half-written entry must not stand before it.
      pending = [...updates, ...pending]
      await journal.truncate(before).catch(() => undefined)
      throw error
    }
    if (journal.size() > journalLimit) await fold()
  }

  const fold = async (): Promise<void> => {
    const state = Buffer.from(Y.encodeStateAsUpdate(doc))
    await jsonDatabase(files, snapshotPath(base), {
      schemaVersion: 1,
      checksum: crc32(state),
      state: state.toString('base64'),
      derived: derive(doc),
    }).write()
    await file?.close()
    file = null
    compacted += 1
    // Only now may the journal go: replaying it over the newer snapshot would have been harmless.
    if (await files.facts(journalPath(base))) await files.rename(journalPath(base), previousOf(journalPath(base)))
    await files.syncFolder(dirname(base))
  }

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.catch(() => undefined).then(work)
    return last
  }

  return {
    doc,
    notices,
    saved: () => inTurn(flush),
    compact: () =>
      inTurn(async () => {
        await flush()
        if (!readOnly && (file || !(await files.facts(snapshotPath(base))))) await fold()
      }),
    close: () =>
      inTurn(async () => {
        if (!readOnly) await flush()
        await file?.close()
        file = null
        doc.destroy()
      }),
  }
}
