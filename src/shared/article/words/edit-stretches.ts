import type { Transform } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import type { ArticleField } from '../content.ts'
import { type BlockEdits, editWords, type WordEdit } from './edit-words.ts'
import type { Stretch } from './stretch.ts'

/** Edits of one stretch; they do not overlap. */
export interface StretchEdits {
  readonly stretch: Stretch
  readonly edits: readonly WordEdit[]
}

/** Edits of any stretches in any order, stretch by stretch. */
export const byStretch = (all: readonly { readonly stretch: Stretch; readonly edit: WordEdit }[]): readonly StretchEdits[] => {
  const grouped = new Map<Stretch, WordEdit[]>()
  for (const { stretch, edit } of all) grouped.set(stretch, [...(grouped.get(stretch) ?? []), edit])
  return [...grouped].map(([stretch, edits]) => ({ stretch, edits }))
}

const fromTheEnd = (edits: readonly WordEdit[]): readonly WordEdit[] => [...edits].sort((one, other) => other.from - one.from)

const edited = (text: string, edits: readonly WordEdit[]): string =>
  fromTheEnd(edits).reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text)

/** Carries out the edits of blocks and of what is said beside photos; those of fields are left to `editFields`. */
export const editBody = (tr: Transform, all: readonly StretchEdits[]): void => {
  const blocks: BlockEdits[] = []
  for (const { stretch, edits } of all) {
    if (stretch.kind === 'property') tr.setNodeAttribute(stretch.block.start, stretch.property, edited(stretch.text, edits))
    if (stretch.kind === 'block') blocks.push({ block: stretch.block, edits })
  }
  editWords(tr, blocks)
}

/** Carries out the edits of fields, letter for letter, so that they merge with what others type there. */
export const editFields = (textOf: (field: ArticleField) => Y.Text, all: readonly StretchEdits[]): void => {
  for (const { stretch, edits } of all)
    if (stretch.kind === 'field')
      for (const { from, to, insert } of fromTheEnd(edits)) {
        const text = textOf(stretch.field)
        if (to > from) text.delete(from, to - from)
        if (insert !== '') text.insert(from, insert)
      }
}
