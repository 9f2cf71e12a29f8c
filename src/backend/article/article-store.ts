import { join } from 'node:path'
import * as Y from 'yjs'
import { contentOf, newerTextSchema, openSuggestions, seedArticle } from '../../shared/article/article-document.ts'
import { type ArticleContent, mediaOf, photosOf, plainText } from '../../shared/article/content.ts'
import { readForeignWords } from '../../shared/article/foreign-words.ts'
import { applyGuarded } from '../../shared/article/lost/apply-guarded.ts'
import { keepLost, lostName } from '../../shared/article/lost/lost-text.ts'
import type { SuggestedBlock } from '../../shared/article/suggestion/as-it-stands.ts'
import { watchTouched } from '../../shared/article/version/freeze.ts'
import { type Assignment, emptyAssignment } from '../../shared/assignment/assignment.ts'
import { assignmentName, assignmentOf, writeAssignment } from '../../shared/assignment/assignment-document.ts'
import type { CommentThread } from '../../shared/comment/comment.ts'
import { commentsName, threadsOf } from '../../shared/comment/comment-document.ts'
import type { Environment } from '../environment.ts'
import { documentFiles, documentNames, isEmpty, openDocument, type StoredDocument } from '../store/document.ts'
import type { CataloguedFiles } from '../store/keep-catalog.ts'
import { openPool } from '../store/pool.ts'
import { isStampOf, noStamp, stampOf } from '../store/stamp.ts'
import {
  type ArticleCatalog,
  type ArticleCells,
  type ArticleEntry,
  assignmentEntry,
  noCells,
  setHalf,
} from './article-catalog.ts'

/** A change that the text must not take: it breaks the schema, is no Yjs update, or builds on what is not here. */
export class RefusedChange extends Error {}

/** What a change did. */
export interface Changed {
  /** What it touched, as `watchTouched` names it. */
  readonly touched: readonly string[]
  /** The record of words that were lost by it, as a Yjs update for all windows; null where none were. */
  readonly rescued: Uint8Array | null
}

/** The articles of a newsroom: documents on disk, and what lists need of them in the catalog. */
export interface ArticleStore extends CataloguedFiles {
  ids(): readonly string[]
  count(): number
  has(id: string): boolean
  entry(id: string): ArticleEntry | null
  /** One cell of an article without the rest; of an unknown one that of an article with nothing in it. */
  cell<K extends keyof ArticleCells>(id: string, name: K): ArticleCells[K]
  /** Looks through all articles; what `cell` reads is good until `visit` returns. */
  readonly scan: ArticleCatalog['scan']
  content(id: string): Promise<ArticleContent>
  /** How many suggestions nobody has decided about. */
  openSuggestions(id: string): Promise<number>
  /** What is asked of the story. */
  assignment(id: string): Promise<Assignment>
  /** What people say of the text, the oldest first. */
  comments(id: string): Promise<readonly CommentThread[]>
  create(content: ArticleContent, brought?: Brought): Promise<string>
  /** Headlines of the articles that a newer program wrote, by id: they stand in no list, but their words can be read. */
  foreign(): ReadonlyMap<string, string>
  /** The whole document as one Yjs update, of a foreign article too. */
  state(id: string): Promise<Uint8Array>
  /**
   * Applies a Yjs update of `author`; resolves when it would survive a power cut. Words that were lost by it are kept.
   * Rejects with `RefusedChange` an update that
   * breaks the text, which is then as before; with the disk's error one that could not be written, which then stays in
   * memory and goes with the next.
   */
  change(id: string, update: Uint8Array, author?: string | null): Promise<Changed>
  /**
   * Changes the document from inside of the program; resolves when that would survive a power cut, with the change as a
   * Yjs update for the windows that have it open. `tell` hears what it touched as `watchTouched` names it.
   */
  edit(id: string, change: (doc: Y.Doc) => void, tell?: (touched: readonly string[]) => void): Promise<Uint8Array>
  /** Looks at the document, which `look` must leave as it is. */
  view<T>(id: string, look: (doc: Y.Doc) => T): Promise<T>
  /** Hears the id of each article of which what lists need has changed: of its text or of its record. */
  subscribe(listener: (id: string) => void): void
  /** What was dropped or set aside when documents were opened. */
  notices(): readonly string[]
  close(): Promise<void>
}

