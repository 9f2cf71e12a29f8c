import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { type ArticleContent, articleContentSchema, articleFields, contentComplaint, emptyContent } from './content.ts'
import { textSchema, textSchemaVersion } from './text-schema.ts'

/** Names of the parts of an article's Yjs document beside its fields. */
export const bodyName = 'body'
const metaName = 'meta'

/** Fills an empty document. Done once, by the program that creates the article: seeding twice would double the text. */
export const seedArticle = (doc: Y.Doc, content: ArticleContent): void => {
  doc.transact(() => {
    doc.getMap(metaName).set('textSchemaVersion', textSchemaVersion)
    for (const field of articleFields) doc.getText(field).insert(0, content[field])
    prosemirrorJSONToYXmlFragment(textSchema, { type: 'doc', content: content.body }, doc.getXmlFragment(bodyName))
  })
}

/** The version of the text schema the document needs, where that is newer than this program's; null otherwise. */
export const newerTextSchema = (doc: Y.Doc): number | null => {
  const version = doc.getMap(metaName).get('textSchemaVersion')
  return typeof version === 'number' && version > textSchemaVersion ? version : null
}

/** The document's parts as plain content, as they are written; the parse tells where they are none. */
export const parseArticle = (doc: Y.Doc): ReturnType<typeof articleContentSchema.safeParse> => {
  const { content } = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(bodyName))
  const fields = Object.fromEntries(articleFields.map((field) => [field, doc.getText(field).toString()]))
  const body: unknown = Array.isArray(content) && content.length > 0 ? content : emptyContent.body
  return articleContentSchema.safeParse({ schemaVersion: 1, ...fields, body })
}

/** The document as plain content. Throws when it holds what this program does not know. */
export const contentOf = (doc: Y.Doc): ArticleContent => {
  if (newerTextSchema(doc) !== null) throw new Error('материал записан более новой версией программы')
  const read = parseArticle(doc)
  if (!read.success) throw read.error
  const complaint = contentComplaint(read.data)
  if (complaint) throw new Error(complaint)
  // Through the schema once: marks in its order and equal runs joined, so that equal texts have equal hashes.
  const normal = textSchema.nodeFromJSON({ type: 'doc', content: read.data.body }).toJSON()
  return articleContentSchema.parse({ ...read.data, body: normal.content })
}
