import type { ImageItem } from '../../../shared/layout/display.ts'

/** A picture in its place: the part of it that is shown and the size it needs, in pixels. */
export interface PlacedPicture {
  readonly media: string
  readonly part: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  readonly width: number
  readonly height: number
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** What to take of a source of this size, so that it never has more than `most` pixels per inch where it stands. */
export const placedPicture = (
  item: ImageItem,
  source: { readonly width: number; readonly height: number },
  most: number,
): PlacedPicture => {
  const left = clamp(Math.round(item.crop.x * source.width), 0, source.width - 1)
  const top = clamp(Math.round(item.crop.y * source.height), 0, source.height - 1)
  const width = clamp(Math.round(item.crop.width * source.width), 1, source.width - left)
  const height = clamp(Math.round(item.crop.height * source.height), 1, source.height - top)
  const inches = { width: item.width / 72, height: item.height / 72 }
  return {
    media: item.media,
    part: { left, top, width, height },
    width: Math.max(1, Math.min(width, Math.floor(inches.width * most))),
    height: Math.max(1, Math.min(height, Math.floor(inches.height * most))),
  }
}