/** What a new article has beside its text as it stands. */
export interface Brought {
  readonly assignment?: Assignment
  /** The body with what is suggested in it; null where nothing is. */
  readonly suggested?: readonly SuggestedBlock[] | null
  /** Writes more into the document before it is saved for the first time. */
  readonly furnish?: (doc: Y.Doc) => void
}

export interface ArticleStoreOptions {
  readonly environment: Environment
  readonly folder: string
  readonly readOnly: boolean
  readonly hash: (content: ArticleContent) => string
  readonly catalog: ArticleCatalog
}

/** An open document, and a copy of it on which changes are tried before they reach it. */
interface OpenArticle {
  readonly stored: StoredDocument
  trial: Y.Doc | null
}

/** Documents kept open at once; the one used longest ago is folded and closed. */
const openLimit = 32

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** What people say of a text, ask of it and lost of it is written by operations that sign it, never by a window (rule H8). */
const signedMaps = [commentsName, assignmentName, lostName]

/** Tries an update on a copy; returns what the text would be. */
const tryOn = (trial: Y.Doc, update: Uint8Array): ArticleContent => {
  const guarded = new Set<unknown>(signedMaps.map((name) => trial.getMap(name)))
  let forged = false
  const look = (transaction: Y.Transaction): void => {
    for (const type of [...transaction.changed.keys(), ...transaction.changedParentTypes.keys()]) forged ||= guarded.has(type)
  }
  trial.on('afterTransaction', look)
  try {
    Y.applyUpdate(trial, update)
    if (forged) throw new Error('комментарии и задание правкой текста не меняют')
    const { pendingStructs, pendingDs } = trial.store
    if (pendingStructs || pendingDs) throw new Error('правка опирается на другую, которая не пришла')
    return contentOf(trial)
  } catch (error) {
    throw new RefusedChange(reason(error))
  } finally {
    trial.off('afterTransaction', look)
  }
}

