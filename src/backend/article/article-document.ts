import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import {
  type ArticleContent,
  articleContentSchema,
  articleFields,
  contentComplaint,
  emptyContent,
} from '../../shared/article/content.ts'
import { textSchema, textSchemaVersion } from '../../shared/article/text-schema.ts'

/** Names of the parts of an article's Yjs document; the editor binds to the same ones. */
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

/** The document as plain content. Throws when it holds what this program does not know. */
export const contentOf = (doc: Y.Doc): ArticleContent => {
  const version = doc.getMap(metaName).get('textSchemaVersion')
  if (typeof version === 'number' && version > textSchemaVersion)
    throw new Error('материал записан более новой версией программы')
  const { content } = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(bodyName))
  const fields = Object.fromEntries(articleFields.map((field) => [field, doc.getText(field).toString()]))
  const body: unknown = Array.isArray(content) && content.length > 0 ? content : emptyContent.body
  const read = articleContentSchema.parse({ schemaVersion: 1, ...fields, body })
  const complaint = contentComplaint(read)
  if (complaint) throw new Error(complaint)
  // Through the schema once: marks in its order and equal runs joined, so that equal texts have equal hashes.
  const normal = textSchema.nodeFromJSON({ type: 'doc', content: read.body }).toJSON()
  return articleContentSchema.parse({ ...read, body: normal.content })
}
