import { join } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../backend/environment.ts'
import { jsonDatabase, type RecordType, readJsonFile } from '../backend/store/json-file.ts'
import { folderPurposes } from '../shared/desktop/api.ts'

const placeSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
})
/** Where a window stood, in device-independent pixels of the whole desktop. */
export type WindowPlace = z.infer<typeof placeSchema>

const stateSchema = z.object({
  schemaVersion: z.literal(1),
  window: placeSchema.nullable(),
  language: z.enum(['ru', 'en']),
  /** The last folder of each kind of dialog. */
  folders: z.partialRecord(z.enum(folderPurposes), z.string()),
})
export type DesktopState = z.infer<typeof stateSchema>

const stateType: RecordType<DesktopState> = { version: 1, schema: stateSchema, migrations: {} }
const initial: DesktopState = { schemaVersion: 1, window: null, language: 'ru', folders: {} }

/** What the desktop program remembers of this computer: where its window stood, where its dialogs were. */
export interface DesktopMemory {
  get(): DesktopState
  /** Takes part of the state over and writes it; what can't be written is only logged. */
  update(change: Partial<Omit<DesktopState, 'schemaVersion'>>): Promise<void>
}

/** Opens the memory in the installation's home; a damaged file is an empty one. */
export const openDesktopMemory = async (environment: Pick<Environment, 'files' | 'home' | 'log'>): Promise<DesktopMemory> => {
  const { files, home, log } = environment
  const path = join(home, 'desktop.json')
  const read = await readJsonFile(files, path, stateType, true).catch(() => null)
  let state = read?.value ?? initial
  return {
    get: () => state,
    update: async (change) => {
      state = { ...state, ...change }
      try {
        await files.makeFolder(home)
        await jsonDatabase(files, path, state).write()
      } catch (error) {
        log(`desktop: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  }
}
