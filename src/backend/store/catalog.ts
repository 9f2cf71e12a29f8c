import { join } from 'node:path'
import { type CatalogRows, type CatalogType, holdRows } from './catalog-rows.ts'
import {
  type Manifest,
  readManifest,
  readSegment,
  type SavedSegment,
  segmentGeneration,
  writeManifest,
  writeSegment,
} from './catalog-segments.ts'
import type { Files } from './files.ts'
import { formOf, type Table } from './table.ts'
import { openTouchedJournal, readTouched, touchedGeneration } from './touched-journal.ts'

/** Hears of each change: what an id was before and is now; null for nothing. */
export type CatalogListener<T> = (id: string, before: T | null, after: T | null) => void

/**
 * What lists need of many files, in memory and in segments on disk (rules C1 to C6). Derived: whatever is lost of it is
 * read from the files again.
 */
export interface Catalog<T, C> extends Pick<CatalogRows<T, C>, 'get' | 'cell' | 'scan' | 'ids' | 'size'> {
  /** Ids whose files may have been written to since the catalog was saved: to be read again before anybody asks. */
  readonly touched: ReadonlySet<string>
  /** Nothing is missing beside what was touched. */
  readonly complete: boolean
  /** Was the id written to since the opening? Its entry is this process's own then. */
  isOwn(id: string): boolean
  /**
   * Runs `work`, which writes to the files behind an id and then sets its entry. The id is safe in the journal before
   * `work` begins. After a rejection nobody knows what the files hold: the next opening reads them.
   */
  writing<R>(id: string, work: () => Promise<R>): Promise<R>
  /** Sets what an id has in memory now; null takes it out. */
  set(id: string, entry: T | null): void
  subscribe(listener: CatalogListener<T>): void
  /** Writes what changed and lets go of the journal. A rejection loses nothing. */
  save(): Promise<void>
  close(): Promise<void>
}

export interface CatalogOptions<T, C> {
  readonly files: Files
  /** A folder of its own. */
  readonly folder: string
  readonly type: CatalogType<T, C>
  readonly readOnly: boolean
  readonly log: (line: string) => void
}

/** Ids in the journal at which the catalog is saved: a start after a crash reads at most about so many files again. */
const journalLimit = 500

interface Loaded<C> {
  readonly generation: number
  readonly segments: readonly SavedSegment[]
  /** Null for a segment that can't be read. */
  readonly tables: readonly (Table<C> | null)[]
  readonly touched: ReadonlySet<string>
  readonly complete: boolean
  readonly leftovers: boolean
}

const generationOf = (name: string): number => touchedGeneration(name) ?? segmentGeneration(name) ?? 0

const formOfType = <T, C>({ version, columns }: CatalogType<T, C>): string => `${version} ${formOf(columns)}`

const load = async <T, C>({ files, folder, type }: CatalogOptions<T, C>): Promise<Loaded<C>> => {
  const names = (await files.list(folder)).map(({ name }) => name)
  const manifest = await readManifest(files, folder, formOfType(type))
  const segments = manifest?.segments ?? []
  const tables = await Promise.all(segments.map((segment) => readSegment(files, folder, type.columns, segment)))
  const touched = await readTouched(files, folder, names)
  const complete = manifest !== null && !tables.includes(null)
  const vouched = new Set(segments.map(({ name }) => name))
  const leftovers = names.some(
    (name) => touchedGeneration(name) !== null || (segmentGeneration(name) !== null && !vouched.has(name)),
  )
  const generation = Math.max(manifest?.generation ?? 0, ...names.map(generationOf))
  // Where none of them can be read there is nothing to go on with.
  const useless = tables.every((table) => table === null)
  return { generation, segments: useless ? [] : segments, tables: useless ? [] : tables, touched, complete, leftovers }
}

/** Reads again when the process that writes here saved between our reading of the manifest and of the segments. */
const loadPatiently = async <T, C>(options: CatalogOptions<T, C>): Promise<Loaded<C>> => {
  for (let attempt = 1; options.readOnly && attempt < 3; attempt += 1) {
    const loaded = await load(options).catch(() => null)
    if (loaded?.complete) return loaded
  }
  return load(options)
}

