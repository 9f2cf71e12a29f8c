import type { Editor } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { type BlockEdits, editWords } from '../../../../shared/article/words/edit-words.ts'

/** Begins a new step of undo: what comes now is not taken back with what came before. */
export const endUndoStep = (editor: Editor): void => {
  const undo: { undoManager?: { stopCapturing(): void } } | undefined = yUndoPluginKey.getState(editor.state)
  undo?.undoManager?.stopCapturing()
}

/**
 * Carries out edits of words as one step of undo; while somebody suggests, they are suggestions. The edits must have been
 * made for the text as it is now.
 */
export const rewrite = (editor: Editor, edits: readonly BlockEdits[]): void => {
  const tr = editor.state.tr
  editWords(tr, edits)
  if (!tr.docChanged) return
  endUndoStep(editor)
  editor.view.dispatch(tr)
  endUndoStep(editor)
}
