import { join } from 'node:path'
import type { Low } from 'lowdb'
import type { Files } from './files.ts'
import { jsonDatabase, type RecordType, readJsonFile } from './json-file.ts'

/** Records of one kind, one file each, all in memory: they are small and read often. */
export interface RecordStore<T> {
  get(id: string): T | null
  all(): ReadonlyMap<string, T>
  /** Resolves when the record would survive a power cut. A rejected write leaves the old value in force. */
  put(id: string, value: T): Promise<void>
}

/** File names of what is set aside on opening, for the person to know. */
export type Notice = (file: string) => void

const suffix = '.json'

/** Opens the records of a folder; damaged ones are restored from the copy before them and told to `notice`. */
export const openRecordStore = async <T extends object>(
  files: Files,
  folder: string,
  type: RecordType<T>,
  readOnly: boolean,
  notice: Notice,
): Promise<RecordStore<T>> => {
  const values = new Map<string, T>()
  const databases = new Map<string, Low<T>>()
  const queues = new Map<string, Promise<void>>()
  const names = new Set(
    (await files.list(folder)).map((entry) => entry.name.replace(/\.previous$/, '')).filter((name) => name.endsWith(suffix)),
  )
  for (const name of names) {
    const { value, setAside } = await readJsonFile(files, join(folder, name), type, !readOnly)
    if (setAside) notice(join(folder, name))
    if (value) values.set(name.slice(0, -suffix.length), value)
  }
  const write = async (id: string, value: T): Promise<void> => {
    const database = databases.get(id) ?? jsonDatabase(files, join(folder, `${id}${suffix}`), value)
    databases.set(id, database)
    database.data = value
    await database.write()
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
  if (setAside) notice(path)
  const database = jsonDatabase(files, path, value ?? initial)
  let present = value ?? initial
  let last: Promise<void> = Promise.resolve()
  return {
    get: () => present,
    put: (next) => {
      last = last
        .catch(() => undefined)
        .then(async () => {
          database.data = next
          await database.write()
          present = next
        })
      return last
    },
  }
}
