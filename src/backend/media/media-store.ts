import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Files } from '../store/files.ts'
import { type RecordType, replaceFile } from '../store/json-file.ts'
import { type Notice, openRecordStore } from '../store/record-store.ts'

const mediumSchema = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  format: z.enum(['jpeg', 'png', 'webp', 'tiff']),
  width: z.number(),
  height: z.number(),
  bytes: z.number(),
})
/** What is known of a stored picture; sizes in pixels as it is seen, turned upright. */
export type Medium = z.infer<typeof mediumSchema>

/** How a picture's facts are stored. */
export const mediumType: RecordType<Medium> = { version: 1, schema: mediumSchema, migrations: {} }

export interface MediaStore {
  /** Takes a picture in and returns its id, the SHA-256 of its bytes in hex. */
  add(name: string, bytes: Uint8Array): Promise<Result<{ id: string; width: number; height: number }>>
  get(id: string): Medium | null
  read(id: string): Promise<Uint8Array>
  all(): ReadonlyMap<string, Medium>
}

/** A picture may have this many pixels: four times the largest camera; more is an image bomb. */
const pixelLimit = 268_402_689

const formats = new Set(['jpeg', 'png', 'webp', 'tiff'])

const inspect = async (bytes: Uint8Array): Promise<Medium | string> => {
  try {
    const image = sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error' })
    const facts = await image.metadata()
    if (!facts.format || !formats.has(facts.format)) return 'это не снимок JPEG, PNG, WebP или TIFF'
    if (facts.width * facts.height > pixelLimit) return `снимок слишком велик: ${facts.width} × ${facts.height} точек`
    // Decoding at a small size reads the whole file, so that a truncated one is noticed now and not at the printer's.
    await image.resize(64, 64, { fit: 'inside' }).raw().toBuffer()
    const turned = (facts.orientation ?? 1) >= 5
    return mediumSchema.parse({
      schemaVersion: 1,
      name: '',
      format: facts.format,
      width: turned ? facts.height : facts.width,
      height: turned ? facts.width : facts.height,
      bytes: bytes.length,
    })
  } catch (error) {
    const complaint = error instanceof Error ? error.message : String(error)
    if (/pixel limit/i.test(complaint)) return 'снимок слишком велик: больше 268 млн точек'
    return /premature|truncat|end of/i.test(complaint) ? 'файл снимка оборван' : 'файл не читается как снимок'
  }
}

/** Opens the pictures of a newsroom: bytes by hash, facts beside them. */
export const openMediaStore = async (files: Files, folder: string, readOnly: boolean, notice: Notice): Promise<MediaStore> => {
  const records = await openRecordStore(files, folder, mediumType, readOnly, notice)
  const path = (id: string) => join(folder, id.slice(0, 2), id)
  return {
    add: async (name, bytes) => {
      const id = createHash('sha256').update(bytes).digest('hex')
      const known = records.get(id)
      if (known) return success({ id, width: known.width, height: known.height })
      const medium = await inspect(bytes)
      if (typeof medium === 'string')
        return failure('invalidInput', `Снимок «${name}» не принят: ${medium}.`, {
          safe: 'Остальные файлы не пострадали.',
          todo: 'Откройте снимок в программе просмотра, сохраните заново как JPEG и добавьте ещё раз.',
        })
      await files.makeFolder(dirname(path(id)))
      await replaceFile(files, path(id), bytes)
      await records.put(id, { ...medium, name })
      return success({ id, width: medium.width, height: medium.height })
    },
    get: (id) => records.get(id),
    read: (id) => files.read(path(id)),
    all: () => records.all(),
  }
}
