import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Selection, TextSelection } from '@tiptap/pm/state'

/** The caret at the beginning or the end of a text, or with `from` a selection that goes on from there. */
export const selectionTo = (doc: Node, edge: 'start' | 'end', from: number | null): Selection => {
  const { $head } = edge === 'end' ? Selection.atEnd(doc) : Selection.atStart(doc)
  return TextSelection.between(from === null ? $head : doc.resolve(from), $head)
}

/**
 * Carries the caret to the edge of the text (rule Z17). The browser itself stops before a last paragraph that is too far
 * away to have been laid out.
 */
export const toEdge = ({ state, view }: Editor, edge: 'start' | 'end', extend: boolean): boolean => {
  const selection = selectionTo(state.doc, edge, extend ? state.selection.anchor : null)
  view.dispatch(state.tr.setSelection(selection).scrollIntoView())
  return true
}
