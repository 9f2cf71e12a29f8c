import { join } from 'node:path'
import { z } from 'zod'
import { type KnownCounts, knownCountsSchema } from '../../shared/publishing/counts.ts'
import type { Files } from '../store/files.ts'
import type { RecordType } from '../store/json-file.ts'
import { type Notice, openRecordStore, type RecordStore } from '../store/record-store.ts'

const countsSchema = knownCountsSchema.extend({ schemaVersion: z.literal(1) })
/** What readers had done with a publication when its channel was last asked. */
export type CountsRecord = z.infer<typeof countsSchema>

/** How the counts of a delivery are stored. */
export const countsType: RecordType<CountsRecord> = { version: 1, schema: countsSchema, migrations: {} }

/** Counts by delivery. */
export type CountStore = RecordStore<CountsRecord>

export const openCountStore = async (files: Files, folder: string, readOnly: boolean, notice: Notice): Promise<CountStore> => {
  const path = join(folder, 'counts')
  const store = await openRecordStore(files, path, countsType, readOnly, notice)
  return {
    ...store,
    put: async (id, counts) => {
      await files.makeFolder(path)
      await store.put(id, counts)
    },
  }
}

/** What is known of a delivery; null where its channel was not asked yet. */
export const countsOf = (counts: CountStore, delivery: string): KnownCounts | null => {
  const record = counts.get(delivery)
  if (record === null) return null
  const { schemaVersion: _version, ...known } = record
  return known
}
