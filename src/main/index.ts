import { join } from 'node:path'
import { app, protocol } from 'electron'
import { z } from 'zod'
import { nodeEnvironment } from '../backend/node-environment.ts'
import { appendCrash, type Crash, crashRecord, diskLogFiles } from './crash-log.ts'
import { pathsOf } from './open-files.ts'
import { type Program, placesOf, startProgram } from './program.ts'
import { ownScheme } from './security.ts'

const handOverSchema = z.object({ paths: z.array(z.string()) })

const environment = nodeEnvironment()

const crashed = (crash: Crash): void => {
  const { electron = '', chrome = '', node } = process.versions
  const versions = { newsroom: app.getVersion(), electron, chrome, node }
  const context = { versions, platform: `${process.platform} ${process.arch}`, places: placesOf(environment) }
  appendCrash(diskLogFiles, join(environment.home, 'crash.log'), crashRecord(crash, Date.now(), context))
}

/** The terminal the program was started from has gone: nothing of the program's own is wrong. */
const isBrokenPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE'

const given = (): string[] => {
  const words = process.argv.slice(1)
  // Unpackaged, the first word that is no switch is the program itself.
  const program = app.isPackaged ? -1 : words.findIndex((word) => !word.startsWith('-'))
  return pathsOf(
    words.filter((_, at) => at !== program),
    process.cwd(),
  )
}

const run = (): void => {
  app.setName('Профдвижение. Редакция')
  app.setAppUserModelId('ru.profdvizhenie.newsroom')
  app.setPath('userData', join(environment.home, 'desktop'))
  app.enableSandbox()
  if (!app.requestSingleInstanceLock({ paths: given() })) {
    app.quit()
    return
  }
  protocol.registerSchemesAsPrivileged([ownScheme])

  let program: Promise<Program> | null = null
  const give = (paths: readonly string[]) => void program?.then((running) => running.give(paths))

  process.on('uncaughtException', (error) => {
    if (isBrokenPipe(error)) return
    crashed({ kind: 'uncaughtException', error })
    void program?.then((running) => running.fail())
  })
  process.on('unhandledRejection', (error) => crashed({ kind: 'unhandledRejection', error }))
  program = app.whenReady().then(() => startProgram({ environment, crashed }))
  // A program that can't start must say so and end: Electron would wait for a window forever.
  program.catch((error: unknown) => {
    crashed({ kind: 'uncaughtException', error })
    app.exit(1)
  })
  app.on('second-instance', (_event, _words, _folder, data: unknown) => {
    const handedOver = handOverSchema.safeParse(data)
    give(handedOver.success ? handedOver.data.paths : [])
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    give([path])
  })
  if (given().length > 0) give(given())
}

// No await here: Electron becomes ready only after this module has been evaluated.
run()
