import type { Crop } from './variant.ts'

/** The place of a part of a picture, in pixels. */
export interface CropBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The largest part of this shape, with the focus as near its middle as the picture's edges allow. */
export const cropBox = (width: number, height: number, { ratio, focus }: Crop): CropBox => {
  const [across = 1, down = 1] = ratio.split(':').map(Number)
  const wide = width * down > height * across
  const size = {
    width: Math.max(1, wide ? Math.round((height * across) / down) : width),
    height: Math.max(1, wide ? height : Math.round((width * down) / across)),
  }
  const start = (whole: number, part: number, at: number) =>
    Math.min(Math.max(Math.round(whole * at - part / 2), 0), whole - part)
  return { ...size, left: start(width, size.width, focus.x), top: start(height, size.height, focus.y) }
}

/** The same part as the `object-position` of a picture that fills a frame of this shape. */
export const cropPosition = (width: number, height: number, crop: Crop): string => {
  const box = cropBox(width, height, crop)
  const share = (start: number, over: number) => (over > 0 ? (start / over) * 100 : 50)
  return `${share(box.left, width - box.width)}% ${share(box.top, height - box.height)}%`
}
