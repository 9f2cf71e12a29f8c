/** How large a page is shown: fitted into the window, or percent of its size in print. */
export type Zoom = 'fit' | number

export const zoomSteps = [50, 75, 100, 150, 200, 300, 400] as const

/** CSS pixels of a point at 100 %. */
export const pixelsPerPoint = 96 / 72

/** The percentage at which a page of this size (points) lies whole in a room (pixels). */
export const fitPercent = (
  page: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): number => {
  const scale = Math.min(room.width / page.width, room.height / page.height) / pixelsPerPoint
  return Math.max(5, Math.min(400, scale * 100))
}

/** The next step up or down from where one is; at the ends it stays. */
export const stepZoom = (percent: number, direction: -1 | 1): number => {
  const rounded = Math.round(percent)
  const next = direction === 1 ? zoomSteps.find((step) => step > rounded) : zoomSteps.findLast((step) => step < rounded)
  return next ?? (direction === 1 ? 400 : Math.min(50, rounded))
}
