import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const placeSchema = z.object({ port: z.number().int().min(1).max(65535), token: z.string().min(32) })

/** Where a web host stands, and the token that lets a browser in. */
export type Place = z.infer<typeof placeSchema>

/** Remembers between two runs where the host of a folder stood. */
export interface LastPlace {
  /** Null where nothing is known, or nothing that can be read. */
  read(): Promise<Place | null>
  keep(place: Place): Promise<void>
}

/**
 * The place of the host of a folder, kept in the program's home for its owner only: a program that was ended and started
 * again stands where it stood, so that windows left open find it, with what was written in them meanwhile.
 */
export const lastPlace = (home: string, folder: string): LastPlace => {
  const places = join(home, 'places')
  const file = join(places, `${createHash('sha256').update(folder).digest('hex').slice(0, 32)}.json`)
  return {
    read: async () => {
      try {
        return placeSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data ?? null
      } catch {
        return null
      }
    },
    keep: async (place) => {
      await mkdir(places, { recursive: true, mode: 0o700 })
      await writeFile(`${file}.new`, JSON.stringify(place), { mode: 0o600 })
      await rename(`${file}.new`, file)
    },
  }
}
