import { join } from 'node:path'
import { z } from 'zod'
import { articleContentSchema } from '../../shared/article/content.ts'
import type { RecordType } from '../store/json-file.ts'

const lookSchema = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  content: articleContentSchema,
})
const looksSchema = z.object({
  schemaVersion: z.literal(1),
  /** By article and person. */
  articles: z.record(z.string(), z.record(z.string(), lookSchema)),
})
/** What people who sign saw last of the articles that wait; an approval keeps what was approved itself. */
export type Looks = z.infer<typeof looksSchema>

export const looksType: RecordType<Looks> = { version: 1, schema: looksSchema, migrations: {} }
export const noLooks: Looks = { schemaVersion: 1, articles: {} }
export const looksPath = (folder: string): string => join(folder, 'looks.json')
