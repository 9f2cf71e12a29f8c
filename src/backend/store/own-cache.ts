import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import type { Environment } from '../environment.ts'
import { openInFolder, unless } from './files.ts'

/**
 * What this installation has worked out, kept in a folder for the next time. Every value bears a seal made with a key that
 * lies outside of the folder: what was damaged, put in by another hand or copied from another computer is not there.
 */
export interface OwnCache {
  /** Null for what was never kept, was cleared away, or can't be believed. */
  find(name: string): Promise<Uint8Array | null>
  /** Clears away what was kept the longest ago, beyond the most there may be. */
  keep(name: string, bytes: Uint8Array): Promise<void>
}

const sealLength = 32

/** The key of this installation, made when it is first needed. */
const keyOf = async ({ files, home, newId }: Environment): Promise<Uint8Array> => {
  const path = join(home, 'cache.key')
  const known = await unless('ENOENT', files.read(path), null)
  if (known?.length === sealLength) return known
  const made = createHash('sha256').update(newId()).update(newId()).digest()
  const file = await openInFolder(files, path, 'replace')
  await file.write(made)
  await file.close()
  return made
}

/** A cache of at most so many values in a folder of its own. */
export const ownCache = (environment: Environment, folder: string, most: number): OwnCache => {
  const { files } = environment
  const pathOf = (name: string) => join(folder, createHash('sha256').update(name).digest('hex'))
  const sealOf = (key: Uint8Array, path: string, bytes: Uint8Array) =>
    createHmac('sha256', key).update(path.slice(folder.length)).update(bytes).digest()
  const clear = async (): Promise<void> => {
    const names = (await files.list(folder)).filter((entry) => !entry.folder).map(({ name }) => join(folder, name))
    if (names.length <= most) return
    const kept = await Promise.all(names.map(async (path) => ({ path, at: (await files.facts(path))?.modifiedAt ?? 0 })))
    for (const { path } of kept.sort((a, b) => b.at - a.at).slice(most)) await files.remove(path)
  }
  return {
    find: async (name) => {
      const path = pathOf(name)
      const stored = await unless('ENOENT', files.read(path), null)
      if (stored === null || stored.length < sealLength) return null
      const bytes = stored.subarray(sealLength)
      return timingSafeEqual(sealOf(await keyOf(environment), path, bytes), stored.subarray(0, sealLength)) ? bytes : null
    },
    keep: async (name, bytes) => {
      const path = pathOf(name)
      const seal = sealOf(await keyOf(environment), path, bytes)
      // Not synced: one that a power cut tore has no seal that fits.
      const file = await openInFolder(files, path, 'replace')
      try {
        await file.write(Buffer.concat([seal, bytes]))
      } finally {
        await file.close()
      }
      await clear()
    },
  }
}
