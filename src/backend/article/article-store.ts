import { join } from 'node:path'
import * as Y from 'yjs'
import { contentOf, seedArticle } from '../../shared/article/article-document.ts'
import { type ArticleContent, photosOf, plainText } from '../../shared/article/content.ts'
import type { Environment } from '../environment.ts'
import { documentNames, isEmpty, openDocument, type StoredDocument } from '../store/document.ts'
import { openPool } from '../store/pool.ts'
import { type ArticleEntry, noStamp, readIndex, stampOf, writeIndex } from './article-index.ts'

export type { ArticleEntry } from './article-index.ts'

/** A change that the text must not take: it breaks the schema, is no Yjs update, or builds on what is not here. */
export class RefusedChange extends Error {}

/** The articles of a newsroom: documents on disk, and an index of what lists need. */
export interface ArticleStore {
  ids(): readonly string[]
  has(id: string): boolean
  entry(id: string): ArticleEntry | null
  content(id: string): Promise<ArticleContent>
  create(content: ArticleContent): Promise<string>
  /** The whole document as one Yjs update. */
  state(id: string): Promise<Uint8Array>
  /**
   * Applies a Yjs update; resolves when it would survive a power cut. Rejects with `RefusedChange` an update that
   * breaks the text, which is then as before; with the disk's error one that could not be written, which then stays in
   * memory and goes with the next.
   */
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

/** An open document, and a copy of it on which changes are tried before they reach it. */
interface OpenArticle {
  readonly stored: StoredDocument
  trial: Y.Doc | null
}

/** Documents kept open at once; the one used longest ago is folded and closed. */
const openLimit = 32

/** Where a newsroom's index of articles lies, seen from the folder of the articles. */
export const articleIndexPath = (folder: string): string => join(folder, '..', 'article-index.json')

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Tries an update on a copy; returns what the text would be. */
const tryOn = (trial: Y.Doc, update: Uint8Array): ArticleContent => {
  try {
    Y.applyUpdate(trial, update)
    const { pendingStructs, pendingDs } = trial.store
    if (pendingStructs || pendingDs) throw new Error('правка опирается на другую, которая не пришла')
    return contentOf(trial)
  } catch (error) {
    throw new RefusedChange(reason(error))
  }
}

export const openArticleStore = async ({ environment, folder, readOnly, hash }: ArticleStoreOptions): Promise<ArticleStore> => {
  const { files, log } = environment
  const base = (id: string) => join(folder, id)
  const notices: string[] = []
  const entries = new Map<string, ArticleEntry>()

  const derive = (doc: Y.Doc): unknown => {
    const content = contentOf(doc)
    return { content, text: plainText(content) }
  }

  const describe = (id: string, content: ArticleContent, stamp: string): void => {
    entries.set(id, {
      stamp,
      headline: content.headline,
      rubric: content.rubric,
      byline: content.byline,
      characters: plainText(content).length,
      photos: photosOf(content).length,
      contentHash: hash(content),
    })
  }

  /** Says that an entry is what the files hold now. */
  const stamp = async (id: string): Promise<void> => {
    const entry = entries.get(id)
    if (entry) entries.set(id, { ...entry, stamp: await stampOf(files, base(id)) })
  }

  const pool = openPool<OpenArticle>({
    limit: openLimit,
    open: async (id) => {
      const stored = await openDocument({ files, base: base(id), readOnly, derive })
      notices.push(...stored.notices)
      return { stored, trial: null }
    },
    close: async (id, { stored }) => {
      // A snapshot that can't be written loses nothing: the journal has it all.
      if (!readOnly && has(id)) await stored.compact().catch((error: unknown) => log(`${base(id)}: ${reason(error)}`))
      await stored.close()
      if (!readOnly) await stamp(id)
    },
  })

  const has = (id: string): boolean => entries.has(id)
  const useKnown = <R>(id: string, work: (article: OpenArticle) => Promise<R>): Promise<R> =>
    has(id) ? pool.use(id, work) : Promise.reject(new Error(`нет материала ${id}`))

  /** Waits until everything is on disk; the entry tells what is in memory either way. */
  const save = async (id: string, stored: StoredDocument, content: ArticleContent): Promise<void> => {
    describe(id, content, noStamp)
    await stored.saved()
    await stamp(id)
  }

  const known = documentNames((await files.list(folder)).map(({ name }) => name))
  const index = await readIndex(files, articleIndexPath(folder))
  let stale = Object.keys(index).some((id) => !known.has(id))
  for (const id of known) {
    const entry = index[id]
    if (entry && entry.stamp === (await stampOf(files, base(id)))) {
      entries.set(id, entry)
      continue
    }
    stale = true
    try {
      await pool.use(id, async ({ stored }) => {
        // Left by a crash before the first save: nobody was ever told that there is such an article.
        if (!isEmpty(stored.doc)) describe(id, contentOf(stored.doc), await stampOf(files, base(id)))
      })
    } catch (error) {
      notices.push(`Материал ${base(id)} не читается: ${reason(error)}. Файл не тронут.`)
    }
  }
  if (stale && !readOnly) await writeIndex(files, articleIndexPath(folder), entries).catch((error: unknown) => log(reason(error)))

  return {
    ids: () => [...entries.keys()],
    has,
    entry: (id) => entries.get(id) ?? null,
    content: (id) => useKnown(id, async ({ stored }) => contentOf(stored.doc)),
    create: async (content) => {
      const id = environment.newId()
      await pool.use(id, async ({ stored }) => {
        seedArticle(stored.doc, content)
        try {
          await save(id, stored, content)
        } catch (error) {
          // Whoever asked is told that there is no article; one that came to life later would be a double.
          entries.delete(id)
          await stored.abandon()
          throw error
        }
      })
      return id
    },
    state: (id) => useKnown(id, async ({ stored }) => Y.encodeStateAsUpdate(stored.doc)),
    change: (id, update) =>
      useKnown(id, async (article) => {
        const { stored } = article
        // Tried on a copy first: what the schema refuses must never reach the document others have open.
        const trial = article.trial ?? copyOf(stored.doc)
        article.trial = null
        const content = tryOn(trial, update)
        Y.applyUpdate(stored.doc, update)
        article.trial = trial
        await save(id, stored, content)
      }),
    notices: () => notices,
    close: async () => {
      await pool.close()
      // The index is derived: without it the next opening takes longer, nothing more.
      if (!readOnly) await writeIndex(files, articleIndexPath(folder), entries).catch((error: unknown) => log(reason(error)))
    },
  }
}
