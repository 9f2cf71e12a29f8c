import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IssueInput } from '../../../src/layout/input.ts'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { publicationSpec, rowBaseline } from '../../../src/layout/page/publication-spec.ts'
import type { DisplayItem, PageDisplay } from '../../../src/shared/layout/display.ts'
import { pageDisplaySchema } from '../../../src/shared/layout/display.ts'
import { type Typography, usualStyle } from '../../../src/shared/settings/page-style.ts'
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
  textOfItems,
  writtenBody,
} from './issue-fixtures.ts'

const faces = loadFaces()
const spec = publicationSpec(usualStyle, 5)

const long = (words: number, paragraphs: number, seed = 0) =>
  Array.from({ length: paragraphs }, (_, index) => paragraph(sentences(words, seed + index)))

const issueArbitrary: fc.Arbitrary<IssueInput> = fc
  .tuple(
    storyArbitrary('a'),
    storyArbitrary('b'),
    storyArbitrary('c'),
    storyArbitrary('d'),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([a, b, c, d, pages]) =>
    issue([a, b, c, d], placementsOf([a, b, c, d].map(({ id }, index) => [id, pages[index] ?? 1])), 3),
  )

const itemBox = (item: DisplayItem) =>
  item.kind === 'text'
    ? { left: item.x, right: item.x + item.width, top: item.y - item.size, bottom: item.y }
    : { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height }

const itemsOf = (page: PageDisplay | undefined, role: DisplayItem['tag']['role'], article?: string) =>
  (page?.items ?? []).filter((item) => item.tag.role === role && (article === undefined || item.tag.article === article))

