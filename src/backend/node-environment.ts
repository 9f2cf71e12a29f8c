import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { dirname, join } from 'node:path'
import type { Environment } from './environment.ts'
import { programHome } from './program-home.ts'
import { diskFiles } from './store/files.ts'

/** The hash of the sources, written in by the build. */
declare const programBuild: string | undefined

const bootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    // To the minute: the clock may be set between two readings, the machine is not restarted that often.
    return `boot-${Math.round((Date.now() / 1000 - uptime()) / 60)}`
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const startedAt = (pid: number): string | null => {
  try {
    // The name of the program stands in brackets and may hold spaces; the start is the 20th field after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** Lines for the developers, with the time, in a file of the installation's: what a code of an error leads to. */
const logTo =
  (home: string): Environment['log'] =>
  (line) => {
    try {
      mkdirSync(home, { recursive: true })
      appendFileSync(join(home, 'newsroom.log'), `${new Date().toISOString()} ${line}\n`)
    } catch {
      // A log that can't be written must not stop the work it is about.
    }
  }

/** Looks upward for `resources`: the built program and its sources lie at different depths. */
const resourcesFolder = (): string => {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'resources', 'fonts'))) return join(folder, 'resources')
  }
  throw new Error('resources: папка программы неполна')
}

/** The world as it is: this disk, this clock, this network. */
export const nodeEnvironment = (): Environment => ({
  now: () => Date.now(),
  newId: randomUUID,
  files: diskFiles,
  // Loaded with the first request: with the network comes a lot that most commands never use.
  http: async (request) => (await import('./http-client.ts')).httpClient(request),
  mail: async (...asked) => (await import('./mail-client.ts')).mailClient(...asked),
  log: logTo(programHome()),
  resources: resourcesFolder(),
  home: programHome(),
  // What dates and letters are like is a matter of the runtime.
  ...(typeof programBuild === 'undefined' ? {} : { build: `${programBuild} ${process.versions.node}` }),
  passphrase: process.env.NEWSROOM_PASSPHRASE ?? null,
  personPassphrase: process.env.NEWSROOM_PERSON_PASSPHRASE ?? null,
  process: { pid: process.pid, host: hostname(), bootId: bootId(), alive, startedAt },
})
