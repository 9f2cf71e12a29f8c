import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Held, propose } from '../../../../src/renderer/features/page/gesture/propose.ts'
import { runCommand } from '../../../../src/renderer/features/page/gesture/run-command.ts'
import { zoneCommand } from '../../../../src/renderer/features/page/gesture/zone-keys.ts'
import { type Arranged, stepBetween } from '../../../../src/renderer/features/page/zones/arrangement.ts'
import { standsAmong } from '../../../../src/renderer/features/page/zones/boxes.ts'
import {
  changeKind,
  freeze,
  giveBack,
  lockZone,
  putStory,
  removeZone,
  setJoinCode,
  swapPages,
  uniteZones,
} from '../../../../src/renderer/features/page/zones/gestures.ts'
import { gridOf, type SetPage, storiesIn, zonesOn } from '../../../../src/renderer/features/page/zones/page-zones.ts'
import { continueOn, placeOnPage } from '../../../../src/renderer/features/page/zones/place-story.ts'
import { touchedPages } from '../../../../src/renderer/features/page/zones/touched-pages.ts'
import type { GridBox } from '../../../../src/shared/issue/page-dummy.ts'
import type { Placement } from '../../../../src/shared/issue/placement.ts'
import { usualColours } from '../../../../src/shared/layout/ink.ts'

const place = (page: number, order: string, continuation: number | null = null): Placement => ({
  page,
  slot: 'auto',
  order,
  continuation,
  continuationSlot: 'auto',
})

/** A page as the engine would set it: stories in these boxes. */
const setPage = (page: number, boxes: Readonly<Record<string, GridBox>>, first = 0): SetPage => ({
  columns: 5,
  display: {
    page,
    width: 842,
    height: 1191,
    items: [],
    zones: Object.entries(boxes).map(([article, box]) => ({ article, ...box, x: 0, y: 0, width: 1, height: 1, overset: 0 })),
    free: { first, last: 99 },
    colours: usualColours,
  },
})

const top = { column: 0, span: 5, row: 0, rows: 48 }
const left = { column: 0, span: 3, row: 50, rows: 49 }
const right = { column: 3, span: 2, row: 50, rows: 49 }

const second = setPage(2, { a: top, b: left, c: right })
const third = setPage(3, { b: { column: 0, span: 5, row: 0, rows: 99 } })
const start: Arranged = {
  placements: { a: place(2, 'V'), b: place(2, 'W', 3), c: place(2, 'X') },
  dummies: {},
}
const pages = new Map([
  [2, second],
  [3, third],
])
const storyIn = (arranged: Arranged | string, page: SetPage, zone: string) =>
  typeof arranged === 'string' ? arranged : storiesIn(arranged, page).get(zone)?.article

const done = (arranged: Arranged | string): Arranged => {
  if (typeof arranged === 'string') throw new Error(arranged)
  return arranged
}

describe('an automatic page', () => {
  it('is frozen as it stands: the same zones with the same stories, the rest of one too', () => {
    for (const page of [second, third]) {
      const frozen = freeze(start, page)
      expect(zonesOn(frozen, page)).toEqual(zonesOn(start, page))
      expect(freeze(frozen, page)).toBe(frozen)
      expect(giveBack(frozen, page.display.page)).toEqual(start)
    }
    expect(freeze(start, third).placements.b).toMatchObject({ slot: 'auto', continuationSlot: 'b' })
  })
})

