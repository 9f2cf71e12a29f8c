import { useRef } from 'react'

interface Position {
  readonly left: number
  readonly top: number
}

const positionOf = (element: HTMLElement | null): Position => ({ left: element?.scrollLeft ?? 0, top: element?.scrollTop ?? 0 })

/**
 * Two panes of which each follows the other by as much as it was scrolled: the same words stay side by side, also where
 * they stand at different heights.
 */
export const useJointScroll = () => {
  const before = useRef<HTMLElement>(null)
  const after = useRef<HTMLElement>(null)
  const last = useRef({ before: { left: 0, top: 0 }, after: { left: 0, top: 0 } })
  const follow = (moved: 'before' | 'after') => {
    const [own, other] = moved === 'before' ? [before.current, after.current] : [after.current, before.current]
    const now = positionOf(own)
    const was = last.current[moved]
    last.current = { ...last.current, [moved]: now }
    // Scrolled by the person: the pane they are in has the pointer or the focus.
    if (!own?.matches(':hover, :focus-within') || !other) return
    other.scrollBy(now.left - was.left, now.top - was.top)
  }
  return { before, after, follow }
}
