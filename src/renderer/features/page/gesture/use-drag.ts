import { useCallback, useEffect, useRef, useState } from 'react'
import type { PublicationSpec } from '../../../../layout/page/publication-spec.ts'
import { type SheetPoint, sheetPoint } from '../sheet/sheet-scale.ts'
import type { Arranged } from '../zones/arrangement.ts'
import type { Obstacle } from '../zones/edit-zones.ts'
import { type Held, type Modifiers, type Pages, type Proposal, propose } from './propose.ts'

/** A gesture under way. */
export interface Drag {
  readonly held: Held
  /** Pixels of the window. */
  readonly x: number
  readonly y: number
  /** What letting go here would do, or why nothing; null outside of the pages. */
  readonly outcome: Proposal | Obstacle | null
}

interface DragOptions {
  readonly arranged: Arranged
  readonly pages: Pages
  readonly spec: PublicationSpec
  /** What letting go would lead to now; null where to nothing. */
  readonly onPropose: (arranged: Arranged | null) => void
  /** A gesture ended with a change, or with the reason why there is none. */
  readonly onDrop: (outcome: Proposal | Obstacle) => void
}

/** So far the pointer moves before a press becomes a drag, in pixels. */
const slack = 4

/** The place under the pointer on any page that is shown. */
const pointAt = (x: number, y: number, pages: Pages, spec: PublicationSpec): SheetPoint | null => {
  const sheet = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('[data-sheet], [data-thumbnail]'))
    .find((element) => element !== null)
  const page = Number(sheet?.dataset.sheet ?? sheet?.dataset.thumbnail)
  const set = pages.get(page)
  if (sheet === undefined || set === undefined) return null
  const box = sheet.getBoundingClientRect()
  const scale = set.display.width / box.width
  return sheetPoint(page, spec, (x - box.left) * scale, (y - box.top) * scale)
}

interface Press {
  readonly x: number
  readonly y: number
  readonly hold: (point: SheetPoint | null) => Held | null
}

/** Where a gesture stands: pressed, not yet moved; or under way on the pages as they were when it began. */
interface Going {
  readonly press: Press
  readonly arranged: Arranged
  readonly pages: Pages
  held: Held | null
  x: number
  y: number
  modifiers: Modifiers
}

/** Drags with the pointer: a press becomes a drag after a few pixels; Esc puts everything back. */
export const useDrag = (options: DragOptions) => {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const going = useRef<Going | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)

  const update = useCallback(() => {
    const now = going.current
    if (now === null || now.held === null) return
    const { spec } = latest.current
    const point = pointAt(now.x, now.y, now.pages, spec)
    const outcome = propose(now.arranged, now.pages, now.held, point, now.modifiers)
    setDrag({ held: now.held, x: now.x, y: now.y, outcome })
    latest.current.onPropose(outcome === null || typeof outcome === 'string' ? null : outcome.arranged)
  }, [])

  useEffect(() => {
    const modifiersOf = (event: PointerEvent | KeyboardEvent): Modifiers => ({
      single: event.altKey,
      alone: event.shiftKey,
    })
    const end = () => {
      going.current = null
      setDrag(null)
      latest.current.onPropose(null)
    }
    const move = (event: PointerEvent) => {
      const now = going.current
      if (now === null) return
      now.x = event.clientX
      now.y = event.clientY
      now.modifiers = modifiersOf(event)
      if (now.held === null) {
        if (Math.hypot(now.x - now.press.x, now.y - now.press.y) < slack) return
        now.held = now.press.hold(pointAt(now.press.x, now.press.y, now.pages, latest.current.spec))
        if (now.held === null) return end()
      }
      update()
    }
    const drop = () => {
      const now = going.current
      if (now === null) return
      end()
      if (now.held === null) return
      const point = pointAt(now.x, now.y, now.pages, latest.current.spec)
      const outcome = propose(now.arranged, now.pages, now.held, point, now.modifiers)
      if (outcome !== null) latest.current.onDrop(outcome)
    }
    const press = (event: KeyboardEvent) => {
      const now = going.current
      if (now === null || now.held === null) return
      if (event.code === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        end()
      } else if (event.key === 'Alt' || event.key === 'Shift') {
        event.preventDefault()
        now.modifiers = modifiersOf(event)
        update()
      }
    }
    const release = (event: KeyboardEvent) => {
      const now = going.current
      if (now === null || now.held === null) return
      now.modifiers = modifiersOf(event)
      update()
    }
    // A press that selects text or takes hold of a selection would end the gesture.
    const keep = (event: Event) => {
      if (going.current !== null) event.preventDefault()
    }
    window.addEventListener('selectstart', keep)
    window.addEventListener('dragstart', keep)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', press, { capture: true })
    window.addEventListener('keyup', release)
    return () => {
      window.removeEventListener('selectstart', keep)
      window.removeEventListener('dragstart', keep)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', press, { capture: true })
      window.removeEventListener('keyup', release)
    }
  }, [update])

  /** A press that becomes a drag when it moves; `hold` says of what, from the place on the page where it began. */
  const start = useCallback(
    (event: { readonly clientX: number; readonly clientY: number }, hold: (point: SheetPoint | null) => Held | null) => {
      const { arranged, pages } = latest.current
      going.current = {
        press: { x: event.clientX, y: event.clientY, hold },
        arranged,
        pages,
        held: null,
        x: event.clientX,
        y: event.clientY,
        modifiers: { single: false, alone: false },
      }
    },
    [],
  )
  return { drag, start }
}

export type StartDrag = ReturnType<typeof useDrag>['start']
