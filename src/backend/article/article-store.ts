import { join } from 'node:path'
import * as Y from 'yjs'
import { z } from 'zod'
import { type ArticleContent, photosOf, plainText } from '../../shared/article/content.ts'
import type { Environment } from '../environment.ts'
import { journalPath, openDocument, type StoredDocument, snapshotPath } from '../store/document.ts'
import { jsonDatabase, type RecordType, readJsonFile } from '../store/json-file.ts'
import { contentOf, seedArticle } from './article-document.ts'

const entrySchema = z.object({
  /** Sizes and time of the document's files when the entry was made: any difference makes it stale (rule S10). */
  stamp: z.string(),
  headline: z.string(),
  rubric: z.string(),
  byline: z.string(),
  characters: z.number(),
  photos: z.number(),
  contentHash: z.string(),
})
export type ArticleEntry = z.infer<typeof entrySchema>

const indexSchema = z.object({ schemaVersion: z.literal(1), entries: z.record(z.string(), entrySchema) })
const indexType: RecordType<z.infer<typeof indexSchema>> = { version: 1, schema: indexSchema, migrations: {} }

/** The articles of a newsroom: documents on disk, and an index of what lists need. */
export interface ArticleStore {
  ids(): readonly string[]
  has(id: string): boolean
  entry(id: string): ArticleEntry | null
  content(id: string): Promise<ArticleContent>
  create(content: ArticleContent): Promise<string>
  /** The whole document as one Yjs update. */
  state(id: string): Promise<Uint8Array>
  /** Applies a Yjs update; resolves when it would survive a power cut. Rejects an update that breaks the text. */
  change(id: string, update: Uint8Array): Promise<void>
  /** What was dropped or set aside when documents were opened. */
  notices(): readonly string[]
  close(): Promise<void>
}

export interface ArticleStoreOptions {
  readonly environment: Environment
  readonly folder: string
  readonly readOnly: boolean
  readonly hash: (content: ArticleContent) => string
}

const snapshotSuffix = '.json'
const journalSuffix = '.journal'

/** Documents kept open at once; the one used longest ago is folded and closed. */
const openLimit = 32

export const openArticleStore = async ({ environment, folder, readOnly, hash }: ArticleStoreOptions): Promise<ArticleStore> => {
  const { files } = environment
  const indexPath = join(folder, '..', 'article-index.json')
  const base = (id: string) => join(folder, id)
  const notices: string[] = []
  const open = new Map<string, Promise<StoredDocument>>()
  const entries = new Map<string, ArticleEntry>()
  const known = new Set<string>()
  for (const { name } of await files.list(folder)) {
    if (name.endsWith(snapshotSuffix)) known.add(name.slice(0, -snapshotSuffix.length))
    if (name.endsWith(journalSuffix)) known.add(name.slice(0, -journalSuffix.length))
  }

  const derive = (doc: Y.Doc): unknown => {
    const content = contentOf(doc)
    return { content, text: plainText(content) }
  }

  const document = async (id: string): Promise<StoredDocument> => {
    const already = open.get(id)
    if (already) {
      open.delete(id)
      open.set(id, already)
      return already
    }
    const opening = openDocument({ files, base: base(id), readOnly, derive })
    open.set(id, opening)
    opening.then(
      (opened) => notices.push(...opened.notices),
      () => open.delete(id),
    )
    for (const [oldest, stored] of open) {
      if (open.size <= openLimit) break
      if (oldest === id) continue
      open.delete(oldest)
      const closing = await stored
      await closing.compact()
      await closing.close()
    }
    return opening
  }

  const stampOf = async (id: string): Promise<string> => {
    const facts = await Promise.all([files.facts(snapshotPath(base(id))), files.facts(journalPath(base(id)))])
    return facts.map((f) => (f ? `${f.size}@${Math.round(f.modifiedAt)}` : '-')).join(' ')
  }

  const describe = async (id: string, content: ArticleContent): Promise<void> => {
    entries.set(id, {
      stamp: await stampOf(id),
      headline: content.headline,
      rubric: content.rubric,
      byline: content.byline,
      characters: plainText(content).length,
      photos: photosOf(content).length,
      contentHash: hash(content),
    })
  }

  const index = await readJsonFile(files, indexPath, indexType, false).catch(() => ({ value: null }))
  for (const id of known) {
    const entry = index.value?.entries[id]
    if (entry && entry.stamp === (await stampOf(id))) {
      entries.set(id, entry)
      continue
    }
    try {
      await describe(id, contentOf((await document(id)).doc))
    } catch (error) {
      notices.push(`Материал ${base(id)} не читается: ${error instanceof Error ? error.message : String(error)}. Файл не тронут.`)
    }
  }

  return {
    ids: () => [...entries.keys()],
    has: (id) => entries.has(id),
    entry: (id) => entries.get(id) ?? null,
    content: async (id) => contentOf((await document(id)).doc),
    create: async (content) => {
      const id = environment.newId()
      const stored = await document(id)
      seedArticle(stored.doc, content)
      await stored.saved()
      await describe(id, content)
      return id
    },
    state: async (id) => Y.encodeStateAsUpdate((await document(id)).doc),
    change: async (id, update) => {
      const stored = await document(id)
      // Tried on a copy first: what the schema refuses must never reach the document others have open.
      const trial = new Y.Doc()
      Y.applyUpdate(trial, Y.encodeStateAsUpdate(stored.doc))
      Y.applyUpdate(trial, update)
      const content = contentOf(trial)
      Y.applyUpdate(stored.doc, update)
      await stored.saved()
      await describe(id, content)
    },
    notices: () => notices,
    close: async () => {
      for (const stored of open.values()) {
        const closing = await stored.catch(() => null)
        if (!closing) continue
        if (!readOnly) await closing.compact()
        await closing.close()
      }
      if (readOnly) return
      for (const [id, entry] of entries) entries.set(id, { ...entry, stamp: await stampOf(id) })
      await jsonDatabase(files, indexPath, { schemaVersion: 1, entries: Object.fromEntries(entries) }).write()
    },
  }
}
