import { join } from 'node:path'
import type { Environment } from '../environment.ts'
import { replaceFile, temporaryOf } from '../store/json-file.ts'
import type { Segment } from './segment.ts'
import { decodeSegment, encodeSegment } from './segment-file.ts'

const suffix = '.segment'

/** The index on disk: files that are never changed, only added and removed (rule F8). */
export interface SegmentFolder {
  /** The names of what is there. */
  list(): Promise<readonly string[]>
  /** Null when it is gone or damaged; damaged ones are removed. */
  read(name: string): Promise<Segment | null>
  /** Writes a segment and returns its name; null when it could not be written or the folder is open for reading. */
  write(segment: Segment): Promise<string | null>
  remove(name: string): Promise<void>
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const openSegmentFolder = (environment: Environment, folder: string, readOnly: boolean): SegmentFolder => {
  const { files, log, newId } = environment
  /** The index is derived: what goes wrong here costs time, and is never worth a failure. */
  const quietly = async <T, D>(work: () => Promise<T>, otherwise: D): Promise<T | D> => {
    try {
      return await work()
    } catch (error) {
      log(`${folder}: ${reason(error)}`)
      return otherwise
    }
  }
  const remove = async (name: string): Promise<void> => {
    if (!readOnly) await quietly(() => files.remove(join(folder, name)), undefined)
  }
  return {
    list: () =>
      quietly(async () => {
        const names = (await files.list(folder)).filter((entry) => !entry.folder).map(({ name }) => name)
        for (const name of names) if (name.endsWith(temporaryOf(suffix))) await remove(name)
        return names.filter((name) => name.endsWith(suffix)).sort()
      }, []),
    read: async (name) => {
      const bytes = await quietly(() => files.read(join(folder, name)), null)
      const segment = bytes && decodeSegment(bytes)
      if (bytes && !segment) await remove(name)
      return segment
    },
    write: async (segment) => {
      if (readOnly) return null
      const name = `${newId()}${suffix}`
      return quietly(async () => {
        await replaceFile(files, join(folder, name), encodeSegment(segment))
        return name
      }, null)
    },
    remove,
  }
}