describe('stories', () => {
  it('change places, and a new one sends the old one away', () => {
    const swapped = done(putStory(freeze(start, second), second, 'b', { article: 'a', rest: false }))
    expect([storyIn(swapped, second, 'b'), storyIn(swapped, second, 'a')]).toEqual(['a', 'b'])
    expect(swapped.placements.b?.continuation).toBe(3)
    const put = done(putStory(start, second, 'c', { article: 'neu', rest: false }))
    expect(storyIn(put, second, 'c')).toBe('neu')
    expect(put.placements.c).toBeUndefined()
  })

  it('do not go into a locked zone, and the rest of one not before its beginning', () => {
    const locked = done(lockZone(start, second, 'c', true))
    expect(putStory(locked, second, 'c', { article: 'a', rest: false })).toBe('locked')
    expect(removeZone(locked, second, 'c')).toBe('locked')
    expect(putStory(start, second, 'c', { article: 'b', rest: true })).toBe('noRoom')
  })

  it('lose their place with their zone, the rest of one only its continuation', () => {
    expect(done(removeZone(start, second, 'a')).placements.a).toBeUndefined()
    const cut = done(removeZone(start, third, 'b'))
    expect(cut.placements.b).toMatchObject({ page: 2, continuation: null })
  })

  it('keep their zones where an empty one joins, and two of them do not share one', () => {
    expect(uniteZones(start, second, 'b', 'c')).toBe('bothTaken')
    const emptied = { ...freeze(start, second), placements: { ...freeze(start, second).placements } }
    delete emptied.placements.b
    const joined = done(uniteZones(emptied, second, 'b', 'c'))
    expect(storyIn(joined, second, 'b')).toBe('c')
    expect(zonesOn(joined, second)).toHaveLength(2)
  })

  it('come to a page in their order, and go on only on later ones', () => {
    const moved = placeOnPage(start, 'c', 2, 'a')
    expect(zonesOn(moved, second).map(({ part }) => part?.article)).toEqual(['a', 'b', 'c'])
    expect((moved.placements.c?.order ?? '') < (moved.placements.a?.order ?? '')).toBe(true)
    expect(placeOnPage(start, 'b', 4, null).placements.b?.continuation).toBeNull()
    expect(continueOn(start, 'a', 4).placements.a).toMatchObject({ page: 2, continuation: 4 })
  })
})

describe('a change', () => {
  const touched = (before: Arranged, after: Arranged) => {
    const step = stepBetween(before, after)
    return step === null ? [] : touchedPages(before, step.set)
  }
  it('is about the pages that it is planned on, and those its stories come from and go to', () => {
    expect(touched(start, start)).toEqual([])
    expect(touched(start, freeze(start, third))).toEqual(expect.arrayContaining([3]))
    const jumping: Arranged = { placements: { x: place(2, 'V', 5), y: place(4, 'V') }, dummies: {} }
    expect(touched(jumping, { ...jumping, placements: { x: place(3, 'V', 6), y: place(4, 'V') } })).toEqual([2, 3, 5, 6])
    expect(touched(jumping, { ...jumping, placements: { x: place(2, 'V', 5) } })).toEqual([4])
    expect(touched(jumping, { ...jumping, dummies: { 7: { template: null, zones: [] } } })).toEqual([7])
  })
  it('that brings a story onto another one names the one that gives way', () => {
    const held: Held = { kind: 'story', part: { article: 'neu', rest: false }, lines: 20 }
    const at = { page: 2, column: 0.5, row: 60 }
    expect(propose(start, pages, held, at, { single: false, alone: false })).toMatchObject({ name: 'put', givesWay: 'b' })
  })
})

describe('an invitation to join', () => {
  it('is printed without its code and with it again, as it was before', () => {
    const invited = done(changeKind(freeze(start, third), third, 'b', 'join'))
    const without = done(setJoinCode(invited, third, 'b', false))
    expect(without.dummies[3]?.zones).toMatchObject([{ kind: 'join', code: false }])
    expect(setJoinCode(without, third, 'b', true)).toEqual(invited)
    expect(setJoinCode(done(lockZone(without, third, 'b', true)), third, 'b', true)).toBe('locked')
  })
})

describe('pages', () => {
  it('change places with stories and zones; twice is as before', () => {
    const other = setPage(4, { d: top })
    const both: Arranged = { ...start, placements: { a: place(2, 'V'), d: place(4, 'V') } }
    const frozen = freeze(both, second)
    const swapped = swapPages(frozen, second, other)
    expect(swapped.placements).toMatchObject({ a: { page: 4, slot: 'a' }, d: { page: 2 } })
    expect(Object.keys(swapped.dummies)).toEqual(['4'])
    expect(swapPages(swapped, other, second)).toEqual(frozen)
  })

  it('a jump that would lead back is taken away', () => {
    expect(swapPages(start, second, third).placements.b).toMatchObject({ page: 3, continuation: null })
  })
})

