import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isQuiet, momentWords, nextFreeTime, onDay, rulesFor, timeObstacle } from '../../../src/shared/publishing/schedule.ts'

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
const rules = fc.record({
  quiet: fc.option(fc.record({ from: clock, to: clock })),
  embargo: fc.option(moment),
})

test('O30 O31 the next free time is free, not earlier than asked for, and that very moment where it is free', () => {
  fc.assert(
    fc.property(rules, moment, (each, at) => {
      const free = nextFreeTime(each, at)
      expect(timeObstacle(each, free)).toBeNull()
      expect(free).toBeGreaterThanOrEqual(at)
      if (timeObstacle(each, at) === null) expect(free).toBe(at)
    }),
  )
})

test('O30 quiet hours go over midnight, begin with their first minute and end before their last', () => {
  const night = { quiet: { from: '22:00', to: '08:00' } }
  const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 25, hour - 3, minute)
  expect([at(21, 59), at(22), at(23), at(27), at(31, 59), at(32)].map((each) => isQuiet(night, each))).toEqual([
    ...[false, true, true, true, true, false],
  ])
  const all = { ...night, embargo: null }
  expect(rulesFor('rss', all).quiet).toBeNull()
  expect(rulesFor('telegram', all)).toEqual(all)
})

test('O32 the same time of another day is told by the clocks of Moscow, wherever the computer stands', () => {
  const late = Date.UTC(2026, 10, 24, 22, 30)
  expect(momentWords(late)).toBe('25.11, 01:30')
  expect(momentWords(onDay(late, '2026-12-01'))).toBe('01.12, 01:30')
})
