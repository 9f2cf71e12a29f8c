import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import { z } from 'zod'
import { type Files, unless } from './files.ts'
import { journalVersion, type ReadJournal, readJournal } from './journal.ts'
import { DamagedFile, NewerFile, previousOf, type RecordType, readJsonFile } from './json-file.ts'

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
export type Snapshot = z.infer<typeof snapshotSchema>

const snapshotType: RecordType<Snapshot> = {
  version: 1,
  schema: snapshotSchema.refine((s) => crc32(Buffer.from(s.state, 'base64')) === s.checksum, 'контрольная сумма не сошлась'),
  migrations: {},
}

export const snapshotOf = (state: Uint8Array, derived: unknown): Snapshot => ({
  schemaVersion: 1,
  checksum: crc32(state),
  state: Buffer.from(state).toString('base64'),
  derived,
})

export const journalPath = (base: string): string => `${base}.journal`
export const snapshotPath = (base: string): string => `${base}.json`

/** The two files that hold a document as it is now. */
export const documentFiles = (base: string): readonly string[] => [snapshotPath(base), journalPath(base)]

/** The documents that have files in a folder; a document is there as long as one of its four files is. */
export const documentNames = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => /^(.+?)\.(?:json|journal)(?:\.previous)?$/.exec(name)?.[1] ?? []))

/** A document as its files have it. */
export interface StoredState {
  readonly doc: Y.Doc
  /** What was found damaged, for people. */
  readonly notices: readonly string[]
  /** Bytes of the journal that are sound. */
  readonly sound: number
  /** What follows them: torn or damaged, perhaps with text in it. */
  readonly tail: Uint8Array
  /** The present snapshot can't be read. */
  readonly damaged: boolean
  /**
   * The journal before the present one was needed to get here. It must stay until a snapshot holds what it holds, and
   * so must the copy of that snapshot.
   */
  readonly bridged: boolean
}

/** Does the document hold everything a state vector names? Deletions are not in state vectors. */
const holds = (doc: Y.Doc, vector: Uint8Array): boolean =>
  [...Y.decodeStateVector(vector)].every(([client, clock]) => Y.getState(doc.store, client) >= clock)

const readJournalFile = async (files: Files, path: string): Promise<{ journal: ReadJournal; bytes: Uint8Array }> => {
  const bytes = await unless('ENOENT', files.read(path), new Uint8Array())
  const journal = readJournal(bytes)
  if (journal.version > journalVersion) throw new NewerFile(path, journal.version, journalVersion)
  return { journal, bytes }
}

const incomplete = (base: string): DamagedFile =>
  new DamagedFile(snapshotPath(base), 'журнал правок есть, а снимка, к которому он относится, нет')

/**
 * Reads a document from its snapshot and its journals (rules S4 and S6), changing nothing. Throws `DamagedFile` rather
 * than return a document that lacks something the journal builds upon.
 */
export const readStoredState = async (files: Files, base: string): Promise<StoredState> => {
  const notices: string[] = []
  const snapshot = await readJsonFile(files, snapshotPath(base), snapshotType, false).catch((error: unknown) => {
    if (error instanceof DamagedFile) return error
    throw error
  })
  const lost = snapshot instanceof DamagedFile
  const damaged = lost || snapshot.setAside !== null
  const value = lost ? null : snapshot.value
  const { journal, bytes } = await readJournalFile(files, journalPath(base))
  const doc = new Y.Doc()
  let bridged = false
  doc.transact(() => {
    if (value) Y.applyUpdate(doc, Buffer.from(value.state, 'base64'))
  })
  if (lost || snapshot.from !== 'present' || (journal.base && !holds(doc, journal.base))) {
    // The journal before this one leads from the snapshot before this one to the present.
    const { journal: earlier } = await readJournalFile(files, previousOf(journalPath(base)))
    const first = earlier.entries.length > 0 ? earlier : journal
    // Journals alone make up for a lost snapshot only when they say themselves that they begin at nothing.
    if (lost && !first.base) throw snapshot
    if (earlier.base && !holds(doc, earlier.base)) throw lost ? snapshot : incomplete(base)
    bridged = damaged || (journal.base !== null && !holds(doc, journal.base))
    doc.transact(() => {
      for (const update of earlier.entries) Y.applyUpdate(doc, update)
    })
  }
  if (journal.base && !holds(doc, journal.base)) throw lost ? snapshot : incomplete(base)
  doc.transact(() => {
    for (const update of journal.entries) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs || doc.store.pendingDs) throw incomplete(base)
  if (lost && isEmpty(doc)) throw snapshot
  if (damaged) notices.push(`Файл ${snapshotPath(base)} повреждён и отложен; текст восстановлен по предыдущей копии и журналу.`)
  const tail = bytes.subarray(journal.sound)
  if (tail.length > 0)
    notices.push(`В журнале ${journalPath(base)} повреждён конец: ${tail.length} байт отброшено, правки до него на месте.`)
  return { doc, notices, sound: journal.sound, tail, damaged, bridged }
}

/** Has nothing ever been put into the document? */
export const isEmpty = (doc: Y.Doc): boolean => doc.store.clients.size === 0
