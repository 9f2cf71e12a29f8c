import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type AdvertContent, type AdvertRecord, advertRecordSchema } from '../../shared/advert/advert.ts'
import { canonicalJson } from '../../shared/article/content.ts'
import type { Files } from '../store/files.ts'
import type { RecordType } from '../store/json-file.ts'
import { type Notice, openRecordStore, type RecordStore } from '../store/record-store.ts'

/** How an advert is stored. */
export const advertType: RecordType<AdvertRecord> = { version: 1, schema: advertRecordSchema, migrations: {} }

/** SHA-256, hex, of what is approved of an advert; its file is in it by its own hash. */
export const advertHash = (content: AdvertContent): string => createHash('sha256').update(canonicalJson(content)).digest('hex')

/** The adverts of a newsroom, one file each. */
export interface AdvertStore extends Pick<RecordStore<AdvertRecord>, 'get' | 'all' | 'put'> {
  /**
   * Changes an advert as it stands when its turn comes; returns null where there is none. A content that is not the
   * approved one leaves its mark, also when it is changed back.
   */
  change(id: string, edit: (now: AdvertRecord) => AdvertRecord): Promise<AdvertRecord | null>
}

/** Does the content differ from what was approved last? */
const differs = ({ approvals, content }: AdvertRecord): boolean => {
  const last = approvals.at(-1)
  return last !== undefined && last.contentHash !== advertHash(content)
}

export const openAdvertStore = async (files: Files, folder: string, readOnly: boolean, notice: Notice): Promise<AdvertStore> => {
  const records = await openRecordStore(files, join(folder, 'adverts'), advertType, readOnly, notice)
  let turn: Promise<unknown> = Promise.resolve()
  return {
    ...records,
    change: (id, edit) => {
      const changing = turn
        .catch(() => undefined)
        .then(async () => {
          const now = records.get(id)
          if (now === null) return null
          const next = edit(now)
          const changed = { ...next, changedAfterApproval: next.changedAfterApproval || differs(next) }
          await records.put(id, changed)
          return changed
        })
      turn = changing
      return changing
    },
  }
}
