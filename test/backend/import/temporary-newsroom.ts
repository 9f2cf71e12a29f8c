import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Environment } from '../../../src/backend/environment.ts'
import { createNewsroom, type Newsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../../src/backend/node-environment.ts'

/** A folder that is gone after the test. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'newsroom-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** An environment on the real disk with a counted clock and counted ids. */
export const countedEnvironment = (changes: Partial<Environment> = {}): Environment => {
  let ids = 0
  return { ...nodeEnvironment(), now: () => Date.UTC(2026, 10, 23), newId: () => `id${++ids}`, ...changes }
}

/** A newsroom opened from an existing folder, closed after the test. */
export const openTemporary = async (environment: Environment, folder: string): Promise<Newsroom> => {
  const opened = await openNewsroom(environment, folder, () => undefined)
  if (!opened.ok) throw new Error(opened.failure.what)
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** An empty newsroom beside an empty folder for the files of a test. */
export const newNewsroom = async (changes: Partial<Environment> = {}): Promise<{ newsroom: Newsroom; inbox: string }> => {
  const inbox = await temporaryFolder()
  const folder = await temporaryFolder()
  const environment = countedEnvironment(changes)
  const created = await createNewsroom(environment, folder)
  if (!created.ok) throw new Error(created.failure.what)
  return { newsroom: await openTemporary(environment, folder), inbox }
}
