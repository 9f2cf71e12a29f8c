import { useEffect, useRef, useState } from 'react'
import type { KeyBinding } from '../../app/keys.ts'
import { type KeyHandler, useKeys } from '../../app/use-keys.ts'
import { stepZoom, type Zoom } from './sheet/zoom.ts'

/** What the screen of pages listens to. */
export const pageKeys = {
  grid: { code: 'KeyG' },
  baseline: { code: 'KeyB' },
  list: { code: 'KeyT' },
  spread: { code: 'KeyR' },
  zoomIn: { code: 'Equal', ctrl: true },
  zoomOut: { code: 'Minus', ctrl: true },
  fit: { code: 'Digit0', ctrl: true },
  previous: { code: 'PageUp' },
  next: { code: 'PageDown' },
} as const satisfies Record<string, KeyBinding>

export interface PageView {
  readonly grid: boolean
  readonly baseline: boolean
  readonly asList: boolean
  readonly spread: boolean
}

/** The pages of the spread a page lies in; the first page, and an even last one, lie alone. */
export const spreadOf = (page: number, pages: number): readonly number[] => {
  const left = page % 2 === 0 ? page : page - 1
  return [left, left + 1].filter((each) => each >= 1 && each <= pages)
}

/** How the pages are shown, and the keys that change it. */
export const useView = (page: number, pages: number, goTo: (page: number) => void, more: readonly KeyHandler[]) => {
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [fit, setFit] = useState(100)
  const [view, setView] = useState<PageView>({ grid: false, baseline: false, asList: false, spread: false })
  const percent = zoom === 'fit' ? fit : zoom
  const step = (direction: -1 | 1) => () => setZoom(stepZoom(percent, direction))
  const shownAt = (at: number) => (view.spread && !view.asList ? spreadOf(at, pages) : [at])
  const shown = shownAt(page)
  // Pages may be turned faster than they come: each press goes on from where the one before it leads.
  const goal = useRef(page)
  useEffect(() => {
    goal.current = page
  }, [page])
  const turn = (direction: -1 | 1) => {
    const from = shownAt(goal.current)
    const target = direction === 1 ? (from.at(-1) ?? page) + 1 : (from[0] ?? page) - 1
    if (target < 1 || target > pages) return
    goal.current = target
    goTo(target)
  }
  useKeys([
    { binding: pageKeys.grid, run: () => setView({ ...view, grid: !view.grid }) },
    { binding: pageKeys.baseline, run: () => setView({ ...view, baseline: !view.baseline }) },
    { binding: pageKeys.list, run: () => setView({ ...view, asList: !view.asList }) },
    { binding: pageKeys.spread, run: () => setView({ ...view, spread: !view.spread }) },
    { binding: pageKeys.zoomIn, run: step(1) },
    { binding: { ...pageKeys.zoomIn, shift: true }, run: step(1) },
    { binding: { code: 'NumpadAdd', ctrl: true }, run: step(1) },
    { binding: pageKeys.zoomOut, run: step(-1) },
    { binding: { code: 'NumpadSubtract', ctrl: true }, run: step(-1) },
    { binding: pageKeys.fit, run: () => setZoom('fit') },
    { binding: pageKeys.previous, run: () => turn(-1) },
    { binding: pageKeys.next, run: () => turn(1) },
    ...more,
  ])
  return { zoom, setZoom, setFit, view, setView, percent, step, shown }
}
