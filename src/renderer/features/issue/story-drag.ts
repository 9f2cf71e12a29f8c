import type { DropItem } from 'react-aria-components'

/** What a dragged story carries; only the plan's own lists take it. */
export const storyDragType = 'application/x-newsroom-article'

export const dragItem = (id: string, headline: string) => ({ [storyDragType]: id, 'text/plain': headline })

/** The articles among dropped things. */
export const droppedStories = async (items: readonly DropItem[]): Promise<readonly string[]> => {
  const ids = items.map((item) => (item.kind === 'text' && item.types.has(storyDragType) ? item.getText(storyDragType) : null))
  return (await Promise.all(ids)).filter((id) => id !== null)
}
