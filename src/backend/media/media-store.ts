import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { MediumCard } from '../../shared/media/card.ts'
import type { Focus } from '../../shared/media/focus.ts'
import type { Environment } from '../environment.ts'
import { openCatalog } from '../store/catalog.ts'
import { replaceFile } from '../store/json-file.ts'
import { type CatalogSource, catchUp, verifyCatalog } from '../store/keep-catalog.ts'
import { openRecordFiles } from '../store/record-files.ts'
import type { Notice } from '../store/record-store.ts'
import { inspectPdf, inspectPicture, isPdf } from './inspect-medium.ts'
import { mediumCatalogType } from './media-catalog.ts'
import { type Medium, mediumType } from './medium-type.ts'

/** A file that was taken in, or was there already: `already` is the name it was kept under then, null for a new one. */
export interface TakenMedium {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly already: string | null
}

export interface MediaStore {
  /** Takes a picture in, or a PDF where a document will do, and returns its id, the SHA-256 of its bytes in hex. */
  add(name: string, bytes: Uint8Array, kind?: 'picture' | 'document', person?: string | null): Promise<Result<TakenMedium>>
  get(id: string): Medium | null
  read(id: string): Promise<Uint8Array>
  /** Is the picture's own file there, whatever is known of it? */
  isStored(id: string): Promise<boolean>
  /** Says what must stay of a picture when it is cropped; false where there is no such picture. */
  setFocus(id: string, focus: Focus | null): Promise<boolean>
  /** Writes a picture's card; what somebody let pass of the one before lapses. False where there is no such picture. */
  setCard(id: string, card: MediumCard): Promise<boolean>
  /** Lets a picture pass as it is, or with null no longer; false where there is no such picture. */
  setPass(id: string, pass: Medium['pass'] | null): Promise<boolean>
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

export interface MediaStoreOptions {
  readonly environment: Pick<Environment, 'files' | 'log' | 'now'>
  /** The newsroom's folder. */
  readonly folder: string
  readonly readOnly: boolean
  readonly notice: Notice
}

/** Opens the pictures of a newsroom: bytes by hash, facts beside them and in a catalog. */
export const openMediaStore = async ({ environment, folder, readOnly, notice }: MediaStoreOptions): Promise<MediaStore> => {
  const { files, log, now } = environment
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
    return { schemaVersion: 2, ...medium }
  }
  /** Changes what is known of a picture in one turn. */
  const edit = async (id: string, change: (medium: Medium) => Medium): Promise<boolean> =>
    get(id) !== null && (await records.change(id, (now) => now && change(now))) !== null
  return {
    add: async (name, bytes, kind = 'picture', person = null) => {
      const id = createHash('sha256').update(bytes).digest('hex')
      const known = get(id)
      if (known && (known.format !== 'pdf' || kind === 'document'))
        return success({ id, width: known.width, height: known.height, already: known.name })
      const medium = kind === 'document' && isPdf(bytes) ? await inspectPdf(bytes) : await inspectPicture(bytes)
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
      await records.put(id, { ...medium, name, taken: { at: now(), person } })
      return success({ id, width: medium.width, height: medium.height, already: null })
    },
    get,
    read: (id) => files.read(path(id)),
    setFocus: async (id, focus) => {
      const done = await edit(id, ({ focus: _before, ...rest }) => (focus === null ? rest : { ...rest, focus }))
      if (done) focused += 1
      return done
    },
    setCard: (id, card) => edit(id, ({ pass: _before, ...rest }) => ({ ...rest, card })),
    setPass: (id, pass) => edit(id, ({ pass: _before, ...rest }) => (pass ? { ...rest, pass } : rest)),
    revision: () => `${catalog.size()} ${focused}`,
    isStored: async (id) => (await files.facts(path(id))) !== null,
    count: catalog.size,
    named: (isMeant) => catalog.ids().filter((id) => isMeant(catalog.cell(id, 'name') ?? '')),
    ids: catalog.ids,
    verify: (stopped) => verifyCatalog(source, stopped),
    close: () => catalog.close(),
  }
}
