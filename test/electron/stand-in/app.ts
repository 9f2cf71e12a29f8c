import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { cleanUp, currentProgram, temporaryFolder } from './runtime.ts'
import { takeLock } from './single-instance.ts'
import { KnownEvents, refusable, strict } from './strict.ts'

const events = [
  'activate',
  'before-quit',
  'browser-window-created',
  'browser-window-focus',
  'child-process-gone',
  'open-file',
  'quit',
  'ready',
  'render-process-gone',
  'second-instance',
  'web-contents-created',
  'will-quit',
  'window-all-closed',
]

/** What quitting asks of a window. */
interface Closable {
  close(): void
}

const switchValue = (name: string): string | null => {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`))
  return found === undefined ? null : found.slice(name.length + 3)
}

class App extends KnownEvents {
  private ready = false
  private quitting = false
  private readonly paths = new Map<string, string>()
  private readonly open = new Set<Closable>()
  private appName: string | null = null
  private readonly readiness: Promise<void>
  private becomeReady: () => void = () => {}

  readonly commandLine = strict('app.commandLine', {
    hasSwitch: (name: string) => process.argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) => switchValue(name) ?? '',
  })

  constructor() {
    super('app', events)
    this.readiness = new Promise((done) => {
      this.becomeReady = done
    })
  }

  get isPackaged(): boolean {
    return currentProgram().isPackaged
  }

  get name(): string {
    return this.getName()
  }

  getName(): string {
    return this.appName ?? currentProgram().name
  }

  setName(name: string): void {
    this.appName = name
  }

  getVersion(): string {
    return currentProgram().version
  }

  getAppPath(): string {
    return currentProgram().folder
  }

  getLocale(): string {
    return 'ru'
  }

  getPath(name: string): string {
    const set = this.paths.get(name) ?? (name === 'userData' ? switchValue('user-data-dir') : null)
    const folder = set ?? (name === 'home' ? homedir() : join(temporaryFolder(), name))
    mkdirSync(folder, { recursive: true })
    return resolve(folder)
  }

  setPath(name: string, folder: string): void {
    if (!['userData', 'sessionData', 'crashDumps', 'logs', 'documents'].includes(name))
      throw new Error(`Failed to set path '${name}'`)
    this.paths.set(name, folder)
  }

  /** Every window here is sandboxed by Chromium or refused. */
  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  /** Means something on Windows only. */
  setAppUserModelId(_id: string): void {}

  requestSingleInstanceLock(given?: unknown): boolean {
    return takeLock(this.getPath('userData'), given, (argv, folder, data) => this.emit('second-instance', {}, argv, folder, data))
  }

  isReady(): boolean {
    return this.ready
  }

  whenReady(): Promise<void> {
    return this.readiness
  }

  /** Not of Electron: the browser runs and the main module is loaded. */
  getReady(): void {
    this.ready = true
    this.emit('ready', {}, {})
    this.becomeReady()
  }

  windowOpened(window: Closable): void {
    this.open.add(window)
  }

  windowStays(): void {
    this.quitting = false
  }

  windowGone(window: Closable): void {
    this.open.delete(window)
    if (this.open.size > 0) return
    if (this.quitting) this.finish()
    else if (!this.emit('window-all-closed')) this.quit()
  }

  quit(): void {
    if (this.quitting) return
    const event = refusable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.quitting = true
    if (this.open.size === 0) this.finish()
    else for (const window of [...this.open]) if (this.quitting) window.close()
  }

  private finish(): void {
    const event = refusable({})
    this.emit('will-quit', event)
    this.quitting = !event.defaultPrevented
    if (this.quitting) this.exit(0)
  }

  exit(code = 0): void {
    this.emit('quit', {}, code)
    void cleanUp().then(() => process.exit(code))
  }
}

export const appItself = new App()
export const app = strict('app', appItself)