describe('gestures', () => {
  const point = fc.record({
    page: fc.constantFrom(2, 3),
    column: fc.double({ min: -1, max: 6, noNaN: true }),
    row: fc.double({ min: -9, max: 110, noNaN: true }),
  })
  const zone = fc.constantFrom('a', 'b', 'c')
  const held: fc.Arbitrary<Held> = fc.oneof(
    fc.record({
      kind: fc.constant('zone' as const),
      page: fc.constant(2),
      zone,
      grab: fc.record({ column: fc.constant(0.5), row: fc.constant(2) }),
    }),
    fc.record({
      kind: fc.constant('edge' as const),
      page: fc.constant(2),
      zone,
      edges: fc.subarray(['left', 'right', 'top', 'bottom'] as const, { minLength: 1 }),
    }),
    fc.record({ kind: fc.constant('story' as const), part: fc.constant({ article: 'neu', rest: false }), lines: fc.nat(300) }),
    fc.record({ kind: fc.constant('draw' as const), zone: fc.constantFrom('story' as const, 'advert' as const), from: point }),
    fc.record({ kind: fc.constant('page' as const), page: fc.constantFrom(2, 3) }),
  )

  it('leave every page with zones that stand, and every story once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ held, at: point, single: fc.boolean(), alone: fc.boolean() }), { maxLength: 6 }),
        (gestures) => {
          let arranged = start
          for (const { held: what, at, single, alone } of gestures) {
            const known =
              what.kind !== 'zone' && what.kind !== 'edge'
                ? true
                : zonesOn(arranged, second).some((each) => each.zone.id === what.zone)
            if (!known) continue
            const outcome = propose(arranged, pages, what, at, { single, alone })
            if (outcome !== null && typeof outcome !== 'string') arranged = outcome.arranged
          }
          for (const page of pages.values()) {
            const zones = zonesOn(arranged, page).map((each) => each.zone)
            for (const one of zones)
              expect(
                standsAmong(
                  one,
                  zones.filter((each) => each !== one),
                  gridOf(page),
                ),
              ).toBe(true)
            const slots = [...storiesIn(arranged, page).values()].map(({ article }) => article)
            expect(new Set(slots).size).toBe(slots.length)
          }
        },
      ),
    )
  })

  it('outside of the pages lead to nothing', () => {
    expect(propose(start, pages, { kind: 'page', page: 2 }, null, { single: false, alone: false })).toBeNull()
  })
})

describe('keys', () => {
  const press = (code: string, more: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
    zoneCommand({ code, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...more }, false)

  it('move by modules, with Ctrl by rows; Shift pulls the near edge, Alt Shift the far one', () => {
    expect(press('ArrowDown')).toEqual({ type: 'move', across: 0, down: 1, single: false })
    expect(press('ArrowDown', { ctrlKey: true })).toMatchObject({ type: 'move', single: true })
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ type: 'resize', across: -1, down: 0, single: false, far: false })
    expect(press('ArrowLeft', { shiftKey: true, altKey: true })).toMatchObject({ far: true })
    expect([press('KeyS'), press('KeyS', { shiftKey: true }), press('KeyQ'), press('KeyS', { ctrlKey: true })]).toEqual([
      { type: 'split', cut: 'rows' },
      { type: 'split', cut: 'columns' },
      null,
      null,
    ])
  })

  it('say when a zone cannot move, and move it when it can', () => {
    expect(runCommand(start, second, 'a', { type: 'move', across: 0, down: 1, single: false })).toBe('noRoom')
    const smaller = done(runCommand(start, second, 'a', { type: 'resize', across: 0, down: -1, single: false, far: false }))
    const zones = zonesOn(smaller, second).map((each) => each.zone)
    expect(zones.map(({ row, rows }) => [row, rows])).toEqual([
      [0, 43],
      [45, 54],
      [45, 54],
    ])
  })
})
