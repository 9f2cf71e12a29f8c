import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { type Files, openInFolder } from './files.ts'
import { temporaryOf } from './json-file.ts'
import { type Columns, openTable, type Table, writeTable } from './table.ts'

/** Rows of one segment: a change of one of them rewrites about half a megabyte. */
export const segmentSize = 2048

/** A segment as the manifest names it. */
const segmentSchema = z.object({
  name: z.string().regex(/^\d+-\d+\.table$/),
  rows: z.number().int().min(0).max(segmentSize),
  checksum: z.number(),
})
export type SavedSegment = z.infer<typeof segmentSchema>

const manifestSchema = z.object({
  /** What the rows mean; a catalog of another form is made anew. */
  form: z.string(),
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
export const readManifest = async (files: Files, folder: string, form: string): Promise<Manifest | null> => {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(Buffer.from(await files.read(manifestPath(folder))).toString()))
    return parsed.success && parsed.data.form === form ? parsed.data : null
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

/** The rows of a segment; null where its bytes are not those the manifest vouches for. */
export const readSegment = async <C>(
  files: Files,
  folder: string,
  columns: Columns<C>,
  { name, rows, checksum }: SavedSegment,
): Promise<Table<C> | null> => {
  try {
    const bytes = await files.read(join(folder, name))
    return crc32(bytes) === checksum ? openTable(columns, bytes, rows) : null
  } catch {
    return null
  }
}

/** Writes a segment under a name nothing has yet; its name is safe only when its folder is synced. */
export const writeSegment = async <C>(
  files: Files,
  folder: string,
  columns: Columns<C>,
  [at, generation]: readonly [number, number],
  ids: readonly string[],
  rows: readonly C[],
): Promise<SavedSegment> => {
  const name = `${at}-${generation}.table`
  const bytes = writeTable(columns, ids, rows)
  await writeWhole(files, join(folder, name), bytes)
  return { name, rows: ids.length, checksum: crc32(bytes) }
}

/** The generation in a segment's name; null for other files. The first version of the program wrote them as JSON. */
export const segmentGeneration = (name: string): number | null => {
  const digits = /^\d+-(\d+)\.(?:table|json)$/.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}