describe('layOutIssue', () => {
  it('L20 loses and doubles no word of a story that fits', () => {
    fc.assert(
      fc.property(issueArbitrary, (input) => {
        const { pages, fits } = layOutIssue(input, faces)
        for (const one of input.stories) {
          const fit = fits.find(({ article }) => article === one.id)
          expect(fit).toBeDefined()
          const printed = printedBody(pages, one.id)
          if (fit !== undefined && fit.overset <= 0) expect(printed).toBe(writtenBody(one))
          else expect(writtenBody(one).startsWith(printed)).toBe(true)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('L21 makes equal pages of equal input', () => {
    fc.assert(
      fc.property(issueArbitrary, (input) => {
        expect(layOutIssue(input, faces)).toEqual(layOutIssue(input, faces))
      }),
      { numRuns: 3 },
    )
  })

  it('L22 keeps items on the sheet and zones within the margins, and no two zones overlap', () => {
    fc.assert(
      fc.property(issueArbitrary, (input) => {
        for (const page of layOutIssue(input, faces).pages) {
          expect(() => pageDisplaySchema.parse(page)).not.toThrow()
          for (const item of page.items) {
            const box = itemBox(item)
            expect(box.left).toBeGreaterThanOrEqual(0)
            expect(box.top).toBeGreaterThanOrEqual(0)
            expect(box.right).toBeLessThanOrEqual(page.width)
            expect(box.bottom).toBeLessThanOrEqual(page.height)
          }
          page.zones.forEach((zone, index) => {
            expect(zone.x).toBeGreaterThanOrEqual(spec.margin.outer - 0.01)
            expect(zone.x + zone.width).toBeLessThanOrEqual(page.width - spec.margin.outer + 0.01)
            expect(zone.y).toBeGreaterThanOrEqual(spec.margin.top)
            expect(zone.y + zone.height).toBeLessThanOrEqual(page.height - spec.margin.bottom + 0.01)
            for (const other of page.zones.slice(index + 1)) {
              const across = Math.min(zone.x + zone.width, other.x + other.width) - Math.max(zone.x, other.x)
              const down = Math.min(zone.y + zone.height, other.y + other.height) - Math.max(zone.y, other.y)
              expect(across > 0.01 && down > 0.01).toBe(false)
            }
          })
        }
      }),
      { numRuns: 10 },
    )
  })

  it('L23 sets every line of body text on the baseline grid of the page', () => {
    fc.assert(
      fc.property(issueArbitrary, (input) => {
        for (const page of layOutIssue(input, faces).pages)
          for (const item of page.items) {
            if (item.kind !== 'text' || !['body', 'lead', 'subhead'].includes(item.tag.role)) continue
            const rows = (item.y - rowBaseline(spec, 0)) / spec.grid
            expect(Math.abs(rows - Math.round(rows))).toBeLessThan(1e-6)
          }
      }),
      { numRuns: 8 },
    )
  })

  it('L24 keeps the lines of a zone and its pictures apart', () => {
    fc.assert(
      fc.property(issueArbitrary, (input) => {
        for (const page of layOutIssue(input, faces).pages)
          for (const image of page.items)
            if (image.kind === 'image')
              for (const item of page.items) {
                if (item.kind !== 'text') continue
                const across = Math.min(image.x + image.width, item.x + item.width) - Math.max(image.x, item.x)
                const down = Math.min(image.y + image.height, item.y) - Math.max(image.y, item.y - item.size * 0.6)
                expect(across > 3 && down > 0.5).toBe(false)
              }
      }),
      { numRuns: 8 },
    )
  })

  it('L28 ends the columns of a story that fills its zone at most one row apart', () => {
    const stories = ['a', 'b', 'c'].map((id, index) =>
      story(id, [photo(index === 1 ? 'portrait' : 'landscape'), ...long(48, 9 - index, index)]),
    )
    const { pages } = layOutIssue(
      issue(
        stories,
        placementsOf([
          ['a', 2],
          ['b', 2],
          ['c', 2],
        ]),
      ),
      faces,
    )
    const page = pages[1]
    for (const zone of page?.zones ?? []) {
      const bottoms = new Map<number, number>()
      for (const item of itemsOf(page, 'body', zone.article)) {
        if (item.kind !== 'text') continue
        const column = Math.floor((item.x - zone.x + 6) / (spec.columnWidth + spec.gutter))
        bottoms.set(column, Math.max(bottoms.get(column) ?? 0, item.y))
      }
      expect(bottoms.size).toBe(Math.round((zone.width + spec.gutter) / (spec.columnWidth + spec.gutter)))
      expect(Math.max(...bottoms.values()) - Math.min(...bottoms.values())).toBeLessThanOrEqual(spec.grid + 0.01)
    }
  })

  it('L29 gives the first story of a page the largest headline', () => {
    const stories = ['a', 'b', 'c'].map((id, index) => story(id, [photo('landscape'), ...long(50, 6, index)]))
    const { pages } = layOutIssue(
      issue(
        stories,
        placementsOf([
          ['a', 3],
          ['b', 3],
          ['c', 3],
        ]),
      ),
      faces,
    )
    const size = (id: string) =>
      Math.max(...itemsOf(pages[2], 'headline', id).map((item) => (item.kind === 'text' ? item.size : 0)))
    expect(size('a')).toBeGreaterThan(size('b'))
    expect(size('a')).toBeGreaterThan(size('c'))
  })

  it('L30 names the right pages in the jump lines and sets the whole story over both', () => {
    const input = issue(
      [
        story('long', [photo('landscape'), ...long(60, 30)]),
        story('b', long(50, 5, 3)),
        story('c', [photo('portrait'), ...long(50, 5, 7)]),
      ],
      placementsOf([
        ['long', 1, 3],
        ['b', 3],
        ['c', 1],
      ]),
    )
    const { pages, fits } = layOutIssue(input, faces)
    expect(textOfItems(itemsOf(pages[0], 'jumpLine', 'long'))).toBe('Окончание на с. 3')
    expect(textOfItems(itemsOf(pages[2], 'jumpLine', 'long'))).toBe('Начало на с. 1')
    expect(fits.find(({ article }) => article === 'long')).toMatchObject({ page: 1, continuation: 3, overset: 0 })
    expect(pages[0]?.zones.find(({ article }) => article === 'long')?.overset).toBeNull()
    expect(printedBody(pages, 'long')).toBe(writtenBody(input.stories[0] ?? story('', [])))
  })

  it('L30 reports a jump that goes nowhere and sets the story on its page', () => {
    const stories = [story('a', long(40, 4)), story('b', long(40, 4))]
    const { diagnostics, fits, pages } = layOutIssue(
      issue(
        stories,
        placementsOf([
          ['a', 2, 9],
          ['b', 3, 2],
        ]),
      ),
      faces,
    )
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ article }) => article)).toEqual(['a', 'b'])
    expect(fits.map(({ continuation }) => continuation)).toEqual([null, null])
    expect(itemsOf(pages[1], 'jumpLine')).toEqual([])
  })

  it('L62 takes fewer rows in tight setting than in strict setting', () => {
    const input = issue([story('a', long(60, 30))], placementsOf([['a', 2]]))
    const rows = (typography: Typography) =>
      layOutIssue({ ...input, style: { ...usualStyle, typography } }, faces).fits[0]?.lines ?? 0
    expect(rows('tight')).toBeLessThan(rows('strict'))
  })

  it('L32 shows what fits of a story that is too long and counts the rest in rows', () => {
    const input = issue([story('a', long(60, 60))], placementsOf([['a', 2]]))
    const { fits, diagnostics, pages } = layOutIssue(input, faces)
    const overset = fits[0]?.overset ?? 0
    expect(overset).toBeGreaterThan(50)
    expect(pages[1]?.zones[0]?.overset).toBe(overset)
    expect(diagnostics.some(({ message }) => message.startsWith(`Хвост ${overset} строк`))).toBe(true)
    const printed = printedBody(pages, 'a')
    const written = writtenBody(input.stories[0] ?? story('', []))
    expect(printed.length).toBeGreaterThan(5000)
    expect(written.startsWith(printed)).toBe(true)
  })

  it('L32 reports every story of a page that has room for none of them', () => {
    const stories = Array.from({ length: 40 }, (_, index) => story(`s${String(index).padStart(2, '0')}`, long(40, 3, index)))
    const { fits, diagnostics } = layOutIssue(issue(stories, placementsOf(stories.map(({ id }) => [id, 1]))), faces)
    expect(fits).toHaveLength(40)
    const without = fits.filter(({ overset }) => overset > 0)
    expect(without.length).toBeGreaterThan(0)
    for (const { article } of without)
      expect(diagnostics.some((one) => one.article === article && one.severity === 'error' && one.hint !== '')).toBe(true)
  })

  it('L33 reports what can go wrong with a picture', () => {
    const input = issue([story('a', [photo('small'), photo('gone'), ...long(50, 4)])], placementsOf([['a', 2]]))
    const { diagnostics, pages } = layOutIssue(input, faces)
    const messages = diagnostics.map(({ message }) => message).join('\n')
    expect(messages).toMatch(/^Нет файла снимка/m)
    expect(messages).toMatch(/^Снимок \d+ ppi, нужно 150/m)
    const [small] = itemsOf(pages[1], 'photo')
    expect(small?.kind === 'image' && small.width).toBeLessThanOrEqual(spec.columnWidth + 0.01)
  })

  it('L33 crops a picture within limits and never stretches it', () => {
    fc.assert(
      fc.property(issueArbitrary, (input) => {
        for (const page of layOutIssue(input, faces).pages)
          for (const item of page.items) {
            if (item.kind !== 'image') continue
            const size = input.stories[0]?.photos.get(item.media) ?? { width: 1, height: 1 }
            const shown = (size.width * item.crop.width) / (size.height * item.crop.height)
            expect(shown / (item.width / item.height)).toBeCloseTo(1, 5)
            expect(Math.min(item.crop.width, item.crop.height)).toBeGreaterThan(0.66)
          }
      }),
      { numRuns: 6 },
    )
  })

  it('L34 puts nothing but its furniture on an empty page', () => {
    const { pages } = layOutIssue(issue([], new Map(), 4), faces)
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 4])
    for (const page of pages) {
      expect(page.zones).toEqual([])
      expect(page.items.every((item) => item.tag.article === null)).toBe(true)
    }
    expect(textOfItems(itemsOf(pages[0], 'nameplate'))).toContain('Профсоюзная среда')
    expect(textOfItems(itemsOf(pages[1], 'folio'))).toBe('2')
    expect(textOfItems(itemsOf(pages[3], 'imprint'))).toContain('Учредитель: Профсоюз образования.')
  })

  it('L34 sets folios at the outer edge', () => {
    const { pages } = layOutIssue(issue([], new Map(), 3), faces)
    const x = (page: number) => itemsOf(pages[page - 1], 'folio').map((item) => item.x)[0] ?? 0
    expect(x(2)).toBeLessThan(spec.width / 2)
    expect(x(3)).toBeGreaterThan(spec.width / 2)
  })

  it('L35 reports a story on a page the issue does not have', () => {
    const { pages, diagnostics, fits } = layOutIssue(issue([story('a', long(40, 4))], placementsOf([['a', 9]])), faces)
    expect(pages).toHaveLength(4)
    expect(fits).toEqual([])
    expect(diagnostics).toMatchObject([{ severity: 'error', page: null, article: 'a' }])
  })

  it('L36 reports a character no font has', () => {
    const { diagnostics } = layOutIssue(
      issue([story('a', [paragraph('Знак 漢 в тексте.'), ...long(40, 4)])], placementsOf([['a', 2]])),
      faces,
    )
    expect(diagnostics.some(({ message }) => message.includes('漢'))).toBe(true)
  })
})