export const openArticleStore = ({ environment, folder, readOnly, hash, catalog }: ArticleStoreOptions): ArticleStore => {
  const { files, log } = environment
  const base = (id: string) => join(folder, id)
  const notices: string[] = []
  const foreign = new Map<string, string>()
  const entry = (id: string): ArticleEntry | null => catalog.get(id)?.text ?? null
  const has = (id: string): boolean => catalog.cell(id, 'hasText') === true

  const derive = (doc: Y.Doc): unknown => {
    const content = contentOf(doc)
    return { content, text: plainText(content) }
  }

  const describe = (id: string, doc: Y.Doc, content: ArticleContent, stamp: string): void =>
    setHalf(catalog, id, {
      text: {
        stamp,
        headline: content.headline,
        rubric: content.rubric,
        byline: content.byline,
        characters: plainText(content).length,
        photos: photosOf(content).length,
        media: mediaOf(content),
        contentHash: hash(content),
        assignment: assignmentEntry(assignmentOf(doc)),
      },
    })

  /** Says that an entry is what the files hold now. */
  const stamp = async (id: string): Promise<void> => {
    const now = await stampOf(files, documentFiles(base(id)))
    const text = entry(id)
    if (text && text.stamp !== now) setHalf(catalog, id, { text: { ...text, stamp: now } })
  }

  const close = async (id: string, { stored }: OpenArticle): Promise<void> => {
    // A snapshot that can't be written loses nothing: the journal has it all.
    if (!readOnly && has(id)) await stored.compact().catch((error: unknown) => log(`${base(id)}: ${reason(error)}`))
    await stored.close()
    if (!readOnly) await stamp(id)
  }

  const pool = openPool<OpenArticle>({
    limit: openLimit,
    open: async (id) => {
      const stored = await openDocument({ files, base: base(id), readOnly, derive })
      notices.push(...stored.notices)
      return { stored, trial: null }
    },
    // What an earlier attempt could not write goes now.
    close: (id, article) => (entry(id)?.stamp === noStamp ? catalog.writing(id, () => close(id, article)) : close(id, article)),
  })

  const useKnown = <R>(id: string, work: (article: OpenArticle) => Promise<R>): Promise<R> =>
    has(id) ? pool.use(id, work) : Promise.reject(new Error(`нет материала ${id}`))

  /** Waits until everything is on disk; the entry tells what is in memory either way. */
  const save = async (id: string, stored: StoredDocument, content: ArticleContent): Promise<void> => {
    describe(id, stored.doc, content, noStamp)
    await catalog.writing(id, async () => {
      await stored.saved()
      await stamp(id)
    })
  }

  /** Looks through the articles: what has a record and no text is none. */
  const scan: ArticleCatalog['scan'] = (visit) =>
    catalog.scan((id, cell) => {
      if (cell('hasText')) visit(id, cell)
    })
  const ids = (): readonly string[] => {
    const found: string[] = []
    scan((id) => found.push(id))
    return found
  }
  let count = ids().length
  catalog.subscribe((_id, before, after) => {
    count += Number(Boolean(after?.text)) - Number(Boolean(before?.text))
  })

  const stored = async (): Promise<ReadonlySet<string>> => documentNames((await files.list(folder)).map(({ name }) => name))

  return {
    ids,
    count: () => count,
    has,
    entry,
    cell: (id, name) => catalog.cell(id, name) ?? noCells[name],
    scan,
    content: (id) => useKnown(id, async ({ stored }) => contentOf(stored.doc)),
    openSuggestions: (id) => useKnown(id, async ({ stored }) => openSuggestions(stored.doc).length),
    assignment: (id) => useKnown(id, async ({ stored }) => assignmentOf(stored.doc)),
    comments: (id) => useKnown(id, async ({ stored }) => threadsOf(stored.doc)),
    create: async (content, { assignment = emptyAssignment, suggested = null, furnish } = {}) => {
      const id = environment.newId()
      await pool.use(id, async ({ stored }) => {
        seedArticle(stored.doc, content, suggested)
        writeAssignment(stored.doc, assignment)
        furnish?.(stored.doc)
        try {
          await save(id, stored, content)
        } catch (error) {
          // Whoever asked is told that there is no article; one that came to life later would be a double.
          setHalf(catalog, id, { text: null })
          await stored.abandon()
          throw error
        }
      })
      return id
    },
    foreign: () => foreign,
    state: (id) => (foreign.has(id) ? pool.use : useKnown)(id, async ({ stored }) => Y.encodeStateAsUpdate(stored.doc)),
    change: (id, update, author = null) =>
      useKnown(id, async (article) => {
        const { stored } = article
        // Tried on a copy first: what the schema refuses must never reach the document others have open.
        const trial = article.trial ?? copyOf(stored.doc)
        article.trial = null
        const content = tryOn(trial, update)
        const touched = watchTouched(stored.doc)
        const lost = applyGuarded(stored.doc, update)
        const before = lost.length > 0 ? Y.encodeStateVector(stored.doc) : null
        keepLost(stored.doc, lost, author, environment.now())
        const keys = touched()
        // The copy on which changes are tried does not know of what was put on record.
        article.trial = before ? null : trial
        await save(id, stored, content)
        return { touched: keys, rescued: before && Y.encodeStateAsUpdate(stored.doc, before) }
      }),
    edit: (id, change, tell) =>
      useKnown(id, async (article) => {
        const { stored } = article
        const before = Y.encodeStateVector(stored.doc)
        // The copy on which changes are tried does not know of this one.
        article.trial = null
        const touched = tell && watchTouched(stored.doc)
        stored.doc.transact(() => change(stored.doc))
        if (touched) tell(touched())
        await save(id, stored, contentOf(stored.doc))
        return Y.encodeStateAsUpdate(stored.doc, before)
      }),
    view: (id, look) => useKnown(id, async ({ stored }) => look(stored.doc)),
    subscribe: (listener) => catalog.subscribe(listener),
    refresh: async (id) => {
      try {
        await pool.use(id, async ({ stored }) => {
          // Left by a crash before the first save: nobody was ever told that there is such an article.
          if (isEmpty(stored.doc)) setHalf(catalog, id, { text: null })
          else if (newerTextSchema(stored.doc) !== null) {
            const { headline } = readForeignWords(stored.doc).fields
            foreign.set(id, headline)
            notices.push(`Материал «${headline}» записан более новой версией программы: здесь его можно только читать.`)
            setHalf(catalog, id, { text: null })
          } else describe(id, stored.doc, contentOf(stored.doc), await stampOf(files, documentFiles(base(id))))
        })
      } catch (error) {
        setHalf(catalog, id, { text: null })
        notices.push(`Материал ${base(id)} не читается: ${reason(error)}. Файл не тронут.`)
      }
    },
    isFresh: (id) => isStampOf(files, documentFiles(base(id)), has(id) ? catalog.cell(id, 'textStamp') : null),
    stored,
    notices: () => notices,
    close: () => pool.close(),
  }
}
