import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { describeError, type Places } from './redact.ts'

/** What broke. */
export type Crash =
  | { readonly kind: 'uncaughtException' | 'unhandledRejection'; readonly error: unknown }
  | {
      readonly kind: 'window' | 'process'
      /** The system's word for it, such as `crashed`, `oom`, `killed`. */
      readonly reason: string
      readonly exitCode: number | null
      /** What kind of process it was, such as `GPU`. */
      readonly process: string | null
    }
  | { readonly kind: 'unresponsive' }

/** What every record says of the program and the machine. */
export interface CrashContext {
  readonly versions: Readonly<Record<string, string>>
  readonly platform: string
  readonly places: Places
}

/** A word of the system: letters and hyphens, nothing else gets into the log. */
const word = (text: string): string => (/^[\w -]{1,60}$/.test(text) ? text : 'неизвестно')

const detailsOf = (crash: Crash, places: Places): string => {
  switch (crash.kind) {
    case 'uncaughtException':
    case 'unhandledRejection':
      return describeError(crash.error, places)
    case 'window':
    case 'process':
      return [
        crash.process === null ? null : word(crash.process),
        word(crash.reason),
        crash.exitCode === null ? null : `код выхода ${crash.exitCode}`,
      ]
        .filter((part) => part !== null)
        .join(', ')
    case 'unresponsive':
      return 'окно не отвечает'
  }
}

/** One record of the log. `at` is milliseconds since 1970. No text of a person and no secret can be in it. */
export const crashRecord = (crash: Crash, at: number, { versions, platform, places }: CrashContext): string => {
  const program = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return `${new Date(at).toISOString()} ${crash.kind}; ${[...program, platform].join(', ')}\n${detailsOf(crash, places)}\n\n`
}

/** The file system of the log: synchronous, because the process may be at its end. */
export interface LogFiles {
  /** Null where there is nothing. */
  size(path: string): number | null
  rename(from: string, to: string): void
  append(path: string, text: string): void
}

/** Beyond this a log is put away as `….1`, whose forerunner goes: some hundreds of records, two files at most. */
export const largestLog = 256 * 1024

/** Appends a record; a log that can't be written must not hide the error it is about. */
export const appendCrash = (files: LogFiles, path: string, record: string): void => {
  try {
    if ((files.size(path) ?? 0) + record.length > largestLog) files.rename(path, `${path}.1`)
  } catch {
    // Rather a log that grows than none.
  }
  try {
    files.append(path, record)
  } catch {
    // The disk is full or gone: there is nowhere to say it.
  }
}

export const diskLogFiles: LogFiles = {
  size: (path) => statSync(path, { throwIfNoEntry: false })?.size ?? null,
  rename: renameSync,
  append: (path, text) => {
    mkdirSync(dirname(path), { recursive: true })
    appendFileSync(path, text)
  },
}
