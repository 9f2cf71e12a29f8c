import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bottomOf,
  bottomStops,
  freeBoxes,
  freePartAt,
  nextStop,
  standsAmong,
  topStops,
} from '../../../../src/renderer/features/page/zones/boxes.ts'
import {
  fitToPage,
  joinable,
  joinZones,
  moveZone,
  newZoneId,
  resizeZone,
  splitZone,
  type Zones,
} from '../../../../src/renderer/features/page/zones/edit-zones.ts'
import { suggestBox } from '../../../../src/renderer/features/page/zones/suggest-box.ts'
import { modulePitch, type PageGrid, zoneFaults } from '../../../../src/shared/issue/page-dummy.ts'
import { anyGrid, anyPage, storyZone } from './some-zones.ts'

const grid: PageGrid = { columns: 5, first: 0, last: 99 }

/** Every zone lies on the page, none over another, and the gap is kept. */
const expectToStand = (zones: Zones, on: PageGrid) => {
  expect([...zoneFaults(zones, on)]).toEqual([])
  for (const zone of zones)
    expect(
      standsAmong(
        zone,
        zones.filter(({ id }) => id !== zone.id),
        on,
      ),
    ).toBe(true)
}

const lockedOf = (zones: Zones) => zones.filter(({ locked }) => locked)
const place = fc.integer({ min: -20, max: 130 })
const column = fc.integer({ min: -3, max: 9 })
const someEdges = fc.record({ left: column, right: column, top: place, bottom: place }, { requiredKeys: [] })

describe('whatever is done to zones', () => {
  it('a resize leaves them standing, and locked ones where they are', () => {
    fc.assert(
      fc.property(anyPage, someEdges, fc.boolean(), ({ grid: on, zones }, edges, alone) => {
        const after = resizeZone(zones, 'z0', edges, on, alone)
        if (typeof after === 'string') return
        expectToStand(after, on)
        expect(lockedOf(after)).toEqual(lockedOf(zones))
        expect(after.map(({ id }) => id)).toEqual(zones.map(({ id }) => id))
        if (alone) expect(after.slice(1)).toEqual(zones.slice(1))
      }),
    )
  })

  it('a move leaves them standing and moves nothing else', () => {
    fc.assert(
      fc.property(anyPage, column, place, fc.boolean(), ({ grid: on, zones }, across, down, around) => {
        const to = { column: across, row: down }
        const after = moveZone(zones, 'z0', to, on, around ? to : null)
        if (typeof after === 'string') return
        expectToStand(after, on)
        expect(after.slice(1)).toEqual(zones.slice(1))
      }),
    )
  })

  it('a split and the join of its halves give the zone back', () => {
    fc.assert(
      fc.property(anyPage, fc.constantFrom('rows' as const, 'columns' as const), ({ grid: on, zones }, cut) => {
        const as = newZoneId(zones)
        const after = splitZone(zones, 'z0', cut, as)
        if (typeof after === 'string') return
        expectToStand(after, on)
        expect(after).toHaveLength(zones.length + 1)
        expect(joinable(after, 'z0', on, ({ id }) => id === as)[0]?.id).toBe(as)
        expect(joinZones(after, 'z0', as, on)).toEqual(zones)
      }),
    )
  })

  it('what can be joined stands joined', () => {
    fc.assert(
      fc.property(anyPage, ({ grid: on, zones }) => {
        for (const other of joinable(zones, 'z0', on, () => true)) {
          const after = joinZones(zones, 'z0', other.id, on)
          if (typeof after === 'string') throw new Error(after)
          expectToStand(after, on)
        }
      }),
    )
  })

  it('on another page they stand as far as they find room', () => {
    fc.assert(
      fc.property(anyPage, anyGrid, ({ zones }, other) => {
        expect([...zoneFaults(fitToPage(zones, other), other)]).toEqual([])
      }),
    )
  })
})

