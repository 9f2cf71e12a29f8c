import { join } from 'node:path'
import { z } from 'zod'
import type { RecordType } from '../store/json-file.ts'

const embargoSchema = z.object({ schemaVersion: z.literal(1), articles: z.record(z.string(), z.number()) })
/** Until when articles stay in the house, milliseconds since 1970, by article. */
export type Embargoes = z.infer<typeof embargoSchema>

export const embargoType: RecordType<Embargoes> = { version: 1, schema: embargoSchema, migrations: {} }
export const noEmbargoes: Embargoes = { schemaVersion: 1, articles: {} }
export const embargoPath = (folder: string): string => join(folder, 'embargoes.json')
