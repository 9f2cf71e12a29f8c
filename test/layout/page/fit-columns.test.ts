import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillUp } from '../../../src/layout/page/fill-up.ts'
import { type FlowBlock, fitColumns, flowRows, startOfFlow } from '../../../src/layout/page/fit-columns.ts'
import type { SetLine } from '../../../src/layout/text/line.ts'

const line: SetLine = { x: 0, segments: [], width: 100, size: 9, scale: 1, hyphenated: false, spaceRatio: 1 }
const lines = (count: number): readonly SetLine[] => Array.from({ length: count }, () => line)

const text = (count: number, variants: readonly number[] = []): FlowBlock => ({
  variants: [lines(count), ...variants.map(lines)],
  costs: [0, ...variants.map(() => 1)],
  boxRows: null,
  before: 0,
  stretchCost: 35,
  breakable: true,
  opening: 2,
  keepWithNext: false,
})
const subhead: FlowBlock = { ...text(1), before: 1, stretchCost: 6, breakable: false, keepWithNext: true }
const box = (rows: number): FlowBlock => ({ ...text(1), boxRows: rows, before: 1, stretchCost: 6, breakable: false })

const flowArbitrary = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.integer({ min: 1, max: 14 }).map((count) => text(count, count > 4 ? [count - 1, count + 1] : [])),
      },
      { weight: 1, arbitrary: fc.constant(subhead) },
      { weight: 1, arbitrary: fc.integer({ min: 3, max: 8 }).map(box) },
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map((blocks) => [...blocks, text(6)])
const capacitiesArbitrary = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 })

const apart = (capacities: readonly number[], filled: readonly number[]): number => {
  const missing = capacities.map((capacity, index) => capacity - (filled[index] ?? 0))
  return Math.max(...missing) - Math.min(...missing)
}

describe('fitColumns', () => {
  it('L26 places every line once, in order, and counts what finds no room', () => {
    fc.assert(
      fc.property(flowArbitrary, capacitiesArbitrary, (blocks, capacities) => {
        const fit = fitColumns(blocks, capacities)
        let block = 0
        let from = 0
        let variant = 0
        for (const placed of fit.placed) {
          expect([placed.block, placed.from]).toEqual([block, from])
          if (from > 0) expect(placed.variant).toBe(variant)
          const whole = placed.to === blocks[block]?.variants[placed.variant]?.length
          block = whole ? block + 1 : block
          from = whole ? 0 : placed.to
          variant = placed.variant
        }
        if (fit.rest === null) expect([block, from]).toEqual([blocks.length, 0])
        else expect([fit.rest.block, fit.rest.line]).toEqual([block, from])
        expect(fit.overset).toBe(fit.rest === null ? 0 : flowRows(blocks, fit.rest))
      }),
      { numRuns: 150 },
    )
  })

  it('L164 L26 sets a text wider that ends a few rows short, whole and in order, and never leaves more rows empty', () => {
    fc.assert(
      fc.property(flowArbitrary, capacitiesArbitrary, (blocks, capacities) => {
        const fit = fitColumns(blocks, capacities)
        const filled = fillUp(fit, blocks, capacities, startOfFlow)
        const empty = (numbers: readonly number[]) =>
          Math.min(...capacities.flatMap((capacity, at) => (capacity > 0 ? [capacity - (numbers[at] ?? 0)] : [])))
        expect(empty(filled.filled)).toBeLessThanOrEqual(empty(fit.filled))
        expect([filled.rest, filled.overset]).toEqual([fit.rest, fit.overset])
        let at = { block: 0, line: 0 }
        for (const { block, variant, from, to } of filled.placed) {
          expect({ block, line: from }).toEqual(at)
          at = to === blocks[block]?.variants[variant]?.length ? { block: block + 1, line: 0 } : { block, line: to }
        }
        if (fit.rest === null) expect(at).toEqual({ block: blocks.length, line: 0 })
      }),
      { numRuns: 150 },
    )
  })

  it('L164 gives rows to subheads until the column ends at its foot', () => {
    const blocks = [text(9), subhead, text(9), subhead, text(9), subhead, text(9)]
    const capacities = [flowRows(blocks) + 3]
    const fit = fitColumns(blocks, capacities)
    expect(fit.filled).toEqual([capacities[0] === undefined ? 0 : capacities[0] - 3])
    expect(fillUp(fit, blocks, capacities, startOfFlow).filled).toEqual(capacities)
  })

  it('L27 leaves no widow, no orphan and no column that ends after a subhead', () => {
    fc.assert(
      fc.property(flowArbitrary, capacitiesArbitrary, (blocks, capacities) => {
        const { placed } = fitColumns(blocks, capacities)
        placed.forEach((one, index) => {
          const total = blocks[one.block]?.variants[one.variant]?.length ?? 0
          if (one.to < total) expect(Math.min(one.to - one.from, total - one.to)).toBeGreaterThanOrEqual(2)
          if (one.from > 0) expect(one.to - one.from).toBeGreaterThanOrEqual(2)
          const next = placed[index + 1]
          if (blocks[one.block]?.keepWithNext === true && next !== undefined) expect(next.column).toBe(one.column)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('L25 keeps every line within its column', () => {
    fc.assert(
      fc.property(flowArbitrary, capacitiesArbitrary, (blocks, capacities) => {
        for (const one of fitColumns(blocks, capacities).placed) {
          const block = blocks[one.block]
          const rows = block?.boxRows ?? one.to - one.from
          expect(one.row + rows).toBeLessThanOrEqual(capacities[one.column] ?? 0)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('L28 ends the columns level, or one row apart', () => {
    const blocks = [text(9), text(3), text(11), subhead, text(7), text(3), text(12), text(5)]
    for (const spare of [0, 1, 2, 3]) {
      const total = flowRows(blocks) + spare
      const depth = Math.ceil(total / 3)
      const fit = fitColumns(blocks, [depth, depth, depth])
      expect(fit.overset).toBe(0)
      expect(apart([depth, depth, depth], fit.filled)).toBeLessThanOrEqual(1)
    }
  })

  it('L28 sets a paragraph a line shorter or longer rather than leave the columns uneven', () => {
    const stiff = [text(3), text(3), text(3), text(3), text(3), text(3)]
    const giving = [text(3), text(3), text(3), text(3, [4]), text(3), text(3, [2])]
    expect(fitColumns(stiff, [10, 10]).overset).toBe(0)
    const fit = fitColumns(giving, [9, 9])
    expect(fit.filled).toEqual([9, 9])
  })

  it('L26 begins in the first column and leaves none empty before the text ends', () => {
    const fit = fitColumns([text(7)], [4, 4, 4, 4, 4])
    expect(fit.placed[0]).toMatchObject({ column: 0, row: 0 })
    expect(fitColumns([text(3), text(3), text(3)], [4, 4, 4]).filled).toEqual([3, 3, 3])
  })

  it('L31 fills the columns of a first part and says where the rest begins', () => {
    const blocks = [text(20), text(20), text(20)]
    const fit = fitColumns(blocks, [12, 12], undefined, 'part')
    expect(fit.filled).toEqual([12, 12])
    expect(fit.rest).toEqual({ block: 1, variant: 0, line: 4 })
    const rest = fitColumns(blocks, [18, 18], fit.rest ?? undefined)
    expect(rest.overset).toBe(0)
    expect(rest.placed[0]).toMatchObject({ block: 1, from: 4 })
  })
})
