import { type RefObject, useEffect, useRef } from 'react'
import type { Plan } from './plan.ts'

/**
 * Gives the focus back to a story that was moved: its old row, which had it, is gone from the plan. Returns how to say which
 * story that is.
 */
export const useMovedFocus = (plan: Plan, desk: RefObject<HTMLElement | null>): ((article: string) => void) => {
  const moved = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is there with the plan that has it in its new place.
  useEffect(() => {
    const { current: article } = moved
    const { activeElement } = document
    if (article === null || (activeElement !== document.body && !desk.current?.contains(activeElement))) return
    const row = desk.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(article)}"]`)
    if (!row) return
    moved.current = null
    row.focus()
  }, [plan])
  return (article) => {
    moved.current = article
  }
}
