import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Files } from '../../store/files.ts'
import { replaceFile } from '../../store/json-file.ts'

/** A file that goes to a site with the page of an issue. */
export const pageFileSchema = z.object({
  /** What readers save it as, which also finds it on the site: its own hash is in it. */
  name: z.string().regex(/^[a-z0-9-]+\.(?:pdf|jpg)$/),
  type: z.enum(['application/pdf', 'image/jpeg']),
  /** SHA-256, hex, of its bytes, which lie under that name. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number(),
})
export type PageFile = z.infer<typeof pageFileSchema>

interface Place {
  readonly folder: string
  readonly environment: { readonly files: Files }
}

/** The folder of these files within a newsroom's. */
export const pageFilesFolder = 'issue-pages'

const filePath = (folder: string, hash: string): string => join(folder, pageFilesFolder, hash)

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Keeps a file under its hash; the same bytes once. `title` begins its name: `a-z`, `0-9` and `-`. */
export const keepPageFile = async (place: Place, title: string, type: PageFile['type'], bytes: Uint8Array): Promise<PageFile> => {
  const hash = sha256(bytes)
  const { folder } = place
  const { files } = place.environment
  if ((await readPageFile(place, hash)) === null) {
    await files.makeFolder(join(folder, pageFilesFolder))
    await replaceFile(files, filePath(folder, hash), bytes)
  }
  const ending = type === 'application/pdf' ? 'pdf' : 'jpg'
  return { name: `${title}-${hash.slice(0, 12)}.${ending}`, type, hash, size: bytes.length }
}

/** The bytes of a file as they were kept; null where they are gone or others. */
export const readPageFile = async ({ folder, environment: { files } }: Place, hash: string): Promise<Uint8Array | null> => {
  const bytes = await files.read(filePath(folder, hash)).catch(() => null)
  return bytes !== null && sha256(bytes) === hash ? bytes : null
}
