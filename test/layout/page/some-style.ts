import fc from 'fast-check'
import { fontFamilyIds } from '../../../src/shared/settings/font-family.ts'
import { type PageStyle, pageFormats, styleLimits, usualStyle } from '../../../src/shared/settings/page-style.ts'
import { styleFaults } from '../../../src/shared/settings/style-faults.ts'

const family = fc.constantFrom(...fontFamilyIds)
const tenth = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.ceil(least * 10), max: Math.floor(most * 10) }).map((tenths) => tenths / 10)
const within = (name: keyof typeof styleLimits) => tenth(styleLimits[name][0], styleLimits[name][1])
const percents = fc.array(fc.integer({ min: 50, max: 160 }), { minLength: 6, maxLength: 6 })
/** What stands on the grid is no larger than its rows; the rest of the range is tried by the rules themselves. */
const onGrid = (name: 'lead' | 'subhead' | 'sidebar', leading: number) =>
  tenth(styleLimits[name][0], Math.min(styleLimits[name][1], leading))

/** Any style in which everything fits together. */
export const styleArbitrary: fc.Arbitrary<PageStyle> = fc
  .record({
    format: fc.constantFrom(...Object.values(pageFormats)),
    margins: fc.record({ top: within('margin'), bottom: within('margin'), inner: within('margin'), outer: within('margin') }),
    columns: fc.constantFrom(4 as const, 5 as const, 6 as const),
    gutter: within('gutter'),
    body: tenth(7, 11),
    more: tenth(0.6, 4),
    indent: within('indent'),
    typography: fc.constantFrom('strict' as const, 'tight' as const),
  })
  .chain(({ format, margins, columns, gutter, body, more, indent, typography }) => {
    const leading = Math.round((body + more) * 10) / 10
    return fc
      .record({
        fonts: fc.record({ body: family, headline: family, service: family, label: family, nameplate: family }),
        sizes: fc.record({
          lead: onGrid('lead', leading),
          subhead: onGrid('subhead', leading),
          sidebar: onGrid('sidebar', leading),
          quote: within('quote'),
          table: within('table'),
          kicker: within('kicker'),
          deck: within('deck'),
          leadDeck: within('leadDeck'),
          byline: within('byline'),
          caption: within('caption'),
        }),
        headlines: fc.record({ lead: percents, second: percents, largestSecond: tenth(28, 72), smallest: tenth(9, 28) }),
      })
      .map(
        (chosen): PageStyle => ({
          ...usualStyle,
          ...chosen,
          format: { ...format, ...margins },
          grid: { columns, gutter, leading, body, indent },
          typography,
        }),
      )
  })
  .filter((style) => styleFaults(style).length === 0)
