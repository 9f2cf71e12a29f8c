import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, momentOf } from '../../../src/shared/calendar/day.ts'
import { isQuiet } from '../../../src/shared/publishing/schedule.ts'
import { mainStories, spreadOverWeek } from '../../../src/shared/variant/teaser.ts'

const at = (page: number, order: string) => ({ page, order, slot: 'auto', continuation: null, continuationSlot: 'auto' })

test('N7 one story a page: the one that opens it, page by page', () => {
  expect(mainStories({ c: at(10, 'a'), b: at(2, 'b'), a: at(2, 'a'), d: at(1, 'z') })).toEqual(['d', 'a', 'c'])
  expect(mainStories({})).toEqual([])
})

test('N7 teasers are spread over the week in order, in the future and outside quiet hours', () => {
  const rules = { quiet: { from: '11:30', to: '13:00' }, embargo: null }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: -9, max: 9 }), (count, days) => {
      const now = momentOf('2026-11-25', '10:00')
      const from = addDays('2026-11-25', days)
      const times = spreadOverWeek(count, from, rules, now)
      expect(times).toHaveLength(count)
      for (const time of times) {
        expect(time).toBeGreaterThan(now)
        expect(isQuiet(rules, time)).toBe(false)
        expect(dayOf(time) >= from).toBe(true)
      }
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect((times.at(-1) ?? now) - (times[0] ?? now)).toBeLessThan(7 * 86_400_000)
    }),
  )
})
