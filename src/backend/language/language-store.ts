import { join } from 'node:path'
import { type LanguageRecord, languageRecordSchema } from '../../shared/language/house/house-style.ts'
import type { RecordType } from '../store/json-file.ts'

/** How the newspaper writes, as it is stored. */
export const languageType: RecordType<LanguageRecord> = { version: 1, schema: languageRecordSchema, migrations: {} }
export const languagePath = (folder: string): string => join(folder, 'language.json')
