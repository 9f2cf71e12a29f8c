import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { bodyName, requireTextVersion, suggestedBody } from '../article-document.ts'
import { type ArticleContent, type ArticleField, articleFields, emptyContent } from '../content.ts'
import { asItStands } from '../suggestion/as-it-stands.ts'
import { findChange } from '../text-diff.ts'
import { textSchema } from '../text-schema.ts'
import { neededTextVersion } from '../text-version.ts'
import type { FrozenText, KeyedText } from './version.ts'

/** A shared type as far as its place goes; a root has no item. */
interface Placed {
  readonly _item: Y.Item | null
}

const keyOf = ({ _item: item }: Placed): string | null => (item ? `${item.id.client}-${item.id.clock}` : null)

/** The names of the blocks of a document in reading order: the same in every copy of it, whatever is written in them. */
export const blockKeys = (doc: Y.Doc): readonly string[] =>
  doc
    .getXmlFragment(bodyName)
    .toArray()
    .map((block) => keyOf(block) ?? '')

/** The text of a document as it is now. Throws when it holds what this program does not know. */
export const freeze = (doc: Y.Doc): KeyedText => ({
  fields: {
    rubric: doc.getText('rubric').toString(),
    kicker: doc.getText('kicker').toString(),
    headline: doc.getText('headline').toString(),
    deck: doc.getText('deck').toString(),
    byline: doc.getText('byline').toString(),
  },
  body: [...suggestedBody(doc)],
  keys: blockKeys(doc),
})

/** A frozen text as content, as it stands while its suggestions are undecided. */
export const standingContent = ({ fields, body }: FrozenText): ArticleContent => {
  const standing = [...asItStands(body)]
  return { schemaVersion: 1, ...fields, body: standing.length > 0 ? standing : emptyContent.body }
}

const keyOfBlockAbove = (type: Placed, body: Y.XmlFragment): string | null => {
  let item = type._item
  while (item && item.parent !== body) item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  return item && `${item.id.client}-${item.id.clock}`
}

/**
 * Names what one transaction is to change: blocks by their names, those that come and go included, and lines of the head
 * by their fields. Call the returned function once the transaction has ended; it stops listening.
 */
export const watchTouched = (doc: Y.Doc): (() => readonly string[]) => {
  const body = doc.getXmlFragment(bodyName)
  const before = new Set(blockKeys(doc))
  const touched = new Set<string>()
  const fields = new Map<unknown, ArticleField>(articleFields.map((field) => [doc.getText(field), field]))
  const listen = (transaction: Y.Transaction): void => {
    for (const type of transaction.changed.keys()) {
      const field = fields.get(type)
      if (field) touched.add(field)
      const key = keyOfBlockAbove(type, body)
      if (key !== null) touched.add(key)
    }
  }
  doc.on('afterTransaction', listen)
  return () => {
    doc.off('afterTransaction', listen)
    const after = blockKeys(doc)
    for (const key of after) if (!before.has(key)) touched.add(key)
    const left = new Set(after)
    for (const key of before) if (!left.has(key)) touched.add(key)
    return [...touched]
  }
}

/** Makes the document say what a frozen text says, touching only what differs. */
export const thaw = (doc: Y.Doc, { fields, body }: FrozenText): void => {
  doc.transact(() => {
    for (const field of articleFields) {
      const text = doc.getText(field)
      const change = findChange(text.toString(), fields[field], null)
      if (!change) continue
      text.delete(change.index, change.removed)
      text.insert(change.index, change.inserted)
    }
    const fragment = doc.getXmlFragment(bodyName)
    const node = textSchema.nodeFromJSON({ type: 'doc', content: body.length > 0 ? body : emptyContent.body })
    const { meta } = initProseMirrorDoc(fragment, textSchema)
    updateYFragment(doc, fragment, node, meta)
    requireTextVersion(doc, neededTextVersion(node))
  })
}
