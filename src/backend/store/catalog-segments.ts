import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { type Files, openInFolder } from './files.ts'
import { temporaryOf } from './json-file.ts'

/** One row of a segment: the id, and what is kept of it. */
export type CatalogRow = readonly [string, ...unknown[]]

/** A segment as the manifest names it. */
const segmentSchema = z.object({ name: z.string().regex(/^\d+-\d+\.json$/), rows: z.number().int().min(0), checksum: z.number() })
export type SavedSegment = z.infer<typeof segmentSchema>

const manifestSchema = z.object({
  /** The form of the rows; one of another form is made anew. */
  version: z.number(),
  generation: z.number().int().min(0),
  segments: z.array(segmentSchema),
})
export type Manifest = z.infer<typeof manifestSchema>

const writeWhole = async (files: Files, path: string, bytes: Uint8Array): Promise<void> => {
  const file = await openInFolder(files, path, 'replace')
  try {
    await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const manifestPath = (folder: string): string => join(folder, 'catalog.json')

/** Null where there is none that can be read: a catalog is derived and never worth a failure. */
export const readManifest = async (files: Files, folder: string, version: number): Promise<Manifest | null> => {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(Buffer.from(await files.read(manifestPath(folder))).toString()))
    return parsed.success && parsed.data.version === version ? parsed.data : null
  } catch {
    return null
  }
}

/** Puts the manifest in the place of the one before at once: without any, every file would be read again. */
export const writeManifest = async (files: Files, folder: string, manifest: Manifest): Promise<void> => {
  const path = manifestPath(folder)
  await writeWhole(files, temporaryOf(path), Buffer.from(`${JSON.stringify(manifest)}\n`))
  await files.rename(temporaryOf(path), path)
  await files.syncFolder(folder)
}

const isRow = (value: unknown): value is CatalogRow => Array.isArray(value) && typeof value[0] === 'string'

/**
 * The rows of a segment; null where its bytes are not those the manifest vouches for. The checksum says that this
 * program wrote them; what each row holds is looked at by whoever takes it in.
 */
export const readSegment = async (
  files: Files,
  folder: string,
  { name, rows, checksum }: SavedSegment,
): Promise<readonly CatalogRow[] | null> => {
  try {
    const bytes = await files.read(join(folder, name))
    if (crc32(bytes) !== checksum) return null
    const read: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString())
    return Array.isArray(read) && read.length === rows && read.every(isRow) ? read : null
  } catch {
    return null
  }
}

/** Writes a segment under a name nothing has yet; its name is safe only when its folder is synced. */
export const writeSegment = async (
  files: Files,
  folder: string,
  name: string,
  rows: readonly CatalogRow[],
): Promise<SavedSegment> => {
  const bytes = Buffer.from(`[${rows.map((row) => JSON.stringify(row)).join(',\n')}]\n`)
  await writeWhole(files, join(folder, name), bytes)
  return { name, rows: rows.length, checksum: crc32(bytes) }
}

/** The generation in a segment's name; null for other files. */
export const segmentGeneration = (name: string): number | null => {
  const digits = /^\d+-(\d+)\.json$/.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}
