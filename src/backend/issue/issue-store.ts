import { join } from 'node:path'
import * as Y from 'yjs'
import { type Issue, type IssueLook, issueLookSchema, issueSchema } from '../../shared/issue/issue.ts'
import { type PageDummy, pageDummySchema } from '../../shared/issue/page-dummy.ts'
import { type Placement, placementSchema } from '../../shared/issue/placement.ts'
import type { Environment } from '../environment.ts'
import { openCatalog } from '../store/catalog.ts'
import { documentFiles, documentNames, isEmpty, openDocument, type StoredDocument } from '../store/document.ts'
import { previousOf } from '../store/json-file.ts'
import { type CatalogSource, catchUp, verifyCatalog } from '../store/keep-catalog.ts'
import { openPool } from '../store/pool.ts'
import { isStampOf, noStamp, stampOf } from '../store/stamp.ts'
import { entryOf, type IssueEntry, issueCatalogType, type Place, placesIn } from './issue-catalog.ts'

const metaName = 'meta'
const placementsName = 'placements'
const dummiesName = 'dummies'
const lookName = 'look'

/** An issue before anything stands in it. */
export type NewIssue = Omit<Issue, 'placements' | 'dummies' | 'look'>

/** The issues of a newsroom and their flatplans. Every change resolves when it would survive a power cut. */
export interface IssueStore {
  /** The serials of all issues, in no order; nothing of an issue is read. */
  serials(): readonly string[]
  /** What lists need of every issue, by serial. */
  entries(): readonly IssueEntry[]
  entry(serial: string): IssueEntry | null
  /** An issue with its flatplan; null where there is none. */
  get(serial: string): Promise<Issue | null>
  /** The latest issue an article stands in, and its page there. */
  placeOf(article: string): Place | null
  create(issue: NewIssue): Promise<void>
  /** Sets or, with null, removes the places of several articles, and the plans of several pages, as one change. */
  place(
    serial: string,
    places: ReadonlyMap<string, Placement | null>,
    dummies?: ReadonlyMap<string, PageDummy | null>,
  ): Promise<void>
  /** Changes where an issue stands on its way. */
  setStatus(serial: string, status: Issue['status']): Promise<void>
  /** Lets an issue keep a look of its own or, with null, follow the publication's. */
  setLook(serial: string, look: IssueLook | null): Promise<void>
  /**
   * Gives an issue, with all that stands in it, another serial that is free. A crash on the way leaves it under both, and
   * loses nothing.
   */
  renumber(from: string, to: string): Promise<void>
  /** Hears of each change of what lists need. */
  subscribe(listener: () => void): void
  notices(): readonly string[]
  /** Looks for files that other hands brought, changed or took away; returns the serials of those it read anew. */
  verify(stopped: () => boolean): Promise<readonly string[]>
  close(): Promise<void>
}

export interface IssueStoreOptions {
  readonly environment: Pick<Environment, 'files' | 'log'>
  /** The newsroom's folder. */
  readonly folder: string
  readonly readOnly: boolean
}

/** Plans kept open at once; the one used longest ago is folded and closed. */
const openLimit = 16

/** An issue as its document has it. */
export const issueOf = (serial: string, doc: Y.Doc): Issue => {
  const placements: Record<string, Placement> = {}
  for (const [article, value] of doc.getMap(placementsName)) {
    const placement = placementSchema.safeParse(value)
    if (placement.success) placements[article] = placement.data
  }
  const dummies: Record<string, PageDummy> = {}
  for (const [page, value] of doc.getMap(dummiesName)) {
    const dummy = pageDummySchema.safeParse(value)
    if (dummy.success) dummies[page] = dummy.data
  }
  const { [lookName]: kept, ...meta } = Object.fromEntries(doc.getMap(metaName))
  // A look this program can't read is none: the issue opens all the same.
  const look = issueLookSchema.safeParse(kept)
  return issueSchema.parse({ ...meta, serial, placements, dummies, ...(look.success ? { look: look.data } : {}) })
}

/** «47 (1295)» as a file name and back: brackets and spaces are awkward in shells and paths. */
export const issueFileName = (serial: string): string =>
  serial.replace(/^(\d+) \((\d+)\)$/, '$1-$2').replace(/^(\d+)–(\d+) \((\d+)–(\d+)\)$/, '$1-$2-$3-$4')
export const serialOf = (name: string): string =>
  name.replace(/^(\d+)-(\d+)$/, '$1 ($2)').replace(/^(\d+)-(\d+)-(\d+)-(\d+)$/, '$1–$2 ($3–$4)')

const setAll = (map: Y.Map<unknown>, values: ReadonlyMap<string, unknown>): void => {
  for (const [key, value] of values) {
    if (value === null) map.delete(key)
    else map.set(key, value)
  }
}

