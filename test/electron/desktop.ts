import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { notImitatedMark } from './stand-in/strict.ts'

/** The folder of the product. */
export const product = resolve(import.meta.dirname, '../..')

/** Which executable runs the program: Electron's own, or the one in its place. */
export type Runtime = 'stand-in' | 'electron'

/** Electron's own distribution, where it is installed. Its package must not be loaded: that would start a download. */
export const electronDistribution = (): { readonly folder: string; readonly executable: string } | null => {
  const home = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pathFile = join(home, 'path.txt')
  if (!existsSync(pathFile)) return null
  const folder = join(home, 'dist')
  const executable = join(folder, readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? { folder, executable } : null
}

/** An executable and the arguments that make it run the program. */
export interface Installation {
  readonly executable: string
  readonly args: readonly string[]
}

export interface Desktop {
  /** A folder of the test's own; everything the program writes lies in it. */
  readonly root: string
  /** Where the test's newsroom is to lie. */
  readonly folder: string
  /** The program's own folder. */
  readonly home: string
  start(...args: readonly string[]): Promise<RunningDesktop>
  /** Starts the program a second time, outside the test's reach; resolves with its exit code. */
  startAgain(...args: readonly string[]): Promise<number | null>
}

export interface RunningDesktop {
  readonly app: ElectronApplication
  readonly page: Page
  /** Quits as a person does and waits for the end of the process. */
  quit(): Promise<void>
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode)
    else child.once('exit', (code) => done(code))
  })

interface Options {
  /** What the system's keyring is; only the stand-in can pretend. */
  keyring: 'present' | 'none'
}

export const test = base.extend<Options & { installation: Installation; desktop: Desktop }, { runtime: Runtime }>({
  runtime: ['stand-in', { option: true, scope: 'worker' }],
  keyring: ['present', { option: true }],
  installation: async ({ runtime }, use) => {
    const real = electronDistribution()
    test.skip(runtime === 'electron' && real === null, 'Нет исполняемого файла Electron: npx install-electron')
    const executable = runtime === 'electron' ? real?.executable : join(product, 'test/electron/stand-in/electron')
    await use({ executable: executable ?? '', args: ['--use-fake-device-for-media-stream', product] })
  },
  desktop: async ({ installation, keyring }, use) => {
    const root = await mkdtemp(join(tmpdir(), 'newsroom-electron-'))
    const home = join(root, 'home')
    const env = { ...process.env, NEWSROOM_HOME: home, STAND_IN_KEYRING: keyring, CI: '1' }
    const notImitated: string[] = []
    const listen = (child: ChildProcess) =>
      child.stderr?.on('data', (chunk: Buffer) => {
        notImitated.push(
          ...chunk
            .toString()
            .split('\n')
            .filter((line) => line.startsWith(notImitatedMark)),
        )
      })
    const running = new Set<ElectronApplication>()
    const kill = async (app: ElectronApplication) => {
      running.delete(app)
      app.process().kill('SIGKILL')
      await ended(app.process())
    }
    await use({
      root,
      home,
      folder: join(root, 'newsroom'),
      start: async (...args) => {
        const app = await _electron.launch({
          executablePath: installation.executable,
          args: [...installation.args, ...args],
          env,
          cwd: root,
          locale: 'ru-RU',
          timezoneId: 'Europe/Moscow',
        })
        running.add(app)
        listen(app.process())
        const quit = async () => {
          const gone = ended(app.process())
          await app.close()
          await gone
          running.delete(app)
        }
        const page = await app.firstWindow()
        // The window may be met while it is still empty.
        await page.waitForURL(/newsroom/)
        return { app, page, quit, kill: () => kill(app) }
      },
      startAgain: (...args) => {
        const child = spawn(installation.executable, [...installation.args, ...args], {
          env,
          cwd: root,
          stdio: ['ignore', 'ignore', 'pipe'],
        })
        listen(child)
        return ended(child)
      },
    })
    for (const app of [...running]) await kill(app)
    await rm(root, { recursive: true, force: true, maxRetries: 3 })
    if (notImitated.length > 0) throw new Error([...new Set(notImitated)].join('\n'))
  },
})

export { expect } from '@playwright/test'
