import type { Mark } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import type { BlockWords } from './block-words.ts'

/** In the words of a block: this part becomes that text. */
export interface WordEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** Edits of one block; they do not overlap. */
export interface BlockEdits {
  readonly block: BlockWords
  readonly edits: readonly WordEdit[]
}

/** What comes between two letters has the look that both have; what replaces letters looks like the first of them. */
const marksOf = (block: BlockWords, { from, to }: WordEdit): readonly Mark[] => {
  if (to > from) return block.marksAt(from)
  if (from === 0 || from >= block.text.length) return []
  const after = block.marksAt(from)
  return block.marksAt(from - 1).filter((mark) => after.some((other) => other.eq(mark)))
}

const carryOut = (tr: Transform, block: BlockWords, edit: WordEdit): void => {
  const { from, to, insert } = edit
  const { schema } = tr.doc.type
  const [first, ...rest] = to > from ? block.ranges(from, to) : [{ from: block.position(from), to: block.position(from) }]
  if (!first) return
  for (const range of rest.reverse()) tr.delete(range.from, range.to)
  if (insert === '') tr.delete(first.from, first.to)
  else tr.replaceWith(first.from, first.to, schema.text(insert, [...marksOf(block, edit)]))
}

/**
 * Carries out edits of the words of a body from its end to its beginning, each as a step of its own. What stands struck
 * between the words stays, and so does every look. A suggested end of a paragraph is never touched.
 */
export const editWords = (tr: Transform, blocks: readonly BlockEdits[]): void => {
  for (const { block, edits } of [...blocks].sort((one, other) => other.block.start - one.block.start))
    for (const edit of [...edits].sort((one, other) => other.from - one.from))
      if (!block.text.slice(edit.from, edit.to).includes('\n')) carryOut(tr, block, edit)
}
