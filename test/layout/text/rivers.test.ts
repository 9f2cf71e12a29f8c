import { describe, expect, it } from 'vitest'
import type { SetLine } from '../../../src/layout/text/line.ts'
import { gapsOf, type RiverLine, riversThrough } from '../../../src/layout/text/rivers.ts'

const line = (...gaps: readonly number[]): RiverLine => ({ gaps: gaps.map((from) => ({ from, to: from + 3 })), goesOn: true })
const rivers = (...lines: readonly RiverLine[]) => riversThrough(lines, 9)

describe('rivers', () => {
  it('L19 are word spaces one under another', () => {
    expect(rivers().longest).toBe(0)
    expect(rivers(line(20, 50), line(35, 70), line(10)).longest).toBe(1)
    expect(rivers(line(20, 50), line(21, 70), line(22), line(40)).longest).toBe(3)
    expect(rivers(line(20), line(30), line(20)).longest).toBe(1)
  })

  it('L19 are seen from their fourth line on, once each, and end with their column', () => {
    const four = [line(20), line(21), line(20), line(21)]
    expect(rivers(line(70), ...four, line(20), line(50), ...four).seenAt).toEqual([4, 10])
    expect(rivers(line(20), line(21), { ...line(20), goesOn: false }, line(21)).seenAt).toEqual([])
  })

  it('L19 run through the spaces between words, whatever their kind, and not through the end of a line', () => {
    const set: SetLine = {
      x: 2,
      width: 40,
      size: 9,
      scale: 1,
      hyphenated: false,
      spaceRatio: 1,
      segments: [
        { font: 'serif', href: null, glyphs: [1, 2], clusters: ['а', ' '], xs: [0, 10], end: 13 },
        { font: 'serif', href: null, glyphs: [1, 2, 1, 2], clusters: ['б', '\u00a0', 'в', ' '], xs: [13, 20, 24, 40], end: 40 },
      ],
    }
    expect(gapsOf(set)).toEqual([
      { from: 12, to: 15 },
      { from: 22, to: 26 },
    ])
  })
})
