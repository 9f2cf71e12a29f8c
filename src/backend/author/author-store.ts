import { join } from 'node:path'
import { z } from 'zod'
import { authorSchema } from '../../shared/author/author.ts'
import type { RecordType } from '../store/json-file.ts'

const authorRecordSchema = z.object({ schemaVersion: z.literal(1), authors: z.array(authorSchema) })
/** The cards of the authors from outside. */
export type AuthorRecord = z.infer<typeof authorRecordSchema>

/** How they are stored. */
export const authorType: RecordType<AuthorRecord> = { version: 1, schema: authorRecordSchema, migrations: {} }

export const authorPath = (folder: string): string => join(folder, 'authors.json')

/** A newsroom that knows no author from outside yet. */
export const noAuthors: AuthorRecord = { schemaVersion: 1, authors: [] }
