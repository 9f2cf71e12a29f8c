import { type Editor, Extension } from '@tiptap/core'
import type {} from '@tiptap/extension-collaboration'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { readWords } from '../../../../shared/article/words/block-words.ts'
import { asTyped } from '../../../../shared/language/typography/typography.ts'
import { endUndoStep } from '../words/history.ts'

interface TypingOptions {
  /** Does the person at this window want it? */
  readonly isOn: () => boolean
}

/** Is the last thing that was done a change of typography, so that Backspace takes it back? */
const justSet = new PluginKey<boolean>('typographyJustSet')

/** Says that what was typed has just become something else: Backspace brings back what was typed. */
export const noteJustSet = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(justSet, true))

/** The words of the block in front of the caret, as they are read. */
export const wordsBefore = (view: EditorView): string => {
  const { $head } = view.state.selection
  const words = readWords($head.parent, $head.before(), 0)
  let text = ''
  for (let at = 0; at < words.text.length && words.position(at) < $head.pos; at += 1) text += words.text[at]
  return text
}

const onTyped = (editor: Editor, view: EditorView, from: number, to: number, typed: string): boolean => {
  const { selection } = view.state
  if (!selection.empty || from !== to || selection.head !== from || !selection.$head.parent.isTextblock) return false
  const change = asTyped(wordsBefore(view), typed)
  if (!change) return false
  // What was typed comes first, then what becomes of it: undo and Backspace take back only the second.
  view.dispatch(view.state.tr.insertText(typed, from, to).scrollIntoView())
  endUndoStep(editor)
  const { head, $head } = view.state.selection
  const words = readWords($head.parent, $head.before(), 0)
  const before = wordsBefore(view)
  const [first] = words.ranges(before.length - change.remove, before.length)
  if (!first) return true
  view.dispatch(view.state.tr.insertText(change.insert, first.from, head).scrollIntoView())
  endUndoStep(editor)
  // Said apart: a change that becomes a suggestion is another transaction.
  noteJustSet(view)
  return true
}

/** Sets quotation marks, dashes and ellipses right as they are typed; Backspace right after, or undo, takes it back. */
export const TypographyTyping = Extension.create<TypingOptions>({
  name: 'typographyTyping',
  priority: 1300,
  addOptions: () => ({ isOn: () => true }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [
      new Plugin<boolean>({
        key: justSet,
        state: {
          init: () => false,
          apply: (tr, before) => tr.getMeta(justSet) === true || (before && !tr.docChanged && !tr.selectionSet),
        },
        props: {
          handleTextInput: (view, from, to, typed) =>
            editor.isEditable && !view.composing && options.isOn() && onTyped(editor, view, from, to, typed),
          handleKeyDown: (view, event) =>
            event.key === 'Backspace' &&
            !event.ctrlKey &&
            !event.altKey &&
            !event.metaKey &&
            justSet.getState(view.state) === true &&
            editor.commands.undo(),
        },
      }),
    ]
  },
})
