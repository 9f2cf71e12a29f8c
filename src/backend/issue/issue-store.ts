import { join } from 'node:path'
import type * as Y from 'yjs'
import { type Issue, issueSchema } from '../../shared/issue/issue.ts'
import { type Placement, placementSchema } from '../../shared/issue/placement.ts'
import { openDocument, type StoredDocument } from '../store/document.ts'
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

const issueOf = (serial: string, doc: Y.Doc): Issue => {
  const placements: Record<string, Placement> = {}
  for (const [article, value] of doc.getMap(placementsName)) {
    const placement = placementSchema.safeParse(value)
    if (placement.success) placements[article] = placement.data
  }
  return issueSchema.parse({ ...Object.fromEntries(doc.getMap(metaName)), serial, placements })
}

/** «47 (1295)» as a file name and back: brackets and spaces are awkward in shells and paths. */
const fileName = (serial: string): string => serial.replace(/^(\d+) \((\d+)\)$/, '$1-$2')
const serialOf = (name: string): string => name.replace(/^(\d+)-(\d+)$/, '$1 ($2)')

export const openIssueStore = async (files: Files, folder: string, readOnly: boolean): Promise<IssueStore> => {
  const stored = new Map<string, StoredDocument>()
  const issues = new Map<string, Issue>()
  const notices: string[] = []
  const openOne = async (serial: string) => {
    const opened = await openDocument({
      files,
      base: join(folder, fileName(serial)),
      readOnly,
      derive: (doc) => issueOf(serial, doc),
    })
    notices.push(...opened.notices)
    stored.set(serial, opened)
    return opened
  }
  const names = new Set(
    (await files.list(folder)).flatMap(({ name }) => (/\.(json|journal)$/.test(name) ? [name.replace(/\.[^.]+$/, '')] : [])),
  )
  for (const name of [...names].sort()) {
    const serial = serialOf(name)
    try {
      issues.set(serial, issueOf(serial, (await openOne(serial)).doc))
    } catch (error) {
      notices.push(`Номер ${serial} не читается: ${error instanceof Error ? error.message : String(error)}. Файл не тронут.`)
    }
  }
  const change = async (serial: string, edit: (doc: Y.Doc) => void): Promise<void> => {
    const document = stored.get(serial)
    if (!document) throw new Error(`нет номера ${serial}`)
    document.doc.transact(() => edit(document.doc))
    await document.saved()
    issues.set(serial, issueOf(serial, document.doc))
  }
  return {
    all: () => [...issues.values()],
    get: (serial) => issues.get(serial) ?? null,
    create: async ({ serial, ...meta }) => {
      await openOne(serial)
      await change(serial, (doc) => {
        for (const [key, value] of Object.entries(meta)) doc.getMap(metaName).set(key, value)
      })
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
        if (!readOnly) await document.compact()
        await document.close()
      }
    },
  }
}
