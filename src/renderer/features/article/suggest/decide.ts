import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { listSuggestions, type Suggestion } from '../../../../shared/article/suggestion/list-suggestions.ts'
import { settle, type Verdict } from '../../../../shared/article/suggestion/settle.ts'
import { endUndoStep } from '../words/history.ts'
import { carriedOut, focusSuggestion } from './suggesting.ts'

type Chosen = Parameters<typeof settle>[2]

/** One step of undo takes it back. */
const settleIn = (editor: Editor, verdict: Verdict, isChosen: Chosen): void => {
  const { tr } = editor.state
  settle(tr, verdict, isChosen)
  endUndoStep(editor)
  editor.view.dispatch(carriedOut(tr))
  endUndoStep(editor)
}

/** Accepts or rejects suggestions. */
export const decide = (editor: Editor, verdict: Verdict, ids: ReadonlySet<string>): void =>
  settleIn(editor, verdict, ({ id }) => ids.has(id))

/** Accepts or rejects what of the suggestions lies in the selection; of a longer one only that part. */
export const decideSelected = (editor: Editor, verdict: Verdict): void => {
  const { from, to } = editor.state.selection
  settleIn(editor, verdict, (_proposal, start, end) => start < to && end > from)
}

/** The suggestion at the caret, or touching it. */
export const suggestionAt = (editor: Editor): Suggestion | null => {
  const { from, to } = editor.state.selection
  const touches = ({ from: start, to: end }: { from: number; to: number }) => start <= to && end >= from
  const open = listSuggestions(editor.state.doc)
  const inText = open.find(({ pieces }) => pieces.some((piece) => piece.kind !== 'change' && touches(piece)))
  return inText ?? open.find(({ pieces }) => pieces.some(touches)) ?? null
}

/** Shows a suggestion in the text and puts the caret there; `keepFocus` leaves the keyboard where it is. */
export const showSuggestion = (editor: Editor, { id, from }: Suggestion, keepFocus = false): void => {
  focusSuggestion(editor, id)
  const { doc, tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(from + 1, doc.content.size)))).scrollIntoView())
  if (!keepFocus) editor.view.focus()
}

/** The suggestion behind the caret or, going back, before it; around the end to the other one. */
export const nextSuggestion = (editor: Editor, back: boolean): Suggestion | null => {
  const open = [...listSuggestions(editor.state.doc)].sort((a, b) => a.from - b.from)
  const here = suggestionAt(editor)
  const at = here ? open.findIndex(({ id }) => id === here.id) : -1
  if (at >= 0) return open.at((at + (back ? -1 : 1)) % open.length) ?? null
  const { head } = editor.state.selection
  const found = back ? open.findLast(({ from }) => from < head) : open.find(({ from }) => from > head)
  return found ?? (back ? open.at(-1) : open[0]) ?? null
}
