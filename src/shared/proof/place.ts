import { z } from 'zod'

/** A rectangle on a page, in points from its top left corner. One without a width is a place between two words. */
export const placeSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Place = z.infer<typeof placeSchema>

/** The smallest rectangle around some others; null around none. */
export const around = (places: readonly Place[]): Place | null => {
  const first = places[0]
  if (first === undefined) return null
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height]
  for (const { x, y, width, height } of places) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** How far apart two rectangles are, in points; 0 where they touch. */
export const distance = (a: Place, b: Place): number =>
  Math.hypot(Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width), Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height))
