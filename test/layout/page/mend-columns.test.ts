import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitColumns, startOfFlow } from '../../../src/layout/page/fit-columns.ts'
import { setGalley } from '../../../src/layout/page/galley.ts'
import { holesIn, withoutHoles } from '../../../src/layout/page/mend-columns.ts'
import { publicationSpec } from '../../../src/layout/page/publication-spec.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { stories } from '../text/stories.ts'
import { loadFaces, paragraph, story } from './issue-fixtures.ts'

const faces = loadFaces()
const news = stories(120)
const blocksOf = (texts: readonly string[]) =>
  setGalley(
    story(
      'a',
      texts.map((text) => paragraph(text)),
    ),
    publicationSpec(usualStyle, 5),
    faces,
  ).blocks

describe('mending columns', () => {
  it('L166 ends the last column up to two rows short of the others rather than leave a hole in the text', () => {
    let mended = 0
    const short = news.filter(({ length }) => length < 130)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...short), { minLength: 6, maxLength: 14 }),
        fc.integer({ min: 2, max: 5 }),
        (texts, columns) => {
          const blocks = blocksOf(texts)
          const rows = Math.ceil(blocks.reduce((sum, { variants }) => sum + (variants[0]?.length ?? 0), 0) / columns) + 1
          const capacities = Array.from({ length: columns }, () => rows)
          const fit = fitColumns(blocks, capacities)
          if (fit.rest !== null || holesIn(blocks, fit) === 0) return
          const found = withoutHoles(blocks, fit, capacities, startOfFlow)
          if (found === null) return
          mended += 1
          expect(holesIn(blocks, found)).toBe(0)
          const missing = found.filled.map((filled) => rows - filled)
          const others = missing.slice(0, -1)
          expect(Math.max(...others) - Math.min(...others)).toBeLessThanOrEqual(1)
          expect((missing.at(-1) ?? 0) - Math.min(...others)).toBeLessThanOrEqual(2)
          expect(found.rest).toBeNull()
        },
      ),
      { numRuns: 60, seed: 4 },
    )
    expect(mended).toBeGreaterThan(0)
  })
})
