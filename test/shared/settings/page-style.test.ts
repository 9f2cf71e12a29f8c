import { describe, expect, it } from 'vitest'
import { screenOf } from '../../../src/shared/layout/ink.ts'
import { type PageStyle, pageFormats, pageStyleSchema, styleLimits, usualStyle } from '../../../src/shared/settings/page-style.ts'
import { columnMillimetres, narrowColumns, styleFaults } from '../../../src/shared/settings/style-faults.ts'

const kindsOf = (style: PageStyle) => styleFaults(style).map(({ kind }) => kind)
const withGrid = (grid: Partial<PageStyle['grid']>): PageStyle => ({ ...usualStyle, grid: { ...usualStyle.grid, ...grid } })
const withFormat = (format: Partial<PageStyle['format']>): PageStyle => ({
  ...usualStyle,
  format: { ...usualStyle.format, ...format },
})
const accent = (print: [number, number, number, number]): PageStyle => ({
  ...usualStyle,
  colours: { ...usualStyle.colours, accent: { print, screen: screenOf(print) } },
})

describe('the style of a publication', () => {
  it('has a look of its own unless told otherwise, in which everything fits together', () => {
    expect(pageStyleSchema.parse({ grid: { columns: 4 } })).toEqual(withGrid({ columns: 4 }))
    expect(styleFaults(usualStyle)).toEqual([])
    for (const columns of [4, 5, 6] as const) expect(styleFaults(withGrid({ columns }))).toEqual([])
    for (const format of Object.values(pageFormats)) expect(styleFaults({ ...withFormat(format) }).length).toBeLessThanOrEqual(1)
  })

  it('measures beyond sense are no style at all', () => {
    const [least, most] = styleLimits.body
    expect(pageStyleSchema.safeParse(withGrid({ body: least - 0.5 })).success).toBe(false)
    expect(pageStyleSchema.safeParse(withGrid({ body: most + 0.5 })).success).toBe(false)
    expect(pageStyleSchema.safeParse({ ...usualStyle, fonts: { ...usualStyle.fonts, body: 'comicSans' } }).success).toBe(false)
  })

  it('columns must be wide enough for their text', () => {
    expect(columnMillimetres(usualStyle)).toBeCloseTo(50.6, 6)
    expect(styleFaults({ ...withFormat(pageFormats.a4) })).toEqual([
      { kind: 'columnsNarrow', columns: 5, width: 33.2, least: 38.1 },
    ])
    expect(narrowColumns(withFormat(pageFormats.a4), 4)).toEqual([])
    expect(kindsOf(withGrid({ columns: 6, body: 12, leading: 14 }))).toEqual(['columnsNarrow'])
  })

  it('a page must be high enough for nameplate, imprint and text', () => {
    expect(kindsOf(withFormat({ height: 200 }))).toEqual(['pageLow'])
  })

  it('what stands on the grid must not be larger than its rows', () => {
    expect(kindsOf(withGrid({ leading: 8.5 }))).toEqual(['leadingTight', 'tooTall', 'tooTall'])
    expect(kindsOf({ ...usualStyle, sizes: { ...usualStyle.sizes, subhead: 12 } })).toEqual(['tooTall'])
    expect(kindsOf({ ...usualStyle, headlines: { ...usualStyle.headlines, smallest: 24, largestSecond: 20 } })).toEqual([
      'headlinesCrossed',
    ])
  })

  it('colours must be legible and dry', () => {
    expect(kindsOf(accent([0, 0, 100, 0]))).toEqual(['accentPale'])
    expect(kindsOf(accent([80, 80, 80, 20]))).toEqual(['inkHeavy'])
    const dark: [number, number, number, number] = [0, 0, 0, 60]
    const tint = { print: dark, screen: screenOf(dark) }
    expect(kindsOf({ ...usualStyle, colours: { ...usualStyle.colours, tint } })).toEqual(['tintDark'])
  })
})
