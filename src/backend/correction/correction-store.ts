import { join } from 'node:path'
import { type Correction, correctionSchema } from '../../shared/correction/correction.ts'
import type { Files } from '../store/files.ts'
import type { RecordType } from '../store/json-file.ts'
import { type Notice, openRecordStore, type RecordStore } from '../store/record-store.ts'

/** How a correction is stored. */
export const correctionType: RecordType<Correction> = { version: 1, schema: correctionSchema, migrations: {} }

export type CorrectionStore = RecordStore<Correction>

export const openCorrectionStore = async (
  files: Files,
  folder: string,
  readOnly: boolean,
  notice: Notice,
): Promise<CorrectionStore> => {
  const path = join(folder, 'corrections')
  const store = await openRecordStore(files, path, correctionType, readOnly, notice)
  return {
    ...store,
    put: async (id, correction) => {
      await files.makeFolder(path)
      await store.put(id, correction)
    },
  }
}
