import { dirname } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { errorCode, unless } from './files.ts'

const lockSchema = z.object({ token: z.string(), pid: z.number(), host: z.string(), bootId: z.string(), since: z.number() })
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

/**
 * Takes the folder for this process (rule S8). A lock whose process can't be alive, because the machine was started
 * again since or the process is gone, is taken over without a question; one of another machine is respected.
 */
export const takeLock = async (environment: Environment, path: string): Promise<LockOutcome> => {
  const { files, process: self } = environment
  const mine: Lock = { token: environment.newId(), pid: self.pid, host: self.host, bootId: self.bootId, since: environment.now() }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const file = await files.open(path, 'exclusive')
      await file.write(new TextEncoder().encode(JSON.stringify(mine)))
      await file.sync()
      await file.close()
      await files.syncFolder(dirname(path))
      const release = async () => {
        const held = await unless('ENOENT', files.read(path), null)
        if (held && decode(held)?.token === mine.token) await files.remove(path)
      }
      return { taken: true, release }
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
    const bytes = await unless('ENOENT', files.read(path), null)
    if (!bytes) continue
    const held = decode(bytes)
    const dead = !held || (held.host === self.host && (held.bootId !== self.bootId || !self.alive(held.pid)))
    if (!dead) return { taken: false, holder: `процесс ${held.pid} на компьютере «${held.host}»` }
    // Of two that find a dead lock, one rename succeeds; the other looks again.
    await unless('ENOENT', files.rename(path, `${path}.${mine.token}`), undefined)
    await files.remove(`${path}.${mine.token}`)
  }
  return { taken: false, holder: 'другой процесс' }
}
