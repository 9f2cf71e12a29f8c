import { dirname } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import type { z } from 'zod'
import { errorCode, type Files } from './files.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Where the version before the present one is kept; see rules S3 and S4. */
export const previousOf = (path: string): string => `${path}.previous`

/** Writes a file so that after a crash at any step either the old bytes or the new ones are there (rule S1). */
export const replaceFile = async (files: Files, path: string, bytes: Uint8Array): Promise<void> => {
  const temporary = `${path}.new`
  const file = await files.open(temporary, 'replace')
  try {
    await file.write(bytes)
    await file.sync()
  } catch (error) {
    await file.close()
    // The half-written copy would only keep a full disk full.
    await files.remove(temporary).catch(() => undefined)
    throw error
  }
  await file.close()
  if (await files.facts(path)) await files.rename(path, previousOf(path))
  await files.rename(temporary, path)
  await files.syncFolder(dirname(path))
}

/** A record's file could not be read, nor could the copy before it. */
export class DamagedFile extends Error {
  readonly path: string
  constructor(path: string, complaint: string) {
    super(`${path}: ${complaint}`)
    this.path = path
  }
}

/** How a stored record looks, and how older versions become the present one: `migrations[n]` makes version n+1 of n. */
export interface RecordType<T> {
  readonly version: number
  readonly schema: z.ZodType<T>
  readonly migrations: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>
}

/** Reads a stored value of any version; rejects what is newer than this program or does not match the schema. */
export const readRecord = <T>(type: RecordType<T>, stored: unknown): T => {
  if (typeof stored !== 'object' || stored === null) throw new Error('не запись')
  let record: Record<string, unknown> = { ...stored }
  let version = typeof record.schemaVersion === 'number' ? record.schemaVersion : 0
  if (version > type.version) throw new Error(`записано более новой версией программы (${version} > ${type.version})`)
  for (; version < type.version; version += 1) {
    const migrate = type.migrations[version]
    if (!migrate) throw new Error(`нет перехода с версии ${version}`)
    record = { ...migrate(record), schemaVersion: version + 1 }
  }
  return type.schema.parse(record)
}

/** What reading found: the value, and whether the present file had to be set aside for the copy before it. */
export interface ReadFile<T> {
  readonly value: T | null
  readonly setAside: string | null
}

const parse = async <T>(files: Files, path: string, type: RecordType<T>): Promise<T> =>
  readRecord(type, JSON.parse(decoder.decode(await files.read(path))))

/**
 * Reads a record's file. A damaged one is set aside under another name and the copy before it is read instead
 * (rule S4); where there is none the file stays and `DamagedFile` is thrown.
 */
export const readJsonFile = async <T>(
  files: Files,
  path: string,
  type: RecordType<T>,
  mayRepair: boolean,
): Promise<ReadFile<T>> => {
  try {
    return { value: await parse(files, path, type), setAside: null }
  } catch (error) {
    const missing = errorCode(error) === 'ENOENT'
    if (!missing && errorCode(error) !== null) throw error
    if (missing && !(await files.facts(previousOf(path)))) return { value: null, setAside: null }
    const complaint = error instanceof Error ? error.message : String(error)
    try {
      const value = await parse(files, previousOf(path), type)
      if (missing) return { value, setAside: null }
      const aside = `${path}.damaged`
      if (mayRepair) {
        await files.rename(path, aside)
        await replaceFile(files, path, await files.read(previousOf(path)))
      }
      return { value, setAside: aside }
    } catch {
      throw new DamagedFile(path, complaint)
    }
  }
}

/** A lowdb database whose file is written by `replaceFile`. */
export const jsonDatabase = <T extends object>(files: Files, path: string, value: T): Low<T> => {
  const adapter: Adapter<T> = {
    read: () => Promise.resolve(null),
    write: (data) => replaceFile(files, path, encoder.encode(`${JSON.stringify(data, null, 1)}\n`)),
  }
  return new Low(adapter, value)
}
