import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type DocumentFlaw, documentFlaws } from '../../shared/advert/document-remark.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { type Focus, focusSchema } from '../../shared/media/focus.ts'
import type { Environment } from '../environment.ts'
import { openCatalog } from '../store/catalog.ts'
import type { CatalogType } from '../store/catalog-rows.ts'
import { listOf, number, oneOf, text } from '../store/columns.ts'
import { type RecordType, replaceFile } from '../store/json-file.ts'
import { type CatalogSource, catchUp, verifyCatalog } from '../store/keep-catalog.ts'
import { openRecordFiles } from '../store/record-files.ts'
import type { Notice } from '../store/record-store.ts'
import { imageLibrary } from './image-library.ts'

const pictureFormats = ['jpeg', 'png', 'webp', 'tiff'] as const
const formats = [...pictureFormats, 'pdf'] as const

const mediumSchema = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  format: z.enum(formats),
  width: z.number(),
  height: z.number(),
  bytes: z.number(),
  /** What speaks against a PDF, for people. */
  remarks: z.array(z.string()).optional(),
  /** What each of the remarks is about; unknown of those that were made before it was kept. */
  flaws: z.array(z.enum(documentFlaws)).optional(),
  /** What must stay of a picture when it is cropped; where nobody said so, the layout decides. */
  focus: focusSchema.optional(),
})
/** What is known of a stored picture; sizes in pixels as it is seen, turned upright; of a PDF's page in points. */
export type Medium = z.infer<typeof mediumSchema>

/** How a picture's facts are stored. */
export const mediumType: RecordType<Medium> = { version: 1, schema: mediumSchema, migrations: {} }

export interface MediaStore {
  /** Takes a picture in, or a PDF where a document will do, and returns its id, the SHA-256 of its bytes in hex. */
  add(
    name: string,
    bytes: Uint8Array,
    kind?: 'picture' | 'document',
  ): Promise<Result<{ id: string; width: number; height: number }>>
  get(id: string): Medium | null
  read(id: string): Promise<Uint8Array>
  /** Is the picture's own file there, whatever is known of it? */
  isStored(id: string): Promise<boolean>
  /** Says what must stay of a picture when it is cropped; false where there is no such picture. */
  setFocus(id: string, focus: Focus | null): Promise<boolean>
  /** Changes with all that the layout knows of the pictures: how many there are, and what must stay of them. */
  revision(): string
  ids(): readonly string[]
  count(): number
  /** The pictures whose file had a name that `isMeant` accepts. */
  named(isMeant: (name: string) => boolean): readonly string[]
  /** Looks for facts that other hands brought, changed or took away; returns the ids of those it read anew. */
  verify(stopped: () => boolean): Promise<readonly string[]>
  close(): Promise<void>
}

/** A picture may have this many pixels: four times the largest camera; more is an image bomb. */
const pixelLimit = 268_402_689

