import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { readWords } from '../../../../shared/article/words/block-words.ts'
import { asMarkdown, type MarkdownTyped } from '../../../../shared/language/markdown-typing.ts'
import { noteJustSet, wordsBefore } from '../typography/typing.ts'
import { endUndoStep } from '../words/history.ts'

/** Carries out what the signs before the caret mean; the last of them has been typed. */
const carryOut = (view: EditorView, meant: MarkdownTyped, before: number): void => {
  const { tr } = view.state
  const { $head, head } = view.state.selection
  const words = readWords($head.parent, $head.before(), 0)
  const place = (offset: number) => words.position(offset)
  if (meant.type === 'kind') {
    tr.delete(place(0), head).setNodeAttribute($head.before(), 'kind', meant.kind)
  } else {
    const mark = tr.doc.type.schema.marks[meant.mark]
    if (!mark) return
    tr.addMark(place(meant.from), place(meant.to), mark.create())
    tr.delete(place(before - (meant.signs - 1)), head)
    tr.delete(place(meant.from - meant.signs), place(meant.from))
    // What is typed behind the words is plain again.
    tr.removeStoredMark(mark)
  }
  view.dispatch(tr.scrollIntoView())
}

const onTyped = (editor: Editor, view: EditorView, from: number, to: number, typed: string): boolean => {
  const { selection } = view.state
  const { parent } = selection.$head
  if (!selection.empty || from !== to || selection.head !== from || parent.type.name !== 'paragraph') return false
  const before = wordsBefore(view)
  const meant = asMarkdown(before, typed, parent.attrs.kind === 'paragraph')
  if (!meant) return false
  // What was typed comes first, then what becomes of it: undo and Backspace take back only the second.
  view.dispatch(view.state.tr.insertText(typed, from, to).scrollIntoView())
  endUndoStep(editor)
  carryOut(view, meant, before.length)
  endUndoStep(editor)
  noteJustSet(view)
  return true
}

/** Signs of Markdown become the look or the kind they mean as they are typed; Backspace right after, or undo, takes it back. */
export const MarkdownTyping = Extension.create({
  name: 'markdownTyping',
  priority: 1350,
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleTextInput: (view, from, to, typed) =>
            editor.isEditable && !view.composing && onTyped(editor, view, from, to, typed),
        },
      }),
    ]
  },
})
