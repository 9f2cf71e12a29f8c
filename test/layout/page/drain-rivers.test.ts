import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drainRivers } from '../../../src/layout/page/drain-rivers.ts'
import { type ColumnFit, type FlowPoint, fitColumns, startOfFlow } from '../../../src/layout/page/fit-columns.ts'
import { type GalleyBlock, setGalley } from '../../../src/layout/page/galley.ts'
import { publicationSpec } from '../../../src/layout/page/publication-spec.ts'
import { gapsOf, riversThrough } from '../../../src/layout/text/rivers.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { joined } from '../text/setting.ts'
import { stories } from '../text/stories.ts'
import { loadFaces, paragraph, story } from './issue-fixtures.ts'

const faces = loadFaces()
const news = stories(200)
const galleyOf = (texts: readonly string[], columns: number) =>
  setGalley(
    story(
      'a',
      texts.map((text) => paragraph(text)),
    ),
    publicationSpec(usualStyle, columns),
    faces,
  )

const drained = (blocks: readonly GalleyBlock[], fit: ColumnFit, from: FlowPoint = startOfFlow) =>
  drainRivers(blocks, fit, from, 9, faces)

/** Rivers in the columns, and all of their lines. */
const riversIn = (blocks: readonly GalleyBlock[], { placed }: ColumnFit) => {
  const lines = placed.flatMap(({ block, variant, from, to, row }) =>
    (blocks[block]?.variants[variant] ?? [])
      .slice(from, to)
      .map((line, at) => ({ gaps: gapsOf(line), goesOn: row > 0 || at > 0 })),
  )
  return { lines: lines.length, rivers: riversThrough(lines, 9).seenAt.length }
}

describe('rivers through columns', () => {
  it.each([5, 4])('L19 L160 are rare in %i columns, and would not be', (columns) => {
    const { blocks } = galleyOf(news, columns)
    const fit = fitColumns(
      blocks,
      Array.from({ length: 20 }, () => 70),
    )
    const before = riversIn(blocks, fit)
    const after = riversIn(drained(blocks, fit), fit)
    expect(before.rivers).toBeGreaterThan(1)
    expect(after.rivers).toBeLessThan(before.rivers / 2)
    expect((1000 * after.rivers) / after.lines).toBeLessThan(1)
  })

  it('L160 L161 go without a line more or less, without a word lost, and without making others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...news), { minLength: 3, maxLength: 25 }),
        fc.array(fc.integer({ min: 8, max: 40 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 3 }),
        (texts, capacities, line) => {
          const { blocks } = galleyOf(texts, 4)
          const cut = blocks[0]?.variants[0]?.length ?? 0
          const from = { ...startOfFlow, line: line > 1 && cut - line > 1 ? line : 0 }
          const fit = fitColumns(blocks, capacities, from)
          const set = drained(blocks, fit, from)
          expect(set.map(({ variants }) => variants.map(({ length }) => length))).toEqual(
            blocks.map(({ variants }) => variants.map(({ length }) => length)),
          )
          expect(set.map(({ variants }) => variants.map(joined))).toEqual(blocks.map(({ variants }) => variants.map(joined)))
          expect(riversIn(set, fit).rivers).toBeLessThanOrEqual(riversIn(blocks, fit).rivers)
          if (from.line > 0) expect(set[0]).toBe(blocks[0])
          if (fit.rest !== null && fit.rest.line > 0) expect(set[fit.rest.block]).toBe(blocks[fit.rest.block])
          expect(drained(blocks, fit, from)).toEqual(set)
        },
      ),
      { numRuns: 40 },
    )
  })
})
