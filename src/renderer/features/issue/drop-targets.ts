import type { RefObject } from 'react'
import type { DragAndDropOptions } from 'react-aria-components'

type DropTargetDelegate = NonNullable<DragAndDropOptions['dropTargetDelegate']>

/**
 * Finds where a dragged story would go on a page whose blocks stand in two dimensions: before or after the block under
 * the pointer, by its upper and lower half; on the page itself where there is none.
 */
export const blockDropTargets = (list: RefObject<HTMLElement | null>): DropTargetDelegate => ({
  getDropTargetFromPoint: (x, y, isValid) => {
    const origin = list.current?.getBoundingClientRect()
    const blocks = [...(list.current?.querySelectorAll<HTMLElement>('[role=row][data-key]') ?? [])]
    const under = blocks.find((block) => {
      const box = block.getBoundingClientRect()
      const [left, top] = [box.left - (origin?.left ?? 0), box.top - (origin?.top ?? 0)]
      return x >= left && x < left + box.width && y >= top && y < top + box.height
    })
    const key = under?.dataset.key
    if (under === undefined || key === undefined) return { type: 'root' }
    const box = under.getBoundingClientRect()
    const dropPosition = y < box.top - (origin?.top ?? 0) + box.height / 2 ? 'before' : 'after'
    const target = { type: 'item', key, dropPosition } as const
    return isValid(target) ? target : { type: 'root' }
  },
})
