import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import type { Environment } from '../environment.ts'
import { openInFolder, unless } from './files.ts'

/**
 * What this program on this computer has worked out of a newsroom, kept in the newsroom's folder for the next time. Every
 * value bears a seal made with a key that lies outside of the folder: what was damaged, put in by another hand, copied from
 * another computer or made by another build is not there. Without a build nothing is kept.
 */
export interface OwnCache {
  /** Null for what was never kept, was cleared away, or can't be believed. */
  find(name: string): Promise<Uint8Array | null>
  /** Clears away what was kept the longest ago, beyond the most there may be. What can't be written costs time later. */
  keep(name: string, bytes: Uint8Array): Promise<void>
}

/** An open folder, as far as a cache minds it. */
interface CachePlace {
  readonly environment: Environment
  readonly folder: string
  readonly readOnly: boolean
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

/** A cache of at most so many values of one kind. */
export const ownCache = ({ environment, folder, readOnly }: CachePlace, kind: string, most: number): OwnCache => {
  const { files, build } = environment
  const place = join(folder, 'cache', kind)
  const fileOf = (name: string) => createHash('sha256').update(`${build} ${name}`).digest('hex')
  const sealOf = (key: Uint8Array, file: string, bytes: Uint8Array) =>
    createHmac('sha256', key).update(`${kind} ${file}`).update(bytes).digest()
  const clear = async (): Promise<void> => {
    const paths = (await files.list(place)).filter((entry) => !entry.folder).map(({ name }) => join(place, name))
    if (paths.length <= most) return
    const kept = await Promise.all(paths.map(async (path) => ({ path, at: (await files.facts(path))?.modifiedAt ?? 0 })))
    for (const { path } of kept.sort((a, b) => b.at - a.at).slice(most)) await files.remove(path)
  }
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    const file = fileOf(name)
    const seal = sealOf(await keyOf(environment), file, bytes)
    // Not synced: one that a power cut tore has no seal that fits.
    const written = await openInFolder(files, join(place, file), 'replace')
    try {
      await written.write(Buffer.concat([seal, bytes]))
    } finally {
      await written.close()
    }
    await clear()
  }
  return {
    find: async (name) => {
      if (build === undefined) return null
      const file = fileOf(name)
      const stored = await unless('ENOENT', files.read(join(place, file)), null)
      if (stored === null || stored.length < sealLength) return null
      const bytes = stored.subarray(sealLength)
      return timingSafeEqual(sealOf(await keyOf(environment), file, bytes), stored.subarray(0, sealLength)) ? bytes : null
    },
    keep: async (name, bytes) => {
      if (build === undefined || readOnly) return
      await write(name, bytes).catch((error: unknown) =>
        environment.log(`cache/${kind}: ${error instanceof Error ? error.message : String(error)}`),
      )
    },
  }
}
