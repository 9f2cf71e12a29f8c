import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { type RecordType, readJsonFile, replaceFile } from '../store/json-file.ts'
import { sha256 } from './signature.ts'

const headSchema = z.object({ index: z.number(), hash: z.string() })

const pinsSchema = z.object({
  schemaVersion: z.literal(1),
  /** Id of the owner's key as it was when this computer first met the newsroom. */
  owner: z.string(),
  /** By folder: the newest entry of each chain that was there, and which chain each person goes on with there. */
  copies: z.record(z.string(), z.object({ heads: z.record(z.string(), headSchema), chains: z.record(z.string(), z.string()) })),
})
/**
 * What this computer knows of a newsroom's ledger, kept outside the folder: who alters the folder can't alter this.
 * It tells a ledger that was begun anew or cut, and keeps a restored copy from going on with a chain that has gone on
 * elsewhere (rule K11).
 */
export type Pins = z.infer<typeof pinsSchema>
export type Copy = Pins['copies'][string]

const pinsType: RecordType<Pins> = { version: 1, schema: pinsSchema, migrations: {} }

const pathOf = ({ home }: Environment, newsroom: string): string =>
  join(home, 'ledger', `${/^[A-Za-z0-9-]{1,64}$/.test(newsroom) ? newsroom : sha256(newsroom).slice(0, 32)}.json`)

/** How a folder is called in the pins. */
export const copyName = (folder: string): string => resolve(folder)

/** Null where this computer has not met the newsroom yet, or has lost what it knew. */
export const readPins = async (environment: Environment, newsroom: string): Promise<Pins | null> => {
  const read = await readJsonFile(environment.files, pathOf(environment, newsroom), pinsType, false).catch(() => null)
  return read?.value ?? null
}

export const writePins = async (environment: Environment, newsroom: string, pins: Pins): Promise<void> => {
  const path = pathOf(environment, newsroom)
  await environment.files.makeFolder(dirname(path))
  await replaceFile(environment.files, path, new TextEncoder().encode(`${JSON.stringify(pins)}\n`))
}
