import { describe, expect, it } from 'vitest'
import type { SetLine } from '../../../src/layout/text/line.ts'
import { breakParagraph } from '../../../src/layout/text/paragraph.ts'
import { longestRiver } from '../../../src/layout/text/rivers.ts'
import { typograph } from '../../../src/layout/text/typograph.ts'
import { columnOf4, columnOf5, faces, serif } from './setting.ts'
import { stories } from './stories.ts'

const line = (...gaps: readonly number[]): SetLine => ({
  x: 0,
  width: 100,
  size: 9,
  scale: 1,
  hyphenated: false,
  spaceRatio: 1,
  segments: [
    {
      font: 'serif',
      href: null,
      glyphs: gaps.flatMap(() => [1, 2]),
      clusters: gaps.flatMap(() => [' ', 'а']),
      xs: gaps.flatMap((gap) => [gap, gap + 3]),
      end: 100,
    },
  ],
})

describe('rivers', () => {
  it('L19 are word spaces one under another', () => {
    expect(longestRiver([])).toBe(0)
    expect(longestRiver([line(20, 50), line(35, 70), line(10)])).toBe(1)
    expect(longestRiver([line(20, 50), line(21, 70), line(22), line(40)])).toBe(3)
    expect(longestRiver([line(20), line(30), line(20)])).toBe(1)
  })

  it('L19 of four lines are rare', () => {
    for (const width of [columnOf5, columnOf4]) {
      const paragraphs = stories(120).map((story) =>
        breakParagraph(serif(typograph(story)), { faces, size: 9, width, indent: 10 }),
      )
      const lines = paragraphs.reduce((sum, each) => sum + each.length, 0)
      const rivers = paragraphs.filter((each) => longestRiver(each) >= 4).length
      expect((1000 * rivers) / lines).toBeLessThanOrEqual(1.7)
    }
  })
})
