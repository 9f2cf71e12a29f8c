import { join } from 'node:path'
import * as Y from 'yjs'
import { z } from 'zod'
import { contentOf } from '../../../shared/article/article-document.ts'
import { type ArticleContent, canonicalJson, mediaOf, plainText } from '../../../shared/article/content.ts'
import { documentNames, isEmpty, snapshotPath } from '../../store/document.ts'
import { unless } from '../../store/files.ts'
import { readStoredState } from '../../store/stored-state.ts'
import { contentHash } from '../../workflow/content-hash.ts'
import type { Verifying } from './verifying.ts'

/** What a verification needs to know of an article's text. */
export interface VerifiedArticle {
  readonly contentHash: string
}

/** The articles of a folder. */
export interface VerifiedArticles {
  /** Those that could be read, by id. */
  readonly sound: ReadonlyMap<string, VerifiedArticle>
  /** Those that have files, readable or not. */
  readonly all: ReadonlySet<string>
}

const snapshotSchema = z.object({ state: z.string(), derived: z.strictObject({ content: z.unknown(), text: z.string() }) })

/** Says in what the readable half of a snapshot differs from the document it was made of; null when in nothing. */
const derivedFault = (bytes: Uint8Array): string | null => {
  const parsed = snapshotSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
  if (!parsed.success) return 'в файле нет текста, который читают люди'
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(parsed.data.state, 'base64'))
  const content = contentOf(doc)
  const { derived } = parsed.data
  if (canonicalJson(derived.content) !== canonicalJson(content)) return 'читаемая копия текста расходится с документом'
  return derived.text === plainText(content) ? null : 'читаемая копия текста расходится с документом'
}

const complaintOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Every article can be read as it was saved, and its readable copy says the same. */
export const verifyArticles = async (
  { environment, folder, tell }: Verifying,
  media: ReadonlySet<string>,
): Promise<VerifiedArticles> => {
  const { files } = environment
  const place = join(folder, 'articles')
  const read = new Map<string, VerifiedArticle>()
  const missing = new Set<string>()
  const look = async (id: string): Promise<string | null> => {
    const base = join(place, id)
    const { doc, damaged, tail } = await readStoredState(files, base)
    if (damaged) return 'файл повреждён'
    if (tail.length > 0) return 'в журнале правок повреждён конец'
    if (isEmpty(doc)) return null
    const content: ArticleContent = contentOf(doc)
    read.set(id, { contentHash: contentHash(content) })
    for (const id of mediaOf(content)) if (!media.has(id)) missing.add(id)
    const snapshot = await unless('ENOENT', files.read(snapshotPath(base)), null)
    return snapshot && derivedFault(snapshot)
  }
  const all = documentNames((await files.list(place)).map(({ name }) => name))
  for (const id of [...all].sort()) {
    const reason = await look(id).catch((error: unknown) => `не читается: ${complaintOf(error)}`)
    if (reason !== null) tell({ kind: 'article', id, reason })
  }
  for (const id of missing) tell({ kind: 'media', id, reason: 'снимка или документа, который стоит в тексте, нет' })
  return { sound: read, all }
}
