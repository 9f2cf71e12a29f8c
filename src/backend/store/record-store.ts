import { dirname, join } from 'node:path'
import type { Files } from './files.ts'
import { DamagedFile, jsonDatabase, previousOf, type RecordType, readJsonFile } from './json-file.ts'

/** Records of one kind, one file each, all in memory: they are small and read often. */
export interface RecordStore<T> {
  get(id: string): T | null
  all(): ReadonlyMap<string, T>
  /**
   * Resolves when the record would survive a power cut. A rejected write leaves the old value in force; after a
   * failure of the disk at the very end of the write the next start may find the new one.
   */
  put(id: string, value: T): Promise<void>
}

/**
 * Told of each file that was found damaged on opening. `restored` says that the copy before it took its place;
 * otherwise there was none, the file is untouched and its record is left out.
 */
export type Notice = (file: string, restored: boolean) => void

const suffix = '.json'

/** The file of a record. */
export const recordPath = (folder: string, id: string): string => join(folder, `${id}${suffix}`)

/** The ids of the records that have files in a folder, readable or not. */
export const recordIds = async (files: Files, folder: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await files.list(folder))
      .map(({ name }) => name.replace(/\.previous$/, ''))
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length)),
  )

/** What is read now must be there next time: a process killed before it synced a rename left that to chance. */
export const settle = (files: Files, folder: string): Promise<void> => files.syncFolder(folder).catch(() => undefined)

/**
 * Opens the records of a folder; damaged ones are restored from the copy before them. One that can't be restored is
 * left out, and writing to its id rejects with `DamagedFile` until a check of the folder has dealt with it: a record
 * that silently began anew could be sent or approved twice.
 */
export const openRecordStore = async <T extends object>(
  files: Files,
  folder: string,
  type: RecordType<T>,
  readOnly: boolean,
  notice: Notice,
): Promise<RecordStore<T>> => {
  const values = new Map<string, T>()
  const damaged = new Map<string, DamagedFile>()
  const queues = new Map<string, Promise<void>>()
  const ids = await recordIds(files, folder)
  if (!readOnly && ids.size > 0) await settle(files, folder)
  for (const id of ids) {
    const path = recordPath(folder, id)
    try {
      const { value, setAside } = await readJsonFile(files, path, type, !readOnly)
      if (setAside) notice(path, true)
      if (value) values.set(id, value)
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      damaged.set(id, error)
      notice(path, false)
    }
  }
  const write = async (id: string, value: T): Promise<void> => {
    const complaint = damaged.get(id)
    if (complaint) throw complaint
    await jsonDatabase(files, recordPath(folder, id), value).write()
    values.set(id, value)
  }
  return {
    get: (id) => values.get(id) ?? null,
    all: () => values,
    put: (id, value) => {
      const turn = (queues.get(id) ?? Promise.resolve()).catch(() => undefined).then(() => write(id, value))
      queues.set(id, turn)
      return turn
    },
  }
}

/** A single record in a file of its own. */
export interface SingleRecord<T> {
  get(): T
  put(value: T): Promise<void>
}

/** Opens a record there is one of; `initial` stands for a file that is not there yet. */
export const openSingleRecord = async <T extends object>(
  files: Files,
  path: string,
  type: RecordType<T>,
  initial: T,
  readOnly: boolean,
  notice: Notice,
): Promise<SingleRecord<T>> => {
  const { value, setAside } = await readJsonFile(files, path, type, !readOnly)
  if (setAside) notice(path, true)
  if (value && !readOnly) await settle(files, dirname(path))
  let present = value ?? initial
  let last: Promise<void> = Promise.resolve()
  return {
    get: () => present,
    put: (next) => {
      last = last
        .catch(() => undefined)
        .then(async () => {
          const database = jsonDatabase(files, path, next)
          await database.write()
          // The folder stands on this file: there is a copy of it from the very first.
          if (!(await files.facts(previousOf(path)))) await database.write()
          present = next
        })
      return last
    },
  }
}
