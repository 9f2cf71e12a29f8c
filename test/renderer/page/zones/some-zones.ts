import fc from 'fast-check'
import { freeBoxes, leastRows } from '../../../../src/renderer/features/page/zones/boxes.ts'
import type { Zones } from '../../../../src/renderer/features/page/zones/edit-zones.ts'
import type { GridBox, PageGrid, PageZone } from '../../../../src/shared/issue/page-dummy.ts'

export const storyZone = (id: string, { column, span, row, rows }: GridBox, locked = false): PageZone => ({
  kind: 'story',
  id,
  column,
  span,
  row,
  rows,
  locked,
})

/** Pages of every width whose first and last rows nameplate and imprint may take. */
export const anyGrid: fc.Arbitrary<PageGrid> = fc.record({
  columns: fc.constantFrom(4, 5, 6),
  first: fc.constantFrom(0, 13, 17),
  last: fc.constantFrom(99, 84),
})

const share = (whole: number, part: number): number => Math.floor(whole * part)

/** A part of a box, at least one column wide and one module high. */
const partOf = (box: GridBox, [left, width, top, height]: readonly number[]): GridBox => {
  const span = 1 + share(box.span, width ?? 0) - (share(box.span, width ?? 0) === box.span ? 1 : 0)
  const rows = leastRows + share(box.rows - leastRows, height ?? 0)
  return {
    column: box.column + share(box.span - span + 1, left ?? 0),
    span,
    row: box.row + share(box.rows - rows + 1, top ?? 0),
    rows,
  }
}

const fraction = fc.double({ min: 0, max: 0.999, noNaN: true })

/** A page with zones that stand: each in what those before it left free. */
export const anyPage: fc.Arbitrary<{ readonly grid: PageGrid; readonly zones: Zones }> = fc
  .tuple(
    anyGrid,
    fc.array(fc.record({ pick: fraction, part: fc.tuple(fraction, fraction, fraction, fraction), locked: fc.boolean() }), {
      minLength: 1,
      maxLength: 7,
    }),
  )
  .map(([grid, wishes]) => {
    const zones: PageZone[] = []
    for (const [at, { pick, part, locked }] of wishes.entries()) {
      const free = freeBoxes(zones, grid)
      const box = free[share(free.length, pick)]
      if (box !== undefined) zones.push(storyZone(`z${at}`, partOf(box, part), locked && at > 0))
    }
    return { grid, zones }
  })
