import type { Editor } from '@tiptap/react'
import type { Stretch, StretchPart } from '../../../../shared/article/words/stretch.ts'

/** Where the first line of a part stands, in pixels of the window. */
export interface PartBox {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** The area a stretch is written in; null for a block of the body, which the editor shows itself. */
export const areaOf = (stretch: Stretch, editor: Editor, root: HTMLElement): HTMLTextAreaElement | null => {
  if (stretch.kind === 'block') return null
  const around = stretch.kind === 'field' ? root : editor.view.nodeDOM(stretch.block.start)
  const name = stretch.kind === 'field' ? stretch.field : stretch.property
  return around instanceof Element ? around.querySelector<HTMLTextAreaElement>(`textarea[data-stretch='${name}']`) : null
}

/** Boxes of a part of an area, line by line, as its mirror shows them. */
const boxesIn = (area: HTMLTextAreaElement, from: number, to: number): readonly DOMRect[] => {
  const mirror = area.previousElementSibling
  if (!mirror) return []
  const range = document.createRange()
  const letters = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT)
  let behind = 0
  let started = false
  for (let node = letters.nextNode(); node; node = letters.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (!started && from < behind + length) {
      range.setStart(node, from - behind)
      started = true
    }
    if (started && to <= behind + length) {
      range.setEnd(node, to - behind)
      return [...range.getClientRects()]
    }
    behind += length
  }
  return []
}

export const boxOf = (part: StretchPart, editor: Editor, root: HTMLElement): PartBox | null => {
  const area = areaOf(part.stretch, editor, root)
  if (area) return boxesIn(area, part.from, part.to)[0] ?? null
  const [first] = part.stretch.kind === 'block' ? part.stretch.block.ranges(part.from, part.to) : []
  return first && first.from <= editor.state.doc.content.size ? editor.view.coordsAtPos(first.from) : null
}

const isIn = ({ clientX, clientY }: MouseEvent, box: DOMRect): boolean =>
  clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom

/** The one of these parts that is at a place of the window; null where there is none. */
export const partsAt = <P extends StretchPart>(
  parts: readonly P[],
  event: MouseEvent,
  editor: Editor,
  root: HTMLElement,
): P | null => {
  const { target } = event
  if (target instanceof HTMLTextAreaElement)
    return (
      parts.find(({ stretch, from, to }) => {
        const area = areaOf(stretch, editor, root)
        return area === target && boxesIn(area, from, to).some((box) => isIn(event, box))
      }) ?? null
    )
  const position = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
  if (position === undefined) return null
  return (
    parts.find(
      ({ stretch, from, to }) =>
        stretch.kind === 'block' &&
        stretch.block.ranges(from, to).some((range) => range.from <= position && position <= range.to),
    ) ?? null
  )
}
