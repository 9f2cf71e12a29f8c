import { z } from 'zod'
import type { Files } from '../store/files.ts'
import { jsonDatabase, type RecordType, readJsonFile } from '../store/json-file.ts'
import { journalPath, snapshotPath } from '../store/stored-state.ts'

const entrySchema = z.object({
  /** Sizes and time of the document's files when the entry was made: any difference makes it stale (rule S10). */
  stamp: z.string(),
  headline: z.string(),
  rubric: z.string(),
  byline: z.string(),
  characters: z.number(),
  photos: z.number(),
  contentHash: z.string(),
})
export type ArticleEntry = z.infer<typeof entrySchema>

const indexSchema = z.object({ schemaVersion: z.literal(1), entries: z.record(z.string(), entrySchema) })
export const indexType: RecordType<z.infer<typeof indexSchema>> = { version: 1, schema: indexSchema, migrations: {} }

/** The stamp of an entry whose text is not on disk: it matches no files, so the next start reads the document. */
export const noStamp = ''

/** What tells whether a document's files are still those an index entry was made from. */
export const stampOf = async (files: Files, base: string): Promise<string> => {
  const facts = await Promise.all([files.facts(snapshotPath(base)), files.facts(journalPath(base))])
  return facts.map((f) => (f ? `${f.size}@${f.modifiedAt}` : '-')).join(' ')
}

/** The index as it is on disk; empty where it is missing or can't be read: it is derived and never worth a failure. */
export const readIndex = async (files: Files, path: string): Promise<Readonly<Record<string, ArticleEntry>>> => {
  const { value } = await readJsonFile(files, path, indexType, false).catch(() => ({ value: null }))
  return value?.entries ?? {}
}

export const writeIndex = (files: Files, path: string, entries: ReadonlyMap<string, ArticleEntry>): Promise<void> =>
  jsonDatabase(files, path, { schemaVersion: 1, entries: Object.fromEntries(entries) }).write()
