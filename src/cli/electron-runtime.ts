import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../backend/environment.ts'
import { jsonDatabase, type RecordType, readJsonFile } from '../backend/store/json-file.ts'

const attemptSchema = z.object({ schemaVersion: z.literal(1), version: z.string(), at: z.number() })
const attemptType: RecordType<z.infer<typeof attemptSchema>> = { version: 1, schema: attemptSchema, migrations: {} }

/** Fetching stops when it said nothing and wrote nothing for this long. */
const patienceMs = 20_000

/** Electron's package folder. Its main module must not be loaded: it would start a download of its own. */
const packageFolder = (): string | null => {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

const installed = (folder: string): string | null => {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
}

const fetchRuntime = (folder: string): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 'pipe', 'pipe'] })
    let timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    const alive = () => {
      clearTimeout(timer)
      timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    }
    child.stdout.on('data', alive)
    child.stderr.on('data', alive)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    child.on('error', done)
    child.on('exit', done)
  })

/**
 * The Electron program of this installation, or null where it can't be had. The attempt to fetch it is made once for a
 * version and remembered, so that a computer without a network starts at once from then on.
 */
export const electronProgram = async (environment: Environment, say: (line: string) => void): Promise<string | null> => {
  const folder = packageFolder()
  if (folder === null) return null
  const present = installed(folder)
  if (present !== null) return present
  const manifest = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const path = join(environment.home, 'electron-attempt.json')
  const earlier = await readJsonFile(environment.files, path, attemptType, false).catch(() => null)
  if (earlier?.value?.version === manifest.version) return null
  say('Загружается среда Electron: один раз, до 20 секунд без ответа…')
  await fetchRuntime(folder)
  await environment.files.makeFolder(environment.home)
  await jsonDatabase(environment.files, path, { schemaVersion: 1, version: manifest.version, at: environment.now() }).write()
  return installed(folder)
}
