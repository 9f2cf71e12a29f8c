import { join } from 'node:path'
import * as Y from 'yjs'
import { z } from 'zod'
import { contentOf, openSuggestions } from '../../shared/article/article-document.ts'
import { plainText } from '../../shared/article/content.ts'
import { applyGuarded } from '../../shared/article/lost/apply-guarded.ts'
import { keepLost } from '../../shared/article/lost/lost-text.ts'
import { freeze, standingContent, watchTouched } from '../../shared/article/version/freeze.ts'
import type { Version } from '../../shared/article/version/version.ts'
import { frozenHash, writeVersion } from '../article/version/version-files.ts'
import { issueOf, serialOf } from '../issue/issue-store.ts'
import { documentFiles, documentNames, openDocument } from '../store/document.ts'
import { type Files, unless } from '../store/files.ts'
import { readStoredState } from '../store/stored-state.ts'
import { complaintOf, type Merge, tellCame } from './place.ts'

/** Does one document hold what the other has not? Deletions count. */
const isBehind = (doc: Y.Doc, other: Y.Doc): boolean => !Y.snapshotContainsUpdate(Y.snapshot(doc), Y.encodeStateAsUpdate(other))

const freezeAs = (
  merge: Merge,
  article: string,
  doc: Y.Doc,
  reason: 'beforeMerge' | 'merged',
  touched: readonly string[],
): Promise<void> => {
  const { now, newId } = merge.environment
  const text = freeze(doc)
  const version: Version = {
    ...{ schemaVersion: 1, id: newId(), article, at: now(), reason, name: '', action: null, person: null, persons: [] },
    touched: Object.fromEntries(touched.map((key) => [key, []])),
    ...{ characters: plainText(standingContent(text)).length, suggestions: openSuggestions(doc).length },
    ...{ fields: text.fields, body: text.body, keys: [...text.keys], hash: frozenHash(text) },
  }
  return writeVersion(merge.files, merge.ours, version)
}

interface DocumentKind {
  readonly kind: 'article' | 'issue'
  readonly folder: string
  /** The readable half of a document; throws on what this program does not know. */
  readonly derive: (doc: Y.Doc, id: string) => unknown
  readonly nameOf: (doc: Y.Doc, id: string) => string
}

const articleKind: DocumentKind = {
  kind: 'article',
  folder: 'articles',
  derive: (doc) => {
    const content = contentOf(doc)
    return { content, text: plainText(content) }
  },
  nameOf: (doc, id) => doc.getText('headline').toString() || id,
}

const issueKind: DocumentKind = {
  kind: 'issue',
  folder: 'issues',
  derive: (doc, id) => issueOf(serialOf(id), doc),
  nameOf: (_doc, id) => serialOf(id),
}

/** A trial of the merge on a copy: what would come of it must be readable. */
const complaintAgainst = (ours: Y.Doc, theirs: Y.Doc, read: (doc: Y.Doc) => unknown): string | null => {
  const trial = new Y.Doc()
  try {
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(ours))
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(theirs))
    read(trial)
    return null
  } catch (error) {
    return complaintOf(error)
  } finally {
    trial.destroy()
  }
}

const bytesOf = (files: Files, path: string): Promise<Uint8Array | null> => unless('ENOENT', files.read(path), null)

const namedSchema = z.object({ derived: z.object({ content: z.object({ headline: z.string() }) }) })

/** Are the files of a document the same in both copies? Then its name is told without opening it; null where they are not. */
const nameOfSame = async ({ files, reading, ours, theirs }: Merge, place: string, id: string): Promise<string | null> => {
  let name = id
  for (const path of documentFiles(place)) {
    const [here, there] = [await bytesOf(files, join(ours, path)), await bytesOf(reading, join(theirs, path))]
    if (!here || !there ? here !== there : Buffer.compare(here, there) !== 0) return null
    if (path.endsWith('.json') && here)
      name = namedSchema.safeParse(JSON.parse(Buffer.from(here).toString())).data?.derived.content.headline || id
  }
  return name
}

/** Joins one document; returns what it is called. */
const mergeDocument = async (merge: Merge, { kind, folder, derive, nameOf }: DocumentKind, id: string): Promise<string> => {
  const same = await nameOfSame(merge, join(folder, id), id)
  if (same !== null) return same
  const { files, reading, environment, report } = merge
  const theirs = (await readStoredState(reading, join(merge.theirs, folder, id))).doc
  const stored = await openDocument({
    files,
    base: join(merge.ours, folder, id),
    readOnly: false,
    derive: (doc) => derive(doc, id),
  })
  try {
    const { doc } = stored
    if (!isBehind(doc, theirs)) return nameOf(doc, id)
    const complaint = complaintAgainst(doc, theirs, (trial) => derive(trial, id))
    if (complaint !== null) throw new Error(complaint)
    const isNew = doc.store.clients.size === 0
    const isBoth = !isNew && isBehind(theirs, doc)
    const before = isNew ? '' : JSON.stringify(derive(doc, id))
    if (kind === 'article' && isBoth) await freezeAs(merge, id, doc, 'beforeMerge', [])
    const touched = watchTouched(doc)
    const lost = applyGuarded(doc, Y.encodeStateAsUpdate(theirs))
    keepLost(doc, lost, null, environment.now())
    const keys = touched()
    if (kind === 'article') merge.changed.add(id)
    await stored.saved()
    await stored.compact()
    const name = nameOf(doc, id)
    if (lost.length > 0) report.lost.push({ article: id, headline: name, words: lost.length })
    if (isBoth && JSON.stringify(derive(doc, id)) !== before) {
      if (kind === 'article') await freezeAs(merge, id, doc, 'merged', keys)
      report.collided.push({ kind, name, wins: 'both', kept: null })
    } else tellCame(merge, kind, name, isNew)
    return name
  } finally {
    await stored.close()
    theirs.destroy()
  }
}

const mergeKind = async (merge: Merge, kind: DocumentKind): Promise<ReadonlyMap<string, string>> => {
  const called = new Map<string, string>()
  const names = documentNames((await merge.reading.list(join(merge.theirs, kind.folder))).map(({ name }) => name))
  for (const id of [...names].sort()) {
    try {
      called.set(id, await mergeDocument(merge, kind, id))
    } catch (error) {
      merge.report.waits.push(`Не объединено: ${kind.folder}/${id}. ${complaintOf(error)}. Обе копии остались, как были.`)
    }
  }
  return called
}

/** Joins the texts and the plans of issues (rules J22 and J23); returns the headlines of the articles. */
export const mergeDocuments = async (merge: Merge): Promise<ReadonlyMap<string, string>> => {
  await mergeKind(merge, issueKind)
  return mergeKind(merge, articleKind)
}
