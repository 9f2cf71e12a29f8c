import { Extension } from '@tiptap/core'
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'

/**
 * Puts the caret behind what was typed into an empty block. Where a letter comes before Chromium has drawn the block,
 * right after Enter or on a busy computer, the browser leaves its caret in front of it, and all that follows would be
 * written before the first letter.
 */
export const caretBehind = (typing: Transaction, from: number, typed: string): Transaction => {
  const { selection } = typing
  const place = typing.doc.resolve(from)
  const end = from + typed.length
  if (!selection.empty || selection.head !== from || end > place.end()) return typing
  return typing.setSelection(TextSelection.create(typing.doc, end))
}

/** Keeps the first letter of a block the first one (rule Z16). */
export const FirstLetter = Extension.create({
  name: 'firstLetter',
  // Behind all that makes something else of what was typed.
  priority: 1,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput: (view, from, to, typed, typing) => {
          if (view.composing || from !== to || view.state.doc.resolve(from).parent.content.size > 0) return false
          view.dispatch(caretBehind(typing(), from, typed))
          return true
        },
      },
    }),
  ],
})
