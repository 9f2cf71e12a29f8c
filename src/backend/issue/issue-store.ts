import { join } from 'node:path'
import type * as Y from 'yjs'
import { type Issue, issueSchema } from '../../shared/issue/issue.ts'
import { type Placement, placementSchema } from '../../shared/issue/placement.ts'
import { documentNames, isEmpty, openDocument, type StoredDocument } from '../store/document.ts'
import type { Files } from '../store/files.ts'

const metaName = 'meta'
const placementsName = 'placements'

/** The issues of a newsroom and their flatplans. Every change resolves when it would survive a power cut. */
export interface IssueStore {
  all(): readonly Issue[]
  get(serial: string): Issue | null
  create(issue: Omit<Issue, 'placements'>): Promise<void>
  /** Sets or, with null, removes the places of several articles as one change. */
  place(serial: string, places: ReadonlyMap<string, Placement | null>): Promise<void>
  notices(): readonly string[]
  close(): Promise<void>
}

/** An issue as its document has it. */
export const issueOf = (serial: string, doc: Y.Doc): Issue => {
  const placements: Record<string, Placement> = {}
  for (const [article, value] of doc.getMap(placementsName)) {
    const placement = placementSchema.safeParse(value)
    if (placement.success) placements[article] = placement.data
  }
  return issueSchema.parse({ ...Object.fromEntries(doc.getMap(metaName)), serial, placements })
}

/** «47 (1295)» as a file name and back: brackets and spaces are awkward in shells and paths. */
export const issueFileName = (serial: string): string => serial.replace(/^(\d+) \((\d+)\)$/, '$1-$2')
export const serialOf = (name: string): string => name.replace(/^(\d+)-(\d+)$/, '$1 ($2)')

export const openIssueStore = async (files: Files, folder: string, readOnly: boolean): Promise<IssueStore> => {
  const stored = new Map<string, StoredDocument>()
  const issues = new Map<string, Issue>()
  const notices: string[] = []
  const openOne = async (serial: string): Promise<StoredDocument> => {
    const opened = await openDocument({
      files,
      base: join(folder, issueFileName(serial)),
      readOnly,
      derive: (doc) => issueOf(serial, doc),
    })
    notices.push(...opened.notices)
    return opened
  }
  const names = documentNames((await files.list(folder)).map(({ name }) => name))
  for (const name of [...names].sort()) {
    const serial = serialOf(name)
    try {
      const document = await openOne(serial)
      // Left by a crash before the first save: nobody was ever told that there is such an issue.
      if (isEmpty(document.doc)) {
        await document.close()
        continue
      }
      stored.set(serial, document)
      issues.set(serial, issueOf(serial, document.doc))
    } catch (error) {
      notices.push(`Номер ${serial} не читается: ${error instanceof Error ? error.message : String(error)}. Файл не тронут.`)
    }
  }
  /** What is shown is what is in memory: an edit that could not be written stays there and goes with the next. */
  const change = async (serial: string, edit: (doc: Y.Doc) => void): Promise<void> => {
    const document = stored.get(serial)
    if (!document) throw new Error(`нет номера ${serial}`)
    document.doc.transact(() => edit(document.doc))
    issues.set(serial, issueOf(serial, document.doc))
    await document.saved()
  }
  const create = async ({ serial, ...meta }: Omit<Issue, 'placements'>): Promise<void> => {
    if (stored.has(serial)) throw new Error(`номер ${serial} уже есть`)
    const document = await openOne(serial)
    if (!isEmpty(document.doc)) throw new Error(`номер ${serial} уже есть`)
    stored.set(serial, document)
    try {
      await change(serial, (doc) => {
        for (const [key, value] of Object.entries(meta)) doc.getMap(metaName).set(key, value)
      })
    } catch (error) {
      stored.delete(serial)
      issues.delete(serial)
      await document.abandon()
      throw error
    }
  }
  let creating: Promise<void> = Promise.resolve()
  return {
    all: () => [...issues.values()],
    get: (serial) => issues.get(serial) ?? null,
    // One after another: two that make the same issue must not both write its files.
    create: (issue) => {
      creating = creating.catch(() => undefined).then(() => create(issue))
      return creating
    },
    place: (serial, places) =>
      change(serial, (doc) => {
        const map = doc.getMap(placementsName)
        for (const [article, placement] of places) {
          if (placement) map.set(article, placement)
          else map.delete(article)
        }
      }),
    notices: () => notices,
    close: async () => {
      for (const document of stored.values()) {
        // A snapshot that can't be written loses nothing: the journal has it all.
        if (!readOnly) await document.compact().catch(() => undefined)
        await document.close()
      }
    },
  }
}
