import type { Node } from '@tiptap/pm/model'
import type { BodyPosition } from '../../../../shared/comment/body-position.ts'

/** The words of a body in a row, a line break between blocks, and the ways between them, blocks and the editor. */
export interface FlatText {
  readonly text: string
  /** The position of the editor in front of a letter; `text.length` stands for the end. */
  position(offset: number): number
  /** The offset, UTF-16 units, of a position of the editor. */
  offset(position: number): number
  inBody(offset: number): BodyPosition
  fromBody(place: BodyPosition): number
}

export const flatText = (body: Node): FlatText => {
  const blocks: { readonly offset: number; readonly position: number; readonly length: number }[] = []
  let text = ''
  body.forEach((block, start, index) => {
    if (index > 0) text += '\n'
    blocks.push({ offset: text.length, position: start + 1, length: block.textContent.length })
    text += block.textContent
  })
  const none = { offset: 0, position: 0, length: 0 }
  const last = (reached: (block: typeof none) => boolean): number => Math.max(0, blocks.findLastIndex(reached))
  const within = ({ length }: typeof none, letters: number): number => Math.min(length, Math.max(0, letters))
  return {
    text,
    position: (offset) => {
      const block = blocks[last((one) => one.offset <= offset)] ?? none
      return block.position + within(block, offset - block.offset)
    },
    offset: (position) => {
      const block = blocks[last((one) => one.position <= position)] ?? none
      return block.offset + within(block, position - block.position)
    },
    inBody: (offset) => {
      const index = last((one) => one.offset <= offset)
      const block = blocks[index] ?? none
      return { block: index, offset: within(block, offset - block.offset) }
    },
    fromBody: ({ block, offset }) => {
      const found = blocks[block] ?? none
      return found.offset + within(found, offset)
    },
  }
}
