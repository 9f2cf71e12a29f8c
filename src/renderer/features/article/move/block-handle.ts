import type { PluginView } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { BlockRange } from './move-block.ts'

/** Which block is at a height of the window; null outside of the text. */
const blockAt = (view: EditorView, y: number): { readonly index: number; readonly box: DOMRect } | null => {
  for (const [index, child] of [...view.dom.children].entries()) {
    const box = child.getBoundingClientRect()
    if (y < box.bottom) return y >= box.top - 8 ? { index, box } : null
  }
  return null
}

/**
 * A handle in the margin beside the block under the pointer, and a rule where a dragged block would go. For the pointer
 * only: the keyboard has Alt and the arrows.
 */
export const handleView = (view: EditorView, label: string, move: (range: BlockRange, target: number) => void): PluginView => {
  const around = view.dom.parentElement
  if (!around) return {}
  const handle = document.createElement('div')
  handle.className = 'block-handle'
  handle.title = label
  handle.draggable = true
  handle.setAttribute('aria-hidden', 'true')
  const rule = document.createElement('div')
  rule.className = 'block-goal'
  let pointed: number | null = null
  let dragged: number | null = null
  let target: number | null = null

  const put = (element: HTMLElement, top: number) => {
    element.style.top = `${top - around.getBoundingClientRect().top}px`
    if (!element.isConnected) around.append(element)
  }
  const onMove = ({ clientY, buttons }: MouseEvent) => {
    // A handle that is held stays where it was taken: a drag begins there.
    const found = view.editable && buttons === 0 ? blockAt(view, clientY) : null
    if (!found) return
    pointed = found.index
    put(handle, found.box.top)
  }
  const onLeave = () => {
    if (dragged === null) handle.remove()
  }
  const onStart = (event: DragEvent) => {
    dragged = pointed
    const block = dragged === null ? undefined : view.dom.children[dragged]
    if (!event.dataTransfer || !block) return
    event.dataTransfer.effectAllowed = 'move'
    // Nothing is dragged where there is nothing to give to others.
    event.dataTransfer.setData('text/plain', block.textContent || ' ')
    event.dataTransfer.setDragImage(block, 0, 0)
  }
  const onOver = (event: DragEvent) => {
    const found = dragged === null ? null : blockAt(view, event.clientY)
    if (!found) return
    event.preventDefault()
    const below = event.clientY > found.box.top + found.box.height / 2
    target = found.index + (below ? 1 : 0)
    put(rule, below ? found.box.bottom : found.box.top)
  }
  const onEnd = () => {
    dragged = null
    target = null
    rule.remove()
  }
  const onDrop = (event: DragEvent) => {
    if (dragged === null || target === null) return
    event.preventDefault()
    event.stopPropagation()
    move({ first: dragged, end: dragged + 1 }, target)
    view.focus()
    onEnd()
  }
  around.classList.add('block-handles')
  around.addEventListener('mousemove', onMove)
  around.addEventListener('mouseleave', onLeave)
  around.addEventListener('dragover', onOver)
  // Before the editor sees it: it would take the drop for text.
  around.addEventListener('drop', onDrop, true)
  handle.addEventListener('dragstart', onStart)
  handle.addEventListener('dragend', onEnd)
  return {
    destroy: () => {
      around.removeEventListener('mousemove', onMove)
      around.removeEventListener('mouseleave', onLeave)
      around.removeEventListener('dragover', onOver)
      around.removeEventListener('drop', onDrop, true)
      handle.remove()
      rule.remove()
    },
  }
}