const inspect = async (bytes: Uint8Array): Promise<Medium | string> => {
  try {
    const sharp = await imageLibrary()
    const image = sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error' })
    const facts = await image.metadata()
    if (!pictureFormats.some((format) => format === facts.format)) return 'это не снимок JPEG, PNG, WebP или TIFF'
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

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

const describeDocument = async (bytes: Uint8Array): Promise<Medium | string> => {
  // Reads PDF with a library that only adverts need.
  const { inspectDocument } = await import('../export/document/inspect-document.ts')
  const facts = await inspectDocument(bytes)
  if (typeof facts === 'string') return facts
  const { width, height, remarks } = facts
  return {
    schemaVersion: 1,
    name: '',
    format: 'pdf',
    width,
    height,
    bytes: bytes.length,
    remarks: remarks.map(({ text }) => text),
    flaws: remarks.map(({ flaw }) => flaw),
  }
}

/** A picture in the catalog: all that is known of it. */
interface MediumRow extends Omit<Medium, 'schemaVersion'> {
  readonly stamp: string
}

/** The same as columns: remarks as lines of one text, a focus as two numbers, below zero where there is none. */
interface MediumCells extends Omit<MediumRow, 'remarks' | 'flaws' | 'focus'> {
  readonly remarks: string
  readonly flaws: readonly DocumentFlaw[]
  readonly focusX: number
  readonly focusY: number
}

const focusOf = (x: number, y: number) => (x < 0 ? {} : { focus: { x, y } })
const remarksOf = (lines: string, flaws: readonly DocumentFlaw[]) => ({
  ...(lines === '' ? {} : { remarks: lines.split('\n') }),
  ...(flaws.length === 0 ? {} : { flaws: [...flaws] }),
})

/** How pictures stand in the catalog's segments. */
const mediumCatalogType: CatalogType<MediumRow, MediumCells> = {
  version: 5,
  columns: {
    ...{ stamp: text, name: text, format: oneOf(formats), width: number, height: number, bytes: number, remarks: text },
    flaws: listOf(oneOf(documentFlaws)),
    ...{ focusX: number, focusY: number },
  },
  rank: () => 0,
  toCells: ({ remarks, flaws, focus, ...row }) => ({
    ...row,
    flaws: flaws ?? [],
    remarks: (remarks ?? []).join('\n'),
    focusX: focus?.x ?? -1,
    focusY: focus?.y ?? -1,
  }),
  fromCells: (cell) => ({
    stamp: cell('stamp'),
    name: cell('name'),
    format: cell('format'),
    width: cell('width'),
    height: cell('height'),
    bytes: cell('bytes'),
    ...remarksOf(cell('remarks'), cell('flaws')),
    ...focusOf(cell('focusX'), cell('focusY')),
  }),
}

export interface MediaStoreOptions {
  readonly environment: Pick<Environment, 'files' | 'log'>
  /** The newsroom's folder. */
  readonly folder: string
  readonly readOnly: boolean
  readonly notice: Notice
}

/** Opens the pictures of a newsroom: bytes by hash, facts beside them and in a catalog. */
export const openMediaStore = async ({ environment, folder, readOnly, notice }: MediaStoreOptions): Promise<MediaStore> => {
  const { files, log } = environment
  const place = join(folder, 'media')
  const type = mediumCatalogType
  const catalog = await openCatalog({ files, folder: join(folder, 'catalog', 'media'), type, readOnly, log })
  const records = await openRecordFiles<Medium>({
    ...{ files, folder: place, type: mediumType, readOnly, notice, catalog },
    stampIn: (id) => catalog.cell(id, 'stamp'),
    describe: (id, medium, stamp) => {
      if (medium === null) return catalog.set(id, null)
      const { schemaVersion: _version, ...known } = medium
      catalog.set(id, { ...known, stamp })
    },
  })
  const source: CatalogSource = { ...records, catalog }
  await catchUp(source, !readOnly, () => undefined)
  let focused = 0
  const path = (id: string) => join(place, id.slice(0, 2), id)
  const get = (id: string): Medium | null => {
    const row = catalog.get(id)
    if (!row) return null
    const { stamp: _stamp, ...medium } = row
    return { schemaVersion: 1, ...medium }
  }
  return {
    add: async (name, bytes, kind = 'picture') => {
      const id = createHash('sha256').update(bytes).digest('hex')
      const known = get(id)
      if (known && (known.format !== 'pdf' || kind === 'document'))
        return success({ id, width: known.width, height: known.height })
      const medium = kind === 'document' && isPdf(bytes) ? await describeDocument(bytes) : await inspect(bytes)
      if (typeof medium === 'string')
        return failure('invalidInput', `${kind === 'document' ? 'Файл' : 'Снимок'} «${name}» не принят: ${medium}.`, {
          safe: 'Остальные файлы не пострадали.',
          todo:
            kind === 'document'
              ? 'Нужен PDF, JPEG, PNG или TIFF без пароля: попросите прислать файл в таком виде.'
              : 'Откройте снимок в программе просмотра, сохраните заново как JPEG и добавьте ещё раз.',
        })
      await files.makeFolder(dirname(path(id)))
      await replaceFile(files, path(id), bytes)
      await records.put(id, { ...medium, name })
      return success({ id, width: medium.width, height: medium.height })
    },
    get,
    read: (id) => files.read(path(id)),
    setFocus: async (id, focus) => {
      const medium = get(id)
      if (!medium) return false
      const { focus: _before, ...rest } = medium
      await records.put(id, focus === null ? rest : { ...rest, focus })
      focused += 1
      return true
    },
    revision: () => `${catalog.size()} ${focused}`,
    isStored: async (id) => (await files.facts(path(id))) !== null,
    count: catalog.size,
    named: (isMeant) => catalog.ids().filter((id) => isMeant(catalog.cell(id, 'name') ?? '')),
    ids: catalog.ids,
    verify: (stopped) => verifyCatalog(source, stopped),
    close: () => catalog.close(),
  }
}
