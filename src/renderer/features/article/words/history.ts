import type { Editor } from '@tiptap/core'
import type {} from '@tiptap/extension-collaboration'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'
import type { AreaHistory } from './MarkedArea.tsx'

/** The one history of undo of an article: its fields and its body. */
export const historyOf = (editor: Editor): UndoManager | null => {
  const undo: { undoManager?: UndoManager } | undefined = yUndoPluginKey.getState(editor.state)
  return undo?.undoManager ?? null
}

/** Begins a new step of undo: what comes now is not taken back with what came before. */
export const endUndoStep = (editor: Editor): void => historyOf(editor)?.stopCapturing()

/** The history as areas beside the body use it; there is none before the editor is there. */
export const areaHistory = (editor: Editor | null): AreaHistory => ({
  undo: () => void editor?.commands.undo(),
  redo: () => void editor?.commands.redo(),
  endStep: () => editor && endUndoStep(editor),
})
