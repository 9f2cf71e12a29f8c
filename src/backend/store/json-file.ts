import { dirname } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import type { z } from 'zod'
import { errorCode, type Files, openInFolder } from './files.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

const textOf = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    // The decoder's own error carries a code and would pass for a refusal of the system.
    throw new Error('не текст в UTF-8')
  }
}

/** Where the version before the present one is kept; see rules S3 and S4. */
export const previousOf = (path: string): string => `${path}.previous`

/** A copy that is being written; one that is found later was left by a crash. */
export const temporaryOf = (path: string): string => `${path}.new`

/** A name beside a file that nothing is kept under yet: what was set aside earlier is never written over. */
export const freeAside = async (files: Files, path: string): Promise<string> => {
  for (let n = 1; ; n += 1) {
    const aside = n === 1 ? `${path}.damaged` : `${path}.damaged-${n}`
    if (!(await files.facts(aside))) return aside
  }
}

/** Renames a file to a free `….damaged` name and returns that name. */
export const setAside = async (files: Files, path: string): Promise<string> => {
  const aside = await freeAside(files, path)
  await files.rename(path, aside)
  return aside
}

/** Replacements under way, by path: two of one file would write into one another's temporary copy. */
const underWay = new WeakMap<Files, Map<string, Promise<void>>>()

/**
 * Writes a file so that after a crash at any step either the old bytes or the new ones are there (rule S1). Resolves
 * when the new ones would survive a power cut. Replacements of one file by this process wait for one another.
 */
export const replaceFile = async (files: Files, path: string, bytes: Uint8Array): Promise<void> => {
  const turns = underWay.get(files) ?? new Map<string, Promise<void>>()
  underWay.set(files, turns)
  const turn = (turns.get(path) ?? Promise.resolve()).catch(() => undefined).then(() => replace(files, path, bytes))
  turns.set(path, turn)
  try {
    await turn
  } finally {
    if (turns.get(path) === turn) turns.delete(path)
  }
}

const replace = async (files: Files, path: string, bytes: Uint8Array): Promise<void> => {
  const temporary = temporaryOf(path)
  const file = await openInFolder(files, temporary, 'replace')
  try {
    await file.write(bytes)
    await file.sync()
  } catch (error) {
    await file.close().catch(() => undefined)
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

/** A file was written by a newer version of the program; it is sound and must stay as it is (rule S9). */
export class NewerFile extends Error {
  readonly path: string
  constructor(path: string, found: number, known: number) {
    super(`${path}: записано более новой версией программы (${found} > ${known})`)
    this.path = path
  }
}

/** How a stored record looks, and how older versions become the present one: `migrations[n]` makes version n+1 of n. */
export interface RecordType<T> {
  readonly version: number
  readonly schema: z.ZodType<T>
  readonly migrations: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>
}

/**
 * Reads a stored value of any version; throws when it does not match the schema, and `NewerFile` when it is newer than
 * this program. `path` is for the message.
 */
export const readRecord = <T>(type: RecordType<T>, stored: unknown, path = 'запись'): T => {
  if (typeof stored !== 'object' || stored === null) throw new Error('не запись')
  let record: Record<string, unknown> = { ...stored }
  let version = typeof record.schemaVersion === 'number' ? record.schemaVersion : 0
  if (version > type.version) throw new NewerFile(path, version, type.version)
  for (; version < type.version; version += 1) {
    const migrate = type.migrations[version]
    if (!migrate) throw new Error(`нет перехода с версии ${version}`)
    record = { ...migrate(record), schemaVersion: version + 1 }
  }
  const parsed = type.schema.safeParse(record)
  if (parsed.success) return parsed.data
  throw new Error(
    parsed.error.issues.map(({ path: at, message }) => [at.join('.'), message].filter(Boolean).join(': ')).join('; '),
  )
}

/** What reading found: the value, which of the two files it is from, and whether the present one was set aside. */
export interface ReadFile<T> {
  readonly value: T | null
  readonly from: 'present' | 'previous' | null
  readonly setAside: string | null
}

/** Reads once more before a file counts as damaged: a hiccup of the disk is no damage. */
const readTwice = (files: Files, path: string): Promise<Uint8Array> =>
  files.read(path).catch((error: unknown) => {
    if (errorCode(error) === 'EIO') return files.read(path)
    throw error
  })

const parse = async <T>(files: Files, path: string, type: RecordType<T>): Promise<T> =>
  readRecord(type, JSON.parse(textOf(await readTwice(files, path))), path)

/** A bad sector reads as EIO: that file is damaged. Other refusals of the system say nothing about the bytes. */
const saysNothing = (error: unknown): boolean => ![null, 'ENOENT', 'EIO'].includes(errorCode(error))

/**
 * Reads a record's file. A damaged one is set aside under another name and the copy before it is read instead
 * (rule S4); where there is none the file stays and `DamagedFile` is thrown. Without `mayRepair` nothing is touched.
 */
export const readJsonFile = async <T>(
  files: Files,
  path: string,
  type: RecordType<T>,
  mayRepair: boolean,
): Promise<ReadFile<T>> => {
  try {
    return { value: await parse(files, path, type), from: 'present', setAside: null }
  } catch (error) {
    if (error instanceof NewerFile || saysNothing(error)) throw error
    const missing = errorCode(error) === 'ENOENT'
    if (missing && !(await files.facts(previousOf(path)))) return { value: null, from: null, setAside: null }
    const complaint = error instanceof Error ? error.message : String(error)
    const value = await parse(files, previousOf(path), type).catch((second: unknown) => {
      // Neither can be read: that is the disk, not the file.
      const disk = errorCode(error) === 'EIO' && errorCode(second) === 'EIO'
      throw disk || second instanceof NewerFile || saysNothing(second) ? second : new DamagedFile(path, complaint)
    })
    if (missing) return { value, from: 'previous', setAside: null }
    if (!mayRepair) return { value, from: 'previous', setAside: await freeAside(files, path) }
    const copy = await files.read(previousOf(path))
    const aside = await setAside(files, path)
    await replaceFile(files, path, copy)
    return { value, from: 'previous', setAside: aside }
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
