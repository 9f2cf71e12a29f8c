import type { WindowPlace } from './desktop-state.ts'

/** A rectangle in device-independent pixels of the whole desktop. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The least a window may measure: at this size every main action is still in view. */
export const leastSize = { width: 1024, height: 700 } as const

const usualSize = { width: 1440, height: 900 } as const

/** Each further window stands this far down and to the right of the one before. */
const step = 32

/** So much of a window's upper edge must be seen for it to be taken by the pointer. */
const handle = { width: 120, height: 24 } as const

const overlap = (from: number, size: number, otherFrom: number, otherSize: number): number =>
  Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom)

const isReachable = (window: Area, display: Area): boolean =>
  overlap(window.x, window.width, display.x, display.width) >= handle.width &&
  window.y >= display.y &&
  overlap(window.y, handle.height, display.y, display.height) >= handle.height

const centred = (display: Area, { width, height }: Pick<Area, 'width' | 'height'>): Area => ({
  x: display.x + Math.max(0, Math.round((display.width - width) / 2)),
  y: display.y + Math.max(0, Math.round((display.height - height) / 2)),
  width,
  height,
})

/** Never larger than a display, never smaller than the interface needs. */
const fitted = (size: number, available: number, least: number): number => Math.max(least, Math.min(size, available))

/**
 * Where a window opens: where the last one stood, as long as a display still shows its upper edge, else in the middle
 * of the first display. `others` is how many windows are open already. `displays` are work areas, without task bars.
 */
export const placeWindow = (remembered: WindowPlace | null, displays: readonly Area[], others: number): Area => {
  const [first] = displays
  if (!first) return { x: 0, y: 0, ...usualSize }
  const wanted = remembered ?? usualSize
  const sizeOn = (display: Area) => ({
    width: fitted(wanted.width, display.width, leastSize.width),
    height: fitted(wanted.height, display.height, leastSize.height),
  })
  if (remembered) {
    const corner = { x: remembered.x + others * step, y: remembered.y + others * step }
    for (const display of displays) {
      // With the size it will have there: a window that shrinks may shrink off the display.
      const window = { ...corner, ...sizeOn(display) }
      if (isReachable(window, display)) return window
    }
  }
  return centred(first, sizeOn(first))
}
