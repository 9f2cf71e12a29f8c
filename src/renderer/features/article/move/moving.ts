import { type Editor, Extension } from '@tiptap/core'
import type {} from '@tiptap/extension-collaboration'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { listSuggestions } from '../../../../shared/article/suggestion/list-suggestions.ts'
import { carriedOut } from '../suggest/suggesting.ts'
import { endUndoStep } from '../words/history.ts'
import { handleView } from './block-handle.ts'
import { type BlockRange, blocksOf, canMove, moveBlocks } from './move-block.ts'
import { outlineOf } from './outline.ts'

/** What became of a wish to move blocks: which of how many the first of them is now, or why it stays. */
export type Moved =
  | { readonly kind: 'moved'; readonly number: number; readonly count: number }
  | { readonly kind: 'refused' | 'edge' }

interface MovingOptions {
  /** Does the person at this window suggest? */
  readonly isSuggesting: () => boolean
  readonly onMoved: (moved: Moved) => void
  /** What the handle beside a block is called. */
  readonly handleLabel: string
}

/**
 * Moves blocks as one step of undo (rule Z12). Straight into the text, what others suggest in them goes along as theirs.
 * While somebody suggests, a move is a deletion and an insertion; it is refused where it would make others' words theirs.
 */
export const moveInText = (editor: Editor, range: BlockRange, target: number, options: MovingOptions): void => {
  const { tr, doc } = editor.state
  if (!canMove(doc, range, target)) {
    options.onMoved({ kind: 'edge' })
    return
  }
  const suggesting = options.isSuggesting()
  const open = suggesting && listSuggestions(doc.type.create(null, doc.children.slice(range.first, range.end))).length > 0
  if (open) {
    options.onMoved({ kind: 'refused' })
    return
  }
  const number = moveBlocks(tr, range, target)
  if (number === null) return
  endUndoStep(editor)
  editor.view.dispatch(suggesting ? tr.scrollIntoView() : carriedOut(tr).scrollIntoView())
  endUndoStep(editor)
  options.onMoved({ kind: 'moved', number: number + 1, count: doc.childCount })
}

/** Carries the caret to the next subhead, or the one before. */
const toSubhead = (editor: Editor, back: boolean): void => {
  const { doc, selection } = editor.state
  const here = selection.$head.index(0)
  const found = outlineOf(doc).filter(({ index }) => (back ? index < here : index > here))
  const goal = back ? found.at(-1) : found[0]
  if (goal) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(doc, goal.position)).scrollIntoView())
}

/** Moves blocks by Alt and an arrow, and by the handle beside them; Ctrl Alt and an arrow go from subhead to subhead. */
export const Moving = Extension.create<MovingOptions>({
  name: 'moving',
  priority: 1150,
  addOptions: () => ({ isSuggesting: () => false, onMoved: () => undefined, handleLabel: '' }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [
      new Plugin({
        view: (view) =>
          handleView(view, options.handleLabel, (range, target) => {
            if (editor.isEditable) moveInText(editor, range, target, options)
          }),
        props: {
          handleKeyDown: (view, event) => {
            const back = event.code === 'ArrowUp'
            if ((!back && event.code !== 'ArrowDown') || !event.altKey || event.shiftKey || !editor.isEditable) return false
            if (event.ctrlKey !== event.metaKey) {
              toSubhead(editor, back)
              return true
            }
            const { from, to } = view.state.selection
            const range = blocksOf(view.state.doc, from, to)
            moveInText(editor, range, back ? range.first - 1 : range.end + 1, options)
            return true
          },
        },
      }),
    ]
  },
})
