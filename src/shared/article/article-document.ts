import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { z } from 'zod'
import { type ArticleContent, articleContentSchema, articleFields, contentComplaint, emptyContent } from './content.ts'
import { asItStands, type SuggestedBlock, suggestedBlockSchema } from './suggestion/as-it-stands.ts'
import { listSuggestions, type Suggestion } from './suggestion/list-suggestions.ts'
import { plainTextVersion, textSchema, textSchemaVersion } from './text-schema.ts'
import { neededTextVersion } from './text-version.ts'

/** Names of the parts of an article's Yjs document beside its fields. */
export const bodyName = 'body'
const metaName = 'meta'

/**
 * Fills an empty document. Done once, by the program that creates the article: seeding twice would double the text. A body
 * that comes with suggestions is given beside the content, which is the text as it stands.
 */
export const seedArticle = (doc: Y.Doc, content: ArticleContent, suggested: readonly SuggestedBlock[] | null = null): void => {
  doc.transact(() => {
    const body = { type: 'doc', content: suggested ?? content.body }
    doc.getMap(metaName).set('textSchemaVersion', plainTextVersion)
    requireTextVersion(doc, neededTextVersion(textSchema.nodeFromJSON(body)))
    for (const field of articleFields) doc.getText(field).insert(0, content[field])
    prosemirrorJSONToYXmlFragment(textSchema, body, doc.getXmlFragment(bodyName))
  })
}

/** The version of the text schema the document needs, where that is newer than this program's; null otherwise. */
export const newerTextSchema = (doc: Y.Doc): number | null => {
  const version = doc.getMap(metaName).get('textSchemaVersion')
  return typeof version === 'number' && version > textSchemaVersion ? version : null
}

/**
 * Says that the document holds what came with a version of the text schema from now on: a program that does not know it
 * opens it read-only. It never needs less again: somebody else may still be writing what is newer.
 */
export const requireTextVersion = (doc: Y.Doc, needed: number): void => {
  const meta = doc.getMap(metaName)
  const version = meta.get('textSchemaVersion')
  if (typeof version !== 'number' || version < needed) meta.set('textSchemaVersion', needed)
}

const suggestedBodySchema = z.array(suggestedBlockSchema)

const rawBody = (doc: Y.Doc): unknown => {
  const { content } = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(bodyName))
  return Array.isArray(content) && content.length > 0 ? content : emptyContent.body
}

/** The blocks of a document with everything that is suggested in them. Throws when they hold what this program does not know. */
export const suggestedBody = (doc: Y.Doc): readonly SuggestedBlock[] => suggestedBodySchema.parse(rawBody(doc))

/** What is suggested in a body, in reading order. */
export const suggestionsIn = (body: readonly SuggestedBlock[]): readonly Suggestion[] =>
  listSuggestions(textSchema.nodeFromJSON({ type: 'doc', content: body }))

/** What is suggested in the document and not decided, in reading order; throws like `suggestedBody`. */
export const openSuggestions = (doc: Y.Doc): readonly Suggestion[] => suggestionsIn(suggestedBody(doc))

/** The document's parts as plain content, as they are written; the parse tells where they are none. */
export const parseArticle = (doc: Y.Doc): ReturnType<typeof articleContentSchema.safeParse> => {
  const body = suggestedBodySchema.safeParse(rawBody(doc))
  const fields = Object.fromEntries(articleFields.map((field) => [field, doc.getText(field).toString()]))
  const standing = body.success ? asItStands(body.data) : rawBody(doc)
  return articleContentSchema.safeParse({
    schemaVersion: 1,
    ...fields,
    body: Array.isArray(standing) && standing.length === 0 ? emptyContent.body : standing,
  })
}

/** Marks in the order of the schema and equal runs joined, so that equal texts are equal content. */
export const normalContent = (content: ArticleContent): ArticleContent => {
  const { content: body } = textSchema.nodeFromJSON({ type: 'doc', content: content.body }).toJSON()
  return articleContentSchema.parse({ ...content, body })
}

/**
 * The document as plain content: the text as it stands while open suggestions are undecided (rule G1). Throws when it
 * holds what this program does not know.
 */
export const contentOf = (doc: Y.Doc): ArticleContent => {
  if (newerTextSchema(doc) !== null) throw new Error('материал записан более новой версией программы')
  const read = parseArticle(doc)
  if (!read.success) throw read.error
  const complaint = contentComplaint(read.data)
  if (complaint) throw new Error(complaint)
  return normalContent(read.data)
}
