import * as Y from 'yjs'
import { bodyName } from './article-document.ts'
import type { ArticleField } from './content.ts'

/** Words of a document as far as they can be told without knowing what all of it means. */
export interface ForeignWords {
  readonly fields: Readonly<Record<ArticleField, string>>
  readonly blocks: readonly ForeignBlock[]
}

/** `kind` is the document's own word for it, which this program may not know. */
interface ForeignBlock {
  readonly kind: string
  readonly runs: readonly { readonly text: string; readonly struck: boolean }[]
}

type Node = ReturnType<Y.XmlFragment['toArray']>[number]

const runsOf = (node: Node): ForeignBlock['runs'] => {
  if (!(node instanceof Y.XmlText)) return []
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = node.toDelta()
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === 'string'
      ? [{ text: insert, struck: Object.keys(attributes ?? {}).some((mark) => /^deletion(--|$)/.test(mark)) }]
      : [],
  )
}

/** An element with words of its own is a block, and so is each inside it that has some: a cell, a paragraph of a frame. */
const blocksOf = (node: Node): readonly ForeignBlock[] => {
  if (!(node instanceof Y.XmlElement)) return []
  const kind: unknown = node.getAttribute('kind')
  const own = { kind: typeof kind === 'string' ? kind : node.nodeName, runs: node.toArray().flatMap(runsOf) }
  return [own, ...node.toArray().flatMap(blocksOf)].filter(({ runs }) => runs.length > 0)
}

/** Reads the words of a document that a newer program wrote (rule G24): nothing of it is judged and nothing is changed. */
export const readForeignWords = (doc: Y.Doc): ForeignWords => {
  const field = (name: ArticleField) => doc.getText(name).toString()
  return {
    fields: {
      rubric: field('rubric'),
      kicker: field('kicker'),
      headline: field('headline'),
      deck: field('deck'),
      byline: field('byline'),
    },
    blocks: doc.getXmlFragment(bodyName).toArray().flatMap(blocksOf),
  }
}
