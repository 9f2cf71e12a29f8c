import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { unless } from './files.ts'

const lockSchema = z.object({
  token: z.string(),
  pid: z.number(),
  host: z.string(),
  bootId: z.string(),
  /** When the process began, where the system tells: the same number may belong to another process by now. */
  started: z.string().nullable().default(null),
  since: z.number(),
})
type Lock = z.infer<typeof lockSchema>

/** The lock was taken, or somebody lives who holds it. */
export type LockOutcome =
  | { readonly taken: true; readonly release: () => Promise<void> }
  | { readonly taken: false; readonly holder: string }

const decode = (bytes: Uint8Array): Lock | null => {
  try {
    return lockSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

/** A lock that can't be read is being written, or was left by a power cut; after this many milliseconds the latter. */
const writingTime = 10_000

/** How often, and after how many milliseconds, to look again when two take the folder at the same moment. */
const looks = 20
const pause = 50

const nameOf = (lock: Lock): string => `процесс ${lock.pid} на компьютере «${lock.host}»`

/** The locks of a folder: of processes that live, half-written ones, and the files of the dead. */
interface Locks {
  readonly living: readonly Lock[]
  readonly writing: number
  readonly dead: readonly string[]
}

const isDead = ({ process: self }: Environment, lock: Lock): boolean => {
  if (lock.host !== self.host) return false
  if (lock.bootId !== self.bootId || !self.alive(lock.pid)) return true
  const started = self.startedAt?.(lock.pid) ?? null
  return lock.started !== null && started !== null && lock.started !== started
}

/** The locks beside a path, but for one's own. */
const locksBeside = async (environment: Environment, path: string, own: string | null): Promise<Locks> => {
  const { files } = environment
  const stem = basename(path, '.json')
  const living: Lock[] = []
  const dead: string[] = []
  let writing = 0
  for (const { name } of await files.list(dirname(path))) {
    const file = join(dirname(path), name)
    if (!(name === `${stem}.json` || (name.startsWith(`${stem}.`) && name.endsWith('.json'))) || file === own) continue
    const [bytes, facts] = [await unless('ENOENT', files.read(file), null), await files.facts(file)]
    if (!bytes || !facts) continue
    const lock = decode(bytes)
    if (lock) {
      if (isDead(environment, lock)) dead.push(file)
      else living.push(lock)
    } else if (Math.abs(environment.now() - facts.modifiedAt) < writingTime) writing += 1
    else dead.push(file)
  }
  return { living, writing, dead }
}

/** Who holds a folder, for people; null where nobody does. Nothing is written. */
export const lockHolder = async (environment: Environment, path: string): Promise<string | null> => {
  const { living, writing } = await locksBeside(environment, path, null)
  const [first] = living
  if (first) return nameOf(first)
  return writing > 0 ? 'другой процесс' : null
}

/**
 * Takes the folder for this process (rule S8). A lock whose process can't be alive, because the machine was started
 * again since or the process is gone, is taken over without a question; one of another machine is respected.
 *
 * Every process has a lock file of its own beside `path` (`lock.json` makes `lock.<token>.json`). It writes its own first and looks at the others' afterwards;
 * it holds the folder only when it then sees no other that lives. So of two that come at once at least one sees the
 * other, and nobody ever removes a file that could have become somebody else's meanwhile. When both see each other the
 * one with the greater token gives way. Rejects where the folder can't be written to. Nothing is synced: after a power cut every lock of this machine is dead.
 */
export const takeLock = async (
  environment: Environment,
  path: string,
  patience: (milliseconds: number) => Promise<unknown> = wait,
): Promise<LockOutcome> => {
  const { files, process: self } = environment
  const folder = dirname(path)
  const stem = basename(path, '.json')
  const startOf = (pid: number): string | null => self.startedAt?.(pid) ?? null
  const mine: Lock = {
    token: environment.newId(),
    pid: self.pid,
    host: self.host,
    bootId: self.bootId,
    started: startOf(self.pid),
    since: environment.now(),
  }
  const own = join(folder, `${stem}.${mine.token}.json`)

  const others = (): Promise<Locks> => locksBeside(environment, path, own)

  const leave = async (): Promise<void> => {
    await files.remove(own)
  }

  const before = await others()
  const [holder] = before.living
  if (holder) return { taken: false, holder: nameOf(holder) }
  try {
    const file = await files.open(own, 'exclusive')
    await file.write(new TextEncoder().encode(JSON.stringify(mine))).finally(() => file.close())
  } catch (error) {
    await leave().catch(() => undefined)
    throw error
  }
  let rival = 'другой процесс'
  for (let look = 1; look <= looks; look += 1) {
    const { living, writing, dead } = await others()
    if (living.length === 0 && writing === 0) {
      for (const file of dead) await files.remove(file)
      return { taken: true, release: leave }
    }
    const [first] = living
    if (first) rival = nameOf(first)
    if (living.some((lock) => lock.token < mine.token)) break
    await patience(pause)
  }
  await leave()
  return { taken: false, holder: rival }
}
