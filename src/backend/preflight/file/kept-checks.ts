import { z } from 'zod'
import type { Newsroom } from '../../newsroom.ts'
import { ownCache } from '../../store/own-cache.ts'
import type { Found } from '../found.ts'
import { type CheckMemory, checkMemory } from './check-file.ts'

/** What pages were found to have, by all that it depends on; those of earlier sittings among them. */
export interface KeptChecks {
  readonly memory: CheckMemory
  /** Puts what was found in this sitting on the disk. */
  keep(): Promise<void>
}

/** Pages to keep: those of some issues for some printers. */
const most = 500

/** Of this build and the ones before. */
const builds = 3
const name = 'checks'

/** The seal says that this very program wrote it. */
const keptSchema = z.array(
  z.tuple([z.string(), z.array(z.custom<Found>((value) => typeof value === 'object' && value !== null))]),
)

/** Reads what was found before. */
export const openKeptChecks = async (newsroom: Pick<Newsroom, 'environment' | 'folder' | 'readOnly'>): Promise<KeptChecks> => {
  const cache = ownCache(newsroom, 'checks', builds)
  const bytes = await cache.find(name)
  const before = new Map(bytes === null ? [] : keptSchema.parse(JSON.parse(new TextDecoder().decode(bytes))))
  const now = new Map<string, readonly Found[]>()
  const memory = checkMemory()
  return {
    memory: {
      remember: (key, make) =>
        memory.remember(key, async () => {
          const found = before.get(key) ?? (await make())
          now.set(key, found)
          return found
        }),
    },
    keep: async () => {
      if ([...now.keys()].every((key) => before.has(key))) return
      // What was needed now comes last and stays the longest.
      const kept = [...[...before].filter(([key]) => !now.has(key)), ...now].slice(-most)
      await cache.keep(name, new TextEncoder().encode(JSON.stringify(kept)))
    },
  }
}
