import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openNewsroom } from '../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'

/** Types through a whole newsroom, or, which starts faster, through the store of documents alone. */
const programs = {
  newsroom: join(import.meta.dirname, '../backend/store/typing-child.ts'),
  journal: join(import.meta.dirname, '../backend/store/journal-child.ts'),
} as const
/** Node 24 from the packages, wherever the tests themselves are run. */
const node = join(import.meta.dirname, '../../node_modules/node/bin/node')

/** Numbers that look random and are the same for a seed (mulberry32), from 0 to 1. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Runs a process that types into the first article of a folder, each edit 300 letters, until it has told of so many, then
 * kills it after a while in which it goes on; returns the length it was last told is safe.
 */
export const killWhileTyping = async (
  folder: string,
  home: string,
  edits: number,
  grace: 'atOnce' | 'nextTurn' = 'atOnce',
  program: keyof typeof programs = 'newsroom',
): Promise<number> => {
  const child = spawn(existsSync(node) ? node : process.execPath, [programs[program], folder, home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  const kill = () => child.kill('SIGKILL')
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (chunk: string) => {
    told += chunk
    // A turn later the process stands in another place of its write.
    if (told.split('\n').length > edits) grace === 'atOnce' ? kill() : setImmediate(kill)
  })
  await once(child, 'close')
  if (child.signalCode !== 'SIGKILL') throw new Error(`the process ended by itself: ${child.exitCode}`)
  return Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1))
}

/** Opens the folder as the program would and reads the length of what was typed. */
export const typedLength = async (folder: string, home: string): Promise<{ length: number; notices: readonly string[] }> => {
  const opened = await openNewsroom({ ...nodeEnvironment(), home }, folder, () => undefined)
  if (!opened.ok) throw new Error(opened.failure.what)
  if (opened.value.readOnly) throw new Error('the lock of a killed process kept the folder read-only')
  const [id = ''] = opened.value.articles.ids()
  const { deck } = await opened.value.articles.content(id)
  const notices = opened.value.articles.notices()
  await opened.value.close()
  return { length: deck.length, notices }
}
