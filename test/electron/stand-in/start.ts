// Runs a program as Electron would: electron [switches] <folder, main file or app.asar> [arguments].
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractAll } from '@electron/asar'
import { z } from 'zod'
import { startChromium } from './chromium.ts'
import { desk } from './desk.ts'
import { sealSchemes } from './protocol.ts'
import { keepBrowser, type Program, startProgram } from './runtime.ts'

const manifestSchema = z.object({ main: z.string(), name: z.string(), productName: z.string().optional(), version: z.string() })

/** The executable of a packaged program calls the stand-in with this switch and its own path. */
const packedSwitch = '--stand-in-packaged='

const packaged = process.argv.find((argument) => argument.startsWith(packedSwitch))?.slice(packedSwitch.length)

/** Beside the archive, so that the program finds what lies around it. */
const unpack = (archive: string): string => {
  const folder = mkdtempSync(`${archive}.unpacked-by-stand-in-`)
  extractAll(archive, folder)
  return folder
}

const findProgram = (given: string): Program => {
  const archive = given.endsWith('.asar') ? given : null
  const folder = archive === null ? given : unpack(archive)
  const isFile = statSync(folder).isFile()
  const home = isFile ? resolve(dirname(folder), '../..') : folder
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')))
  return {
    folder: home,
    main: isFile ? folder : join(home, manifest.main),
    name: manifest.productName ?? manifest.name,
    version: manifest.version,
    isPackaged: packaged !== undefined,
    unpacked: archive === null ? null : folder,
  }
}

const chromiumProgram = async (): Promise<string> => {
  const program = process.env.CHROMIUM_PATH ?? (await import('../../chromium.ts')).findChromium()
  if (program === null) throw new Error('Не найден Chromium: задайте CHROMIUM_PATH')
  return program
}

const given =
  packaged === undefined
    ? resolve(process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '.')
    : join(dirname(packaged), 'resources', 'app.asar')
const program = findProgram(given)
startProgram(program)

const module = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: module, shortCircuit: true } : next(specifier, context),
})
const own = z.object({ version: z.string() })
const manifest = createRequire(import.meta.url).resolve('electron/package.json')
Object.assign(process.versions, { electron: own.parse(JSON.parse(readFileSync(manifest, 'utf8'))).version })
Object.defineProperty(process, 'resourcesPath', {
  value: packaged === undefined ? join(program.folder, 'resources') : dirname(given),
})
globalThis.standIn = desk

// argv as Electron gives it: the executable, then everything it was called with.
const executable = packaged ?? join(import.meta.dirname, 'electron')
process.argv = [executable, ...process.argv.slice(2).filter((argument) => !argument.startsWith(packedSwitch))]

const { appItself } = await import('./app.ts')

// Playwright lets the program go on when it listens to its windows.
const watched = process.argv.some((argument) => argument.startsWith('--inspect'))
const released = new Promise<void>((resolveReleased) => {
  Object.defineProperty(globalThis, '__playwright_run', { value: () => resolveReleased() })
  if (!watched) resolveReleased()
})
if (watched) inspector.open(0, '127.0.0.1')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => appItself.exit(1))

// As in Electron, `ready` waits for the main module: one that awaits it at its top level would wait for ever. Node ends
// with this code when nothing is left that could settle the module.
const unsettled = 13
const sayUnsettled = () => {
  console.error('Главный модуль не загрузился: не ждёт ли он app.whenReady() на верхнем уровне? Electron ждал бы вечно.')
}
process.once('exit', (code) => {
  if (code === unsettled) sayUnsettled()
})
const patience = setTimeout(() => {
  sayUnsettled()
  appItself.exit(unsettled)
}, 20_000).unref()
await import(pathToFileURL(program.main).href)
sealSchemes()
clearTimeout(patience)
const browser = await startChromium(await chromiumProgram())
keepBrowser(browser)
console.error(`DevTools listening on ${browser.address}`)
await released
appItself.getReady()