export const openCatalog = async <T, C>(options: CatalogOptions<T, C>): Promise<Catalog<T, C>> => {
  const { files, folder, type, readOnly, log } = options
  const loaded = await loadPatiently(options)
  const rows = holdRows(type, loaded.tables)
  // What could not be read is written anew.
  const dirty = new Set(loaded.tables.flatMap((table, at) => (table === null ? [at] : [])))
  const own = new Set<string>()
  const listeners: CatalogListener<T>[] = []
  /** Writes under way, and those that failed: their ids go from journal to journal. */
  const unsettled = new Map<string, number>()
  const journal = openTouchedJournal(files, folder, loaded.generation)
  let { segments, leftovers } = loaded
  let unsaved = !loaded.complete
  let limit = journalLimit
  let saving: Promise<void> = Promise.resolve()

  const set = (id: string, entry: T | null): void => {
    const before = rows.get(id)
    if (before === entry) return
    dirty.add(rows.set(id, entry))
    for (const listener of listeners) listener(id, before, entry)
  }

  /** Removes what no manifest names any more, and the journals of what is in the segments now. */
  const tidy = async (manifest: Manifest): Promise<void> => {
    const kept = new Set(manifest.segments.map(({ name }) => name))
    for (const { name } of await files.list(folder)) {
      const touched = touchedGeneration(name)
      const stale = touched === null ? segmentGeneration(name) !== null && !kept.has(name) : touched < manifest.generation
      if (stale) await files.remove(join(folder, name))
    }
  }

  const write = async (): Promise<void> => {
    if (dirty.size === 0 && journal.size() === 0 && !leftovers && !unsaved) return
    // From here on whoever writes names its id in a new journal: the old one is covered by what is written now.
    const generation = await journal.turnOver(() => [...unsettled.keys()])
    leftovers = true
    if (unsaved) rows.arrange()
    const attempted = [...dirty].sort((a, b) => a - b)
    try {
      const next = [...segments]
      for (const at of attempted) {
        dirty.delete(at)
        const { ids, cells } = rows.segment(at)
        next[at] = await writeSegment(files, folder, type.columns, [at, generation], ids, cells)
      }
      const manifest: Manifest = { form: formOfType(type), generation, segments: next }
      if (attempted.length > 0) await files.syncFolder(folder)
      await writeManifest(files, folder, manifest)
      segments = next
      unsaved = false
      await tidy(manifest)
      leftovers = false
    } catch (error) {
      for (const at of attempted) dirty.add(at)
      throw error
    }
  }

  const save = (): Promise<void> => {
    saving = saving.catch(() => undefined).then(write)
    return saving
  }

  const told = (error: unknown): void => log(`${folder}: ${error instanceof Error ? error.message : String(error)}`)

  /** Nobody waits for it. On a full disk it is tried again when as many ids have come again. */
  const saveAside = (): void => {
    limit = journal.size() + journalLimit
    save().then(() => {
      limit = journalLimit
    }, told)
  }

  const release = (id: string): void => {
    const users = (unsettled.get(id) ?? 1) - 1
    if (users > 0) unsettled.set(id, users)
    else unsettled.delete(id)
  }

  return {
    get: rows.get,
    cell: rows.cell,
    scan: rows.scan,
    ids: rows.ids,
    size: rows.size,
    touched: loaded.touched,
    complete: loaded.complete,
    isOwn: (id) => own.has(id),
    writing: async (id, work) => {
      unsettled.set(id, (unsettled.get(id) ?? 0) + 1)
      own.add(id)
      await journal.touch(id)
      const result = await work()
      release(id)
      if (journal.size() >= limit) saveAside()
      return result
    },
    set,
    subscribe: (listener) => {
      listeners.push(listener)
    },
    save,
    close: async () => {
      if (!readOnly) await save().catch(told)
      await journal.close()
    },
  }
}
