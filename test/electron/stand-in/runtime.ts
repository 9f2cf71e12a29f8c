import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from './chromium.ts'

/** What the stand-in was started with. */
export interface Program {
  /** The folder with package.json. */
  readonly folder: string
  readonly main: string
  readonly name: string
  readonly version: string
  readonly isPackaged: boolean
  /** Node cannot load modules out of an archive: its unpacked copy, removed at the end. */
  readonly unpacked: string | null
}

let program: Program | null = null
let browser: Browser | null = null
let temporary: string | null = null

export const startProgram = (value: Program): void => {
  program = value
}

export const currentProgram = (): Program => {
  if (!program) throw new Error('Программа ещё не выбрана')
  return program
}

export const keepBrowser = (value: Browser): void => {
  browser = value
}

export const currentBrowser = (): Browser => {
  if (!browser) throw new Error('Окно нельзя открыть до события ready')
  return browser
}

/** A folder for what Electron would keep in the system's, removed at the end. */
export const temporaryFolder = (): string => {
  temporary ??= mkdtempSync(join(tmpdir(), 'stand-in-'))
  return temporary
}

export const cleanUp = async (): Promise<void> => {
  await browser?.close()
  for (const folder of [temporary, program?.unpacked ?? null])
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
}