export const openIssueStore = async ({ environment, folder, readOnly }: IssueStoreOptions): Promise<IssueStore> => {
  const { files, log } = environment
  const place = join(folder, 'issues')
  const base = (serial: string): string => join(place, issueFileName(serial))
  const stamp = (serial: string): Promise<string> => stampOf(files, documentFiles(base(serial)))
  const notices: string[] = []
  const catalog = await openCatalog({ files, folder: join(folder, 'catalog', 'issues'), type: issueCatalogType, readOnly, log })
  let places: ReturnType<typeof placesIn> | null = null
  catalog.subscribe(() => {
    places = null
  })

  const restamp = async (serial: string): Promise<void> => {
    const now = await stamp(serial)
    const entry = catalog.get(serial)
    if (entry && entry.stamp !== now) catalog.set(serial, { ...entry, stamp: now })
  }

  const shut = async (serial: string, document: StoredDocument): Promise<void> => {
    // A snapshot that can't be written loses nothing: the journal has it all.
    if (!readOnly && catalog.get(serial)) await document.compact().catch(() => undefined)
    await document.close()
    if (!readOnly) await restamp(serial)
  }

  const pool = openPool<StoredDocument>({
    limit: openLimit,
    open: async (serial) => {
      const derive = (doc: Y.Doc) => issueOf(serial, doc)
      const opened = await openDocument({ files, base: base(serial), readOnly, derive })
      notices.push(...opened.notices)
      return opened
    },
    // What an earlier attempt could not write goes now.
    close: (serial, document) =>
      catalog.get(serial)?.stamp === noStamp ? catalog.writing(serial, () => shut(serial, document)) : shut(serial, document),
  })

  /** What is shown is what is in memory: an edit that could not be written stays there and goes with the next. */
  const change = async (serial: string, document: StoredDocument, edit: (doc: Y.Doc) => void): Promise<void> => {
    document.doc.transact(() => edit(document.doc))
    catalog.set(serial, entryOf(issueOf(serial, document.doc), noStamp))
    await catalog.writing(serial, async () => {
      await document.saved()
      await restamp(serial)
    })
  }

  const create = ({ serial, ...meta }: NewIssue): Promise<void> =>
    pool.use(serial, async (document) => {
      if (!isEmpty(document.doc)) throw new Error(`номер ${serial} уже есть`)
      try {
        await change(serial, document, (doc) => {
          for (const [key, value] of Object.entries(meta)) doc.getMap(metaName).set(key, value)
        })
      } catch (error) {
        catalog.set(serial, null)
        await document.abandon()
        pool.discard(serial)
        throw error
      }
    })

  const source: CatalogSource = {
    catalog,
    stored: async () => new Set([...documentNames((await files.list(place)).map(({ name }) => name))].map(serialOf)),
    isFresh: (serial) => isStampOf(files, documentFiles(base(serial)), catalog.cell(serial, 'stamp')),
    refresh: async (serial) => {
      try {
        await pool.use(serial, async ({ doc }) => {
          // Left by a crash before the first save: nobody was ever told that there is such an issue.
          catalog.set(serial, isEmpty(doc) ? null : entryOf(issueOf(serial, doc), await stamp(serial)))
        })
      } catch (error) {
        catalog.set(serial, null)
        notices.push(`Номер ${serial} не читается: ${error instanceof Error ? error.message : String(error)}. Файл не тронут.`)
      }
    },
  }
  await catchUp(source, !readOnly, () => undefined)

  return {
    serials: () => catalog.ids(),
    entries: () =>
      catalog
        .ids()
        .flatMap((serial) => catalog.get(serial) ?? [])
        .sort((a, b) => (a.serial < b.serial ? -1 : 1)),
    entry: (serial) => catalog.get(serial),
    get: async (serial) => (catalog.get(serial) ? pool.use(serial, async ({ doc }) => issueOf(serial, doc)) : null),
    placeOf: (article) => {
      places ??= placesIn(catalog)
      return places.get(article) ?? null
    },
    create,
    place: async (serial, places, dummies = new Map()) => {
      if (!catalog.get(serial)) throw new Error(`нет номера ${serial}`)
      await pool.use(serial, (document) =>
        change(serial, document, (doc) => {
          setAll(doc.getMap(placementsName), places)
          setAll(doc.getMap(dummiesName), dummies)
        }),
      )
    },
    setStatus: async (serial, status) => {
      if (!catalog.get(serial)) throw new Error(`нет номера ${serial}`)
      await pool.use(serial, (document) => change(serial, document, (doc) => doc.getMap(metaName).set('status', status)))
    },
    setLook: async (serial, look) => {
      if (!catalog.get(serial)) throw new Error(`нет номера ${serial}`)
      await pool.use(serial, (document) =>
        change(serial, document, (doc) => setAll(doc.getMap(metaName), new Map([[lookName, look]]))),
      )
    },
    renumber: async (from, to) => {
      if (!catalog.get(from)) throw new Error(`нет номера ${from}`)
      const state = await pool.use(from, async ({ doc }) => Y.encodeStateAsUpdate(doc))
      await pool.use(to, async (document) => {
        if (!isEmpty(document.doc)) throw new Error(`номер ${to} уже есть`)
        await change(to, document, (doc) => Y.applyUpdate(doc, state))
      })
      await pool.use(from, async (document) => {
        await document.abandon()
        pool.discard(from)
        catalog.set(from, null)
        for (const path of documentFiles(base(from)).flatMap((path) => [path, previousOf(path)]))
          if (await files.facts(path)) await files.remove(path)
        await files.syncFolder(place)
      })
    },
    subscribe: (listener) => catalog.subscribe(listener),
    notices: () => notices,
    verify: (stopped) => verifyCatalog(source, stopped),
    close: async () => {
      await pool.close()
      await catalog.close()
    },
  }
}
