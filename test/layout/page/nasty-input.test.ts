import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IssueInput, StoryInput } from '../../../src/layout/input.ts'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { measurePages } from '../../../src/layout/metrics/measure-pages.ts'
import { publicationSpec, rowBaseline } from '../../../src/layout/page/publication-spec.ts'
import { planIssue } from '../../../src/layout/plan-issue.ts'
import { pageDisplaySchema } from '../../../src/shared/layout/display.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import {
  bare,
  issue,
  loadFaces,
  paragraph,
  photo,
  placementsOf,
  printedBody,
  sentences,
  story,
  writtenBody,
} from './issue-fixtures.ts'

const faces = loadFaces()

/** What no author means to send and some program will. */
const nasty: readonly string[] = [
  'щ'.repeat(300),
  'https://example.org/'.padEnd(320, 'dlinnyj-put/'),
  '😀👨‍👩‍👧‍👦🇷🇺 эмодзи посреди слова про😀фсоюз',
  'שלום עולם и ‏العربية‎ справа налево',
  'нуле\u200bвая\u200c ши\u200dрина\u2060 и \ufeffметка',
  'управляющие \u0001\u0007\u001b[31m знаки\u0085 и\u2028строка\u2029абзац',
  '漢字とかな без знаков в шрифте',
  'а́ б̈ составны́е зна́ки Й й',
  '\u00a0\u00a0 \t',
  '—',
  '. . . . . .',
  '№№№ 5 5 5 А. Б. В. Г.',
  '1'.repeat(90),
  `${'слово-'.repeat(40)}конец`,
  'x',
]

const nastyStory = (id: string): fc.Arbitrary<StoryInput> =>
  fc
    .record({
      texts: fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 80 })), { maxLength: 6 }),
      headline: fc.constantFrom('', 'Заголовок', ...nasty),
      kinds: fc.array(fc.constantFrom('paragraph', 'lead', 'subhead', 'quote', 'question', 'listItem'), {
        minLength: 6,
        maxLength: 6,
      }),
      photo: fc.boolean(),
    })
    .map(({ texts, headline, kinds, photo: has }) =>
      story(
        id,
        [
          ...(has ? [photo('landscape', nasty[2])] : []),
          ...texts.map((text, index) => paragraph(text, kinds[index] ?? 'paragraph')),
        ],
        {
          headline,
          kicker: headline,
          deck: headline,
        },
      ),
    )

const columns = fc.constantFrom(4 as const, 5 as const, 6 as const)
const typography = fc.constantFrom('strict' as const, 'tight' as const)
const nastyIssue: fc.Arbitrary<IssueInput> = fc
  .tuple(nastyStory('a'), nastyStory('b'), nastyStory('c'), columns, typography)
  .map(([a, b, c, count, set]) => ({
    ...issue(
      [a, b, c],
      placementsOf([
        ['a', 1, 2],
        ['b', 2],
        ['c', 2],
      ]),
      2,
    ),
    columns: count,
    style: { ...usualStyle, typography: set },
  }))

/** Invisible characters draw nothing, and composed letters are one. */
const visible = (text: string): string => bare(text.normalize('NFC')).replace(/\p{C}|\ufe0e|\ufe0f/gu, '')

describe('nasty input', () => {
  it('L61 is laid out without fail: on the sheet, on the grid, within the zones, the same every time', () => {
    fc.assert(
      fc.property(nastyIssue, (input) => {
        const spec = publicationSpec(input.style, input.columns)
        const laid = layOutIssue(input, faces)
        expect(layOutIssue(input, faces)).toEqual(laid)
        expect(laid.fits.map(({ article }) => article).sort()).toEqual(['a', 'b', 'c'])
        for (const page of laid.pages) {
          expect(() => pageDisplaySchema.parse(page)).not.toThrow()
          for (const item of page.items) {
            const bottom = item.kind === 'text' ? item.y : item.y + item.height
            expect(item.x).toBeGreaterThanOrEqual(0)
            expect(bottom).toBeLessThanOrEqual(page.height)
            if (item.kind === 'text' && ['body', 'lead'].includes(item.tag.role)) {
              const row = (item.y - rowBaseline(spec, 0)) / spec.grid
              expect(Math.abs(row - Math.round(row))).toBeLessThan(1e-6)
            }
            const zone = page.zones.find(({ article }) => article === item.tag.article)
            if (zone === undefined) continue
            expect(item.x).toBeGreaterThanOrEqual(zone.x - 12)
            expect(bottom).toBeLessThanOrEqual(zone.y + zone.height + 0.01)
          }
        }
        const figures = measurePages(laid.pages, spec, faces)
        expect(figures).toMatchObject({ onGrid: 100, widows: 0, orphans: 0 })
      }),
      { numRuns: 4, seed: 3, endOnFailure: true },
    )
  }, 300_000)

  it.each(nasty)('L61 loses nothing of %j', (text) => {
    const input = issue([story('a', [paragraph(text), paragraph(sentences(40, 1)), paragraph(text)])], placementsOf([['a', 2]]))
    const { pages, fits } = layOutIssue(input, faces)
    expect(fits[0]?.overset).toBeLessThanOrEqual(0)
    expect(visible(printedBody(pages, 'a'))).toBe(visible(writtenBody(input.stories[0] ?? story('', []))))
  })

  it('L61 has room for a story of one line, or of none, over five columns', () => {
    for (const body of [[], [paragraph('Одна строка.')]]) {
      const { pages, fits } = layOutIssue(issue([story('a', body)], placementsOf([['a', 2]])), faces)
      expect(fits).toMatchObject([{ article: 'a', page: 2 }])
      expect(printedBody(pages, 'a')).toBe(body.length === 0 ? '' : 'Однастрока.')
    }
  })

  it('L61 finds places for what fits of 200 stories for 16 pages and names the others', () => {
    const stories = Array.from({ length: 200 }, (_, index) =>
      story(`s${String(index).padStart(3, '0')}`, [paragraph(sentences(60, index)), paragraph(sentences(90, index + 1))]),
    )
    const input = issue(stories, new Map(), 16)
    const { placements, left } = planIssue(input, faces)
    expect(placements.size + left.length).toBe(200)
    expect(placements.size).toBeGreaterThan(80)
    const { fits } = layOutIssue({ ...input, placements }, faces)
    expect(fits.filter(({ overset }) => overset > 0)).toEqual([])
  })
})
