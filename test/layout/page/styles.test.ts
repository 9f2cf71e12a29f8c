import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { createLayoutEngine } from '../../../src/layout/layout-engine.ts'
import { publicationSpec, rowBaseline } from '../../../src/layout/page/publication-spec.ts'
import { pageDisplaySchema } from '../../../src/shared/layout/display.ts'
import { screenOf } from '../../../src/shared/layout/ink.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import {
  issue,
  loadFaces,
  paragraph,
  photo,
  placementsOf,
  printedBody,
  sentences,
  story,
  storyArbitrary,
  writtenBody,
} from './issue-fixtures.ts'
import { styleArbitrary } from './some-style.ts'

const faces = loadFaces()

describe('styles of a publication', () => {
  it('L85 any style lays an issue out: on the sheet, on its grid, with no word lost', () => {
    fc.assert(
      fc.property(styleArbitrary, storyArbitrary('a'), storyArbitrary('b'), (style, a, b) => {
        const { columns } = style.grid
        const spec = publicationSpec(style, columns)
        const input = {
          ...issue(
            [a, b],
            placementsOf([
              ['a', 1],
              ['b', 2],
            ]),
            2,
          ),
          style,
          columns,
        }
        const { pages, fits } = layOutIssue(input, faces)
        for (const one of input.stories) {
          const printed = printedBody(pages, one.id)
          const fit = fits.find(({ article }) => article === one.id)
          if (fit !== undefined && fit.overset <= 0) expect(printed).toBe(writtenBody(one))
          else expect(writtenBody(one).startsWith(printed)).toBe(true)
        }
        for (const page of pages) {
          expect(() => pageDisplaySchema.parse(page)).not.toThrow()
          expect([page.width, page.height]).toEqual([spec.width, spec.height])
          for (const item of page.items) {
            const bottom = item.kind === 'text' ? item.y : item.y + item.height
            expect(item.x).toBeGreaterThanOrEqual(0)
            expect(item.x + item.width).toBeLessThanOrEqual(page.width)
            expect(bottom).toBeLessThanOrEqual(page.height)
            if (item.kind !== 'text' || !['body', 'lead', 'subhead'].includes(item.tag.role)) continue
            const row = (item.y - rowBaseline(spec, 0)) / spec.grid
            expect(Math.abs(row - Math.round(row))).toBeLessThan(1e-6)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('L86 an engine that knew another style sets the same pages as a new one', () => {
    const input = issue(
      [story('a', [photo('landscape'), paragraph(sentences(200, 1)), paragraph(sentences(90, 2))])],
      placementsOf([['a', 2]]),
      2,
    )
    const accent = { print: [0, 100, 90, 0] as [number, number, number, number], screen: screenOf([0, 100, 90, 0]) }
    const styles = [
      usualStyle,
      { ...usualStyle, sizes: { ...usualStyle.sizes, caption: 9 } },
      { ...usualStyle, colours: { ...usualStyle.colours, accent } },
      { ...usualStyle, fonts: { ...usualStyle.fonts, body: 'ptSans' as const } },
      usualStyle,
    ]
    const engine = createLayoutEngine(faces)
    for (const style of styles) expect(engine.layOut({ ...input, style })).toEqual(layOutIssue({ ...input, style }, faces))
  })

  it('L87 a page tells the colours it is made in', () => {
    const print: [number, number, number, number] = [100, 40, 0, 10]
    const colours = { ...usualStyle.colours, accent: { print, screen: screenOf(print) } }
    const input = issue([story('a', [paragraph(sentences(60, 1))])], placementsOf([['a', 2]]), 2)
    for (const page of layOutIssue({ ...input, style: { ...usualStyle, colours } }, faces).pages)
      expect(page.colours).toEqual(colours)
  })

  it('L88 headlines take the part of their size that the style gives to their width and rank', () => {
    const input = issue([story('a', [paragraph(sentences(400, 1))])], placementsOf([['a', 2]]), 2)
    const sizeWith = (lead: number[]) =>
      layOutIssue(
        { ...input, style: { ...usualStyle, headlines: { ...usualStyle.headlines, lead } } },
        faces,
      ).pages[1]?.items.find(({ tag }) => tag.role === 'headline')
    const usual = sizeWith([100, 100, 100, 100, 100, 100])
    const half = sizeWith([50, 50, 50, 50, 50, 50])
    if (usual?.kind !== 'text' || half?.kind !== 'text') throw new Error('no headline')
    expect(half.size).toBeLessThan(usual.size)
  })
})
