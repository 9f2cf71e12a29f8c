import type { Catalog } from './catalog.ts'
import type { Files } from './files.ts'
import { DamagedFile, jsonDatabase, type RecordType, readJsonFile } from './json-file.ts'
import type { CataloguedFiles } from './keep-catalog.ts'
import { type Notice, recordIds, recordPath, settle } from './record-store.ts'
import { isStampOf, stampOf } from './stamp.ts'

/** Records of one kind, one file each, read when they are asked for; a catalog has what lists need of them. */
export interface RecordFiles<T> extends CataloguedFiles {
  /** Null where there is none, or none that can be read: then its id can't be written (rule S4). */
  read(id: string): Promise<T | null>
  /** Resolves when the record would survive a power cut. Writes to one id wait for one another. */
  put(id: string, value: T): Promise<void>
  /** Reads and writes in one turn; `edit` returns null to leave the record as it is. Returns what it was. */
  change(id: string, edit: (now: T | null) => T | null): Promise<T | null>
}

export interface RecordFilesOptions<T> {
  readonly files: Files
  readonly folder: string
  readonly type: RecordType<T>
  readonly readOnly: boolean
  readonly notice: Notice
  readonly catalog: Pick<Catalog<unknown, object>, 'writing'>
  /** The stamp that the catalog has of a record's file; null where the catalog knows of none. */
  readonly stampIn: (id: string) => string | null
  /** Sets what the catalog says of a record whose file has this stamp; null for none. */
  readonly describe: (id: string, value: T | null, stamp: string) => void
}

export const openRecordFiles = async <T extends object>(options: RecordFilesOptions<T>): Promise<RecordFiles<T>> => {
  const { files, folder, type, readOnly, notice, catalog, stampIn, describe } = options
  const turns = new Map<string, Promise<unknown>>()
  const sound = new Set<string>()
  const damaged = new Map<string, DamagedFile>()
  const path = (id: string): string => recordPath(folder, id)
  if (!readOnly) await settle(files, folder)

  const inTurn = async <R>(id: string, work: () => Promise<R>): Promise<R> => {
    const turn = (turns.get(id) ?? Promise.resolve()).catch(() => undefined).then(work)
    turns.set(id, turn)
    try {
      return await turn
    } finally {
      if (turns.get(id) === turn) turns.delete(id)
    }
  }

  const read = async (id: string): Promise<T | null> => {
    try {
      const { value, setAside } = await readJsonFile(files, path(id), type, !readOnly)
      if (setAside && (!readOnly || !sound.has(id))) notice(path(id), true)
      sound.add(id)
      damaged.delete(id)
      return value
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      if (!damaged.has(id)) notice(path(id), false)
      damaged.set(id, error)
      return null
    }
  }

  const write = async (id: string, value: T): Promise<void> => {
    // A record that silently began anew could be sent or approved twice.
    if (!sound.has(id)) await read(id)
    const complaint = damaged.get(id)
    if (complaint) throw complaint
    await catalog.writing(id, async () => {
      await jsonDatabase(files, path(id), value).write()
      describe(id, value, await stampOf(files, [path(id)]))
    })
  }

  return {
    read: (id) => inTurn(id, () => read(id)),
    put: (id, value) => inTurn(id, () => write(id, value)),
    change: (id, edit) =>
      inTurn(id, async () => {
        const now = await read(id)
        const next = edit(now)
        if (next !== null) await write(id, next)
        return now
      }),
    // In turn with the writers: none of them comes between the reading and what is said of it.
    refresh: (id) => inTurn(id, async () => describe(id, await read(id), await stampOf(files, [path(id)]))),
    isFresh: (id) => isStampOf(files, [path(id)], stampIn(id)),
    stored: () => recordIds(files, folder),
  }
}
