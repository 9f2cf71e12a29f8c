import { expect, test } from 'vitest'
import { publicationSpec, spanWidth } from '../../../src/layout/page/publication-spec.ts'
import { columnsEnough, finenessAcross, finenessOf, photoPlace } from '../../../src/renderer/features/article/photo/resolution.ts'
import type { ImageItem } from '../../../src/shared/layout/display.ts'
import { usualColours } from '../../../src/shared/layout/ink.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'

/** An issue in six columns, where the publication has five. */
const spec = publicationSpec(usualStyle, 6)
const pixels = (across: number, resolution: number) => {
  const width = (across / 72) * resolution
  return { width, height: width / 2 }
}

const image = (media: string, span: number, crop = { x: 0, y: 0, width: 1, height: 1 }): ImageItem => ({
  ...{ kind: 'image', x: 0, y: 0, media, crop, alternative: '' },
  ...{ width: spanWidth(spec, span), height: spanWidth(spec, span) / 2 },
  tag: { role: 'photo', article: 'a1', block: 0 },
})
const page = (span: number, items: readonly ImageItem[]) => ({
  ...{ page: 3, width: 842, height: 1191, items: [...items], free: { first: 0, last: 60 }, colours: usualColours },
  zones: [
    {
      ...{ article: 'a1', column: 0, span, row: 0, rows: 20, x: 40, y: 60, height: 300, overset: 0 },
      width: spanWidth(spec, span),
    },
  ],
})

test('U36 a photo on a page is as fine as the part of it that is shown, over the columns it takes there', () => {
  const half = { x: 0.25, y: 0, width: 0.5, height: 1 }
  const place = photoPlace(usualStyle, 'a1', page(4, [image('m1', 3), image('m2', 2, half)]))
  expect([place.span, place.spec.columns]).toEqual([4, 6])
  expect(finenessOf(place, 'm1', pixels(spanWidth(spec, 3), 178))).toEqual({ resolution: 178, columns: 3, verdict: 'coarse' })
  expect(finenessOf(place, 'm1', pixels(spanWidth(spec, 3), 149.9))).toMatchObject({ verdict: 'tooCoarse' })
  expect(finenessOf(place, 'm2', pixels(spanWidth(spec, 2), 400))).toEqual({ resolution: 200, columns: 2, verdict: 'good' })
  expect(finenessOf(place, 'm3', pixels(100, 300))).toBeNull()
})

test('U36 without a place a picture says over how many columns it will do', () => {
  const place = photoPlace(usualStyle, 'a1', null)
  expect([place.span, place.spec.columns]).toEqual([null, 5])
  const three = pixels(spanWidth(place.spec, 3), 200)
  expect(finenessAcross(place, three, 3)).toEqual({ resolution: 200, columns: 3, verdict: 'good' })
  expect(columnsEnough(place, three)).toBe(3)
  expect(columnsEnough(place, pixels(spanWidth(place.spec, 1), 120))).toBe(0)
})
