import { join } from 'node:path'
import { type Idea, ideaSchema } from '../../shared/idea/idea.ts'
import type { RecordType } from '../store/json-file.ts'

/** How a pitch is stored. */
export const ideaType: RecordType<Idea> = { version: 1, schema: ideaSchema, migrations: {} }

export const ideaFolder = (folder: string): string => join(folder, 'ideas')

/** Where the files of a pitch lie. */
export const ideaFiles = (folder: string, id: string): string => join(ideaFolder(folder), 'files', id)
