import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { canonicalJson } from '../../shared/article/content.ts'
import { type PageDisplay, pageDisplaySchema } from '../../shared/layout/display.ts'
import { type Proof, type ProofRecord, proofRecordSchema } from '../../shared/proof/proof.ts'
import { issueFileName } from '../issue/issue-store.ts'
import { type Files, unless } from '../store/files.ts'
import { type RecordType, replaceFile } from '../store/json-file.ts'
import { type Notice, openRecordStore } from '../store/record-store.ts'

/** How the proofs of an issue are stored, one file an issue. */
export const proofType: RecordType<ProofRecord> = { version: 1, schema: proofRecordSchema, migrations: {} }

const keptPageSchema = z.object({ schemaVersion: z.literal(1), page: pageDisplaySchema })

/** SHA-256, hex, of a page as it is drawn. */
export const displayHash = (page: PageDisplay): string => createHash('sha256').update(canonicalJson(page)).digest('hex')

/** The proofs of a newsroom. Pages are kept by their hashes: equal ones are kept once. */
export interface ProofStore {
  /** Of an issue, in the order they were taken. */
  of(serial: string): readonly Proof[]
  /** Changes the proofs of an issue as they are when its turn comes; returns what `edit` made of them. */
  change(serial: string, edit: (now: readonly Proof[]) => readonly Proof[]): Promise<readonly Proof[]>
  /** Keeps a page and returns its hash. */
  keep(page: PageDisplay): Promise<string>
  /** Null where the file is gone or is not what it was. */
  page(hash: string): Promise<PageDisplay | null>
}

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** A page has half a megabyte; what claims to be a hundred times that is none. */
const largest = 64 * 1024 * 1024

/** What was kept, checked against the name it was kept under. */
const parsed = async (bytes: Uint8Array, hash: string): Promise<PageDisplay | null> => {
  try {
    const kept: unknown = JSON.parse((await unzip(bytes, { maxOutputLength: largest })).toString('utf8'))
    const { success, data } = keptPageSchema.safeParse(kept)
    return success && displayHash(data.page) === hash ? data.page : null
  } catch {
    return null
  }
}

export const openProofStore = async (files: Files, folder: string, readOnly: boolean, notice: Notice): Promise<ProofStore> => {
  const place = join(folder, 'proofs')
  const records = await openRecordStore(files, place, proofType, readOnly, notice)
  const path = (hash: string): string => join(place, 'pages', `${hash}.json.gz`)
  const turns = new Map<string, Promise<unknown>>()
  const of = (serial: string): readonly Proof[] => records.get(issueFileName(serial))?.proofs ?? []
  return {
    of,
    change: (serial, edit) => {
      const changing = (turns.get(serial) ?? Promise.resolve())
        .catch(() => undefined)
        .then(async () => {
          const proofs = edit(of(serial))
          await records.put(issueFileName(serial), { schemaVersion: 1, proofs: [...proofs] })
          return proofs
        })
      turns.set(serial, changing)
      return changing
    },
    keep: async (page) => {
      const hash = displayHash(page)
      const kept = await unless('ENOENT', files.read(path(hash)), null)
      if (kept === null || (await parsed(kept, hash)) === null) {
        await files.makeFolder(join(place, 'pages'))
        await replaceFile(files, path(hash), await zip(JSON.stringify({ schemaVersion: 1, page })))
      }
      return hash
    },
    page: async (hash) => {
      const bytes = await unless('ENOENT', files.read(path(hash)), null)
      return bytes && parsed(bytes, hash)
    },
  }
}
