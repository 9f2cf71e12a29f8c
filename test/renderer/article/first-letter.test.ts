import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { caretBehind } from '../../../src/renderer/features/article/editor/first-letter.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'

const paragraph = (text: string) => textSchema.node('paragraph', null, text === '' ? [] : [textSchema.text(text)])
/** «Абв», then an empty paragraph with the caret in it. */
const state = EditorState.create({
  doc: textSchema.node('doc', null, [paragraph('Абв'), paragraph('')]),
})
const empty = 6
const typing = (caret: number) => {
  const tr = state.tr.insertText('н', empty, empty)
  return tr.setSelection(TextSelection.create(tr.doc, caret))
}

test('Z16: the caret stands behind the first letter of a block also where the browser left it in front', () => {
  const typed = caretBehind(typing(empty), empty, 'н')
  expect(typed.selection.head).toBe(empty + 1)
  expect(typed.insertText('ет').doc.child(1).textContent).toBe('нет')
})

test('Z16: a caret that went on stays where it is', () => {
  expect(caretBehind(typing(empty + 1), empty, 'н').selection.head).toBe(empty + 1)
  expect(caretBehind(typing(2), empty, 'н').selection.head).toBe(2)
})
