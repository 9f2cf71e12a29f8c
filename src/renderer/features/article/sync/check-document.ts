import * as Y from 'yjs'
import { bodyName, newerTextSchema, normalContent, parseArticle } from '../../../../shared/article/article-document.ts'
import { type ArticleContent, contentComplaint } from '../../../../shared/article/content.ts'
import { textSchema } from '../../../../shared/article/text-schema.ts'

const knownMarks = new Set(Object.keys(textSchema.marks))

/** Marks that may stand twice on one text carry a hash in the document: «printOnly--404aeT+t». */
const markName = (key: string): string => key.replace(/--[^-]*$/, '')

const findUnknown = (parent: Y.XmlFragment): string | null => {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      const runs: { attributes?: Record<string, unknown> }[] = child.toDelta()
      for (const { attributes } of runs) {
        const unknown = Object.keys(attributes ?? {}).find((key) => !knownMarks.has(markName(key)))
        if (unknown !== undefined) return unknown
      }
      continue
    }
    if (!(child instanceof Y.XmlElement)) return 'hook'
    const type = Object.hasOwn(textSchema.nodes, child.nodeName) ? textSchema.nodes[child.nodeName] : undefined
    if (!type) return child.nodeName
    const known = type.spec.attrs ?? {}
    const unknown = Object.keys(child.getAttributes()).find((key) => !Object.hasOwn(known, key))
    if (unknown !== undefined) return `${child.nodeName}.${unknown}`
    const inside = findUnknown(child)
    if (inside !== null) return inside
  }
  return null
}

/** The document as plain content, the same as the backend has of it; null where it is not readable as such. */
export const readContent = (doc: Y.Doc): ArticleContent | null => {
  const { data } = parseArticle(doc)
  return data === undefined ? null : normalContent(data)
}

/**
 * Does this program know everything in the document? An editor deletes for everybody what its schema does not know, so
 * it must be asked before an editor is shown. Returns what is unknown, or null.
 */
export const findForeignContent = (doc: Y.Doc): string | null => {
  const newer = newerTextSchema(doc)
  if (newer !== null) return `textSchemaVersion ${newer}`
  const unknown = findUnknown(doc.getXmlFragment(bodyName))
  if (unknown !== null) return unknown
  const content = parseArticle(doc)
  if (!content.success) return content.error.issues.map(({ path }) => path.join('.')).join(', ')
  return contentComplaint(content.data)
}

/** The same question about the document as an update would leave it; the document itself is not touched. */
export const findForeignUpdate = (doc: Y.Doc, update: Uint8Array): string | null => {
  const trial = new Y.Doc()
  try {
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(trial, update)
    return findForeignContent(trial)
  } finally {
    trial.destroy()
  }
}
