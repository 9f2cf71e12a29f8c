import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeBlocks, gridRows, headlineLines } from '../../src/renderer/features/issue/arrange.ts'

const weights = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 14 })

describe('blocks of a thumbnail', () => {
  it('cover the sheet without a gap and without one over another', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 100, max: 260 }), (each, pixels) => {
        const cells = new Map<string, number>()
        for (const { column, row } of arrangeBlocks(each, pixels))
          for (let x = column[0]; x < column[1]; x += 1)
            for (let y = row[0]; y < row[1]; y += 1) cells.set(`${x} ${y}`, (cells.get(`${x} ${y}`) ?? 0) + 1)
        expect([...cells.values()].every((blocks) => blocks === 1)).toBe(true)
        expect(cells.size).toBe(2 * gridRows)
        expect([...cells.keys()].every((cell) => Number(cell.split(' ')[1]) <= gridRows)).toBe(true)
      }),
    )
  })

  it('are as many as the stories, in their order, the first of a full page over the whole width', () => {
    fc.assert(
      fc.property(weights, (each) => {
        const areas = arrangeBlocks(each, 150)
        expect(areas).toHaveLength(each.length)
        expect(areas[0]?.column).toEqual([1, 3])
        // An arrow key goes to the next story only if that does not begin higher up.
        for (const [at, area] of areas.entries()) expect(area.row[0]).toBeGreaterThanOrEqual(areas[at - 1]?.row[0] ?? 1)
      }),
    )
  })

  it('give the longer story the higher block', () => {
    const [short, long] = arrangeBlocks([20, 120], 150)
    expect((long?.row[1] ?? 0) - (long?.row[0] ?? 0)).toBeGreaterThan((short?.row[1] ?? 0) - (short?.row[0] ?? 0))
  })

  it('always leave a headline one line, and never more than four', () => {
    expect(headlineLines(1, { height: 100, line: 11.5 })).toBe(1)
    expect(headlineLines(gridRows, { height: 400, line: 15 })).toBe(4)
  })
})
