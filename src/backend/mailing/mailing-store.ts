import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { articleContentSchema } from '../../shared/article/content.ts'
import { letterOrderSchema, mailingStates } from '../../shared/mailing/mailing.ts'
import type { Files } from '../store/files.ts'
import { type RecordType, replaceFile } from '../store/json-file.ts'

const storedFileSchema = z.object({
  name: z.string(),
  type: z.string(),
  /** SHA-256, hex, of its bytes, which lie under that name. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number(),
})
export type StoredFile = z.infer<typeof storedFileSchema>

const mailingRecordSchema = letterOrderSchema.extend({
  schemaVersion: z.literal(1),
  /** The letter, frozen. */
  content: articleContentSchema,
  /** What it was made of: the approved version of each story. */
  stories: z.array(z.object({ article: z.string(), contentHash: z.string() })),
  files: z.array(storedFileSchema),
  warnings: z.array(z.string()),
  composedBy: z.string(),
  composedAt: z.number(),
  testedAt: z.number().nullable(),
  testedTo: z.string().nullable(),
  state: z.enum(mailingStates),
  pauseReason: z.string().nullable(),
  /** Differences from what was approved that the editor in chief let pass, as `changesSince` words them. */
  waived: z.string().nullable(),
})
/** A letter about an issue and how far its sending is. */
export type MailingRecord = z.infer<typeof mailingRecordSchema>

/** How it is stored. */
export const mailingType: RecordType<MailingRecord> = { version: 1, schema: mailingRecordSchema, migrations: {} }

const idOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

/** Of an issue there is one letter a mailbox (rule E6). */
export const mailingId = (issue: string, channel: string): string => idOf('mailing', issue, channel)

/** The id of a letter follows from the mailing and its recipient: there can't be two of it (rule E6). */
export const letterId = (mailing: string, recipient: string): string => idOf('letter', mailing, recipient.toLowerCase())

const filePath = (folder: string, hash: string): string => join(folder, 'mailings', 'files', hash)

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

interface Place {
  readonly folder: string
  readonly environment: { readonly files: Files }
}

/** Keeps a file that goes with a letter; the same bytes once. */
export const keepFile = async (
  { folder, environment: { files } }: Place,
  name: string,
  type: string,
  bytes: Uint8Array,
): Promise<StoredFile> => {
  const hash = sha256(bytes)
  const path = filePath(folder, hash)
  if ((await files.facts(path)) === null) {
    await files.makeFolder(join(folder, 'mailings', 'files'))
    await replaceFile(files, path, bytes)
  }
  return { name, type, hash, size: bytes.length }
}

/** The bytes of a file as they were kept; null where they are gone or others. */
export const readKept = async (
  { folder, environment: { files } }: Place,
  { hash }: Pick<StoredFile, 'hash'>,
): Promise<Uint8Array | null> => {
  const bytes = await files.read(filePath(folder, hash)).catch(() => null)
  return bytes !== null && sha256(bytes) === hash ? bytes : null
}
