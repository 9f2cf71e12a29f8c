import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { notImitatedMark } from './stand-in/strict.ts'

const root = resolve(import.meta.dirname, '../..')

/** Which executable runs the program: Electron's own, or the one in its place. */
export type Runtime = 'stand-in' | 'electron'

/** Electron's own executable, where it is installed. Its package must not be loaded: that would start a download. */
export const realElectron = (): string | null => {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
}

const executables: Readonly<Record<Runtime, () => string | null>> = {
  'stand-in': () => join(root, 'test/electron/stand-in/electron'),
  electron: realElectron,
}

export interface Desktop {
  /** A folder of the test's own; everything the program writes lies in it. */
  readonly root: string
  readonly folder: string
  start(...args: readonly string[]): Promise<RunningDesktop>
}

export interface RunningDesktop {
  readonly app: ElectronApplication
  readonly page: Page
  /** Quits as a person does and waits for the end of the process. */
  quit(): Promise<void>
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>
}

export const test = base.extend<{ desktop: Desktop; runtime: Runtime }>({
  runtime: ['stand-in', { option: true }],
  desktop: async ({ runtime }, use) => {
    const program = executables[runtime]()
    test.skip(program === null, 'Нет исполняемого файла Electron: npx install-electron')
    const folder = await mkdtemp(join(tmpdir(), 'newsroom-electron-'))
    const env = { ...process.env, NEWSROOM_HOME: join(folder, 'home'), NEWSROOM_PASSPHRASE: 'demo', CI: '1' }
    const notImitated: string[] = []
    const running = new Set<ElectronApplication>()
    const ended = async (app: ElectronApplication, end: () => Promise<unknown>) => {
      if (!running.delete(app)) return
      const child = app.process()
      const gone = new Promise<void>((done) => (child.exitCode === null ? child.once('exit', () => done()) : done()))
      await end()
      await gone
    }
    await use({
      root: folder,
      folder: join(folder, 'newsroom'),
      start: async (...args) => {
        const app = await _electron.launch({
          executablePath: program ?? '',
          args: [root, `--user-data-dir=${join(folder, 'user-data')}`, ...args],
          env,
          locale: 'ru-RU',
          timezoneId: 'Europe/Moscow',
        })
        running.add(app)
        app.process().stderr?.on('data', (chunk: Buffer) => {
          notImitated.push(
            ...chunk
              .toString()
              .split('\n')
              .filter((line) => line.startsWith(notImitatedMark)),
          )
        })
        return {
          app,
          page: await app.firstWindow(),
          quit: () => ended(app, () => app.close()),
          kill: () => ended(app, async () => app.process().kill('SIGKILL')),
        }
      },
    })
    for (const app of running) await ended(app, async () => app.process().kill('SIGKILL'))
    await rm(folder, { recursive: true, force: true })
    if (notImitated.length > 0) throw new Error(notImitated.join('\n'))
  },
})

export { expect } from '@playwright/test'