describe('free space', () => {
  it('can be filled, box by box', () => {
    fc.assert(
      fc.property(anyPage, ({ grid: on, zones }) => {
        const free = freeBoxes(zones, on).map((box, at) => storyZone(`free${at}`, box))
        expectToStand([...zones, ...free], on)
      }),
    )
  })

  it('offers a story a box that stands, around the place it is put', () => {
    fc.assert(
      fc.property(
        anyPage,
        fc.nat(5),
        fc.nat(98),
        fc.integer({ min: 1, max: 900 }),
        ({ grid: on, zones }, across, down, lines) => {
          const at = { column: Math.min(across, on.columns - 1), row: down }
          const box = suggestBox(at, lines, zones, on)
          if (box === null) return
          expectToStand([...zones, storyZone('new', box)], on)
          expect(box.column <= at.column && at.column < box.column + box.span).toBe(true)
        },
      ),
    )
  })

  it('is none where a zone stands', () => {
    const zones = [storyZone('a', { column: 1, span: 2, row: 10, rows: 20 })]
    expect(freePartAt({ column: 0, span: 5, row: 0, rows: 99 }, { column: 1, row: 15 }, zones, grid)).toBeNull()
    expect(freeBoxes(zones, grid)).toContainEqual({ column: 0, span: 5, row: 32, rows: 67 })
  })
})

describe('the edge of a zone', () => {
  const top = storyZone('top', { column: 0, span: 5, row: 0, rows: 48 })
  const left = storyZone('left', { column: 0, span: 3, row: 50, rows: 49 })
  const right = storyZone('right', { column: 3, span: 2, row: 50, rows: 49 })
  const page = [top, left, right]

  it('takes the neighbours that touch it along', () => {
    expect(resizeZone(page, 'top', { bottom: 38 }, grid)).toEqual([
      { ...top, rows: 38 },
      { ...left, row: 40, rows: 59 },
      { ...right, row: 40, rows: 59 },
    ])
    expect(resizeZone(page, 'left', { right: 2 }, grid)).toEqual([top, { ...left, span: 2 }, { ...right, column: 2, span: 3 }])
  })

  it('leaves them where it is asked to, and goes no further than they allow', () => {
    expect(resizeZone(page, 'top', { bottom: 38 }, grid, true)).toEqual([{ ...top, rows: 38 }, left, right])
    expect(resizeZone(page, 'top', { bottom: 60 }, grid, true)).toEqual(page)
    expect(resizeZone(page, 'top', { bottom: 120 }, grid)).toEqual([
      { ...top, rows: 94 },
      { ...left, row: 96, rows: 3 },
      { ...right, row: 96, rows: 3 },
    ])
  })

  it('does not move a locked neighbour, nor a locked zone', () => {
    const fixed = [top, { ...left, locked: true }, right]
    expect(resizeZone(fixed, 'top', { bottom: 60 }, grid)).toEqual(fixed)
    expect(resizeZone(fixed, 'left', { right: 2 }, grid)).toBe('locked')
  })
})

describe('stops', () => {
  it('are modules from the top of the sheet, the free edges of the page and the edges of neighbours', () => {
    const front = { columns: 5, first: 13, last: 99 }
    expect(topStops(front, []).slice(0, 3)).toEqual([13, 15, 20])
    expect(bottomStops(front, []).slice(-3)).toEqual([88, 93, 99])
    expect(topStops(grid, [storyZone('a', { column: 0, span: 1, row: 7, rows: 10 })])).toEqual(expect.arrayContaining([7, 19]))
  })

  it('lead from one to the next and end at the page', () => {
    const stops = topStops(grid, [])
    expect(nextStop(6, stops, 1)).toBe(2 * modulePitch)
    expect(nextStop(6, stops, -1)).toBe(modulePitch)
    expect(nextStop(0, stops, -1)).toBe(0)
    expect(bottomOf({ row: 5, rows: 3, column: 0, span: 1 })).toBe(8)
  })
})
