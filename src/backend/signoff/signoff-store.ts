import { join } from 'node:path'
import { nothingSigned, type SignOffRecord, signOffRecordSchema } from '../../shared/signoff/record.ts'
import { issueFileName } from '../issue/issue-store.ts'
import { sha256Bytes } from '../ledger/signature.ts'
import { type Files, unless } from '../store/files.ts'
import { type RecordType, replaceFile } from '../store/json-file.ts'
import { type Notice, openRecordStore } from '../store/record-store.ts'

/** How the signatures of an issue's pages are stored, one file an issue. */
export const signOffType: RecordType<SignOffRecord> = { version: 1, schema: signOffRecordSchema, migrations: {} }

export const signOffFolder = (folder: string): string => join(folder, 'signoffs')

/** Where the file of a sent page is kept, by the SHA-256 of its bytes. */
export const sentFilePath = (folder: string, hash: string): string => join(signOffFolder(folder), 'sent', `${hash}.pdf`)

/** What was signed of the issues of a newsroom, and the files that went to the printer. */
export interface SignOffStore {
  of(serial: string): SignOffRecord
  /** Those of these issues of which a page was signed. */
  signed(serials: readonly string[]): readonly string[]
  /** Changes the record of an issue as it is when its turn comes; null leaves it. Returns what is in force then. */
  change(serial: string, edit: (now: SignOffRecord) => SignOffRecord | null): Promise<SignOffRecord>
  /** Keeps the bytes of a sent page; resolves with their SHA-256, hex, when they would survive a power cut. */
  keep(bytes: Uint8Array): Promise<string>
  /** The bytes of a sent page; null where they are gone or are not what they were. */
  file(hash: string): Promise<Uint8Array | null>
  /** Moves what was signed along with an issue that gets another serial. */
  renumber(from: string, to: string): Promise<void>
}

export const openSignOffStore = async (
  files: Files,
  folder: string,
  readOnly: boolean,
  notice: Notice,
): Promise<SignOffStore> => {
  const records = await openRecordStore(files, signOffFolder(folder), signOffType, readOnly, notice)
  let turn: Promise<unknown> = Promise.resolve()
  const of = (serial: string): SignOffRecord => records.get(issueFileName(serial)) ?? nothingSigned
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.catch(() => undefined).then(work)
    turn = next
    return next
  }
  const file = async (hash: string): Promise<Uint8Array | null> => {
    const bytes = await unless('ENOENT', files.read(sentFilePath(folder, hash)), null)
    return bytes && sha256Bytes(bytes) === hash ? bytes : null
  }
  return {
    of,
    signed: (serials) => {
      const names = new Set([...records.all()].flatMap(([name, { pages }]) => (pages.length > 0 ? [name] : [])))
      return names.size === 0 ? [] : serials.filter((serial) => names.has(issueFileName(serial)))
    },
    change: (serial, edit) =>
      inTurn(async () => {
        const next = edit(of(serial))
        if (next === null) return of(serial)
        await files.makeFolder(signOffFolder(folder))
        await records.put(issueFileName(serial), next)
        return next
      }),
    keep: async (bytes) => {
      const hash = sha256Bytes(bytes)
      if ((await file(hash)) === null) {
        await files.makeFolder(join(signOffFolder(folder), 'sent'))
        await replaceFile(files, sentFilePath(folder, hash), bytes)
      }
      return hash
    },
    file,
    renumber: (from, to) =>
      inTurn(async () => {
        const record = records.get(issueFileName(from))
        if (!record) return
        await records.put(issueFileName(to), record)
        // The next issue of the old number begins without a signature.
        await records.put(issueFileName(from), nothingSigned)
      }),
  }
}
