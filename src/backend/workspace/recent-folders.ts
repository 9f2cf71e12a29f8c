import { join } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { jsonDatabase, type RecordType, readJsonFile } from '../store/json-file.ts'

const recentSchema = z.object({
  schemaVersion: z.literal(1),
  folders: z.array(z.object({ folder: z.string(), name: z.string(), openedAt: z.number() })),
})
type Recent = z.infer<typeof recentSchema>
const recentType: RecordType<Recent> = { version: 1, schema: recentSchema, migrations: {} }

const limit = 12
const pathOf = ({ home }: Environment): string => join(home, 'recent-folders.json')

/** Folders opened on this computer, the latest first; a damaged list is an empty one. */
export const recentFolders = async (environment: Environment): Promise<Recent['folders']> => {
  const read = await readJsonFile(environment.files, pathOf(environment), recentType, false).catch(() => null)
  return read?.value?.folders ?? []
}

/** Puts a folder first in the list. A list that can't be written is no reason not to work. */
export const rememberFolder = async (environment: Environment, folder: string, name: string): Promise<void> => {
  const others = (await recentFolders(environment)).filter((recent) => recent.folder !== folder)
  const folders = [{ folder, name, openedAt: environment.now() }, ...others].slice(0, limit)
  try {
    await environment.files.makeFolder(environment.home)
    await jsonDatabase(environment.files, pathOf(environment), { schemaVersion: 1, folders }).write()
  } catch (error) {
    environment.log(`recent-folders: ${error instanceof Error ? error.message : String(error)}`)
  }
}
