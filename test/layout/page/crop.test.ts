import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoryPhoto } from '../../../src/layout/page/galley.ts'
import { cropFor } from '../../../src/layout/page/photo.ts'

const photo = (width: number, height: number, focus: StoryPhoto['focus']): StoryPhoto => ({
  ...{ number: 1, media: 'm', width, height, focus },
  ...{ caption: '', credit: '', alternative: '' },
})

describe('a cropped photo', () => {
  test('keeps the focus in the middle as far as its sides allow', () => {
    expect(cropFor(photo(2000, 1000, { x: 0.5, y: 0.5 }), 100, 100)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 })
    expect(cropFor(photo(2000, 1000, { x: 0.6, y: 0.1 }), 100, 100).x).toBeCloseTo(0.35)
    expect(cropFor(photo(2000, 1000, { x: 0.95, y: 0.1 }), 100, 100).x).toBe(0.5)
    expect(cropFor(photo(1000, 2000, { x: 0.5, y: 0 }), 100, 100)).toEqual({ x: 0, y: 0, width: 1, height: 0.5 })
  })

  test('where nobody named one, spares the top more than the foot', () => {
    expect(cropFor(photo(1000, 2000, null), 100, 100).y).toBeCloseTo(0.2)
  })

  test('always shows the focus, a part of the picture in the shape of the frame and nothing beyond it', () => {
    const side = fc.integer({ min: 1, max: 20_000 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(side, side, side, side, share, share, (width, height, frameWidth, frameHeight, x, y) => {
        const crop = cropFor(photo(width, height, { x, y }), frameWidth, frameHeight)
        expect(crop.x).toBeGreaterThanOrEqual(0)
        expect(crop.y).toBeGreaterThanOrEqual(0)
        expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9)
        expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-9)
        expect(x).toBeGreaterThanOrEqual(crop.x - 1e-9)
        expect(x).toBeLessThanOrEqual(crop.x + crop.width + 1e-9)
        expect(y).toBeGreaterThanOrEqual(crop.y - 1e-9)
        expect(y).toBeLessThanOrEqual(crop.y + crop.height + 1e-9)
        const shape = (crop.width * width) / (crop.height * height)
        expect(shape / (frameWidth / frameHeight)).toBeCloseTo(1, 6)
      }),
    )
  })
})
