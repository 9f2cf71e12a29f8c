import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextIssueDay } from '../../../src/renderer/features/issue/issue-date.ts'
import { formatsOf, isOtherClock } from '../../../src/renderer/i18n/format.ts'
import { readDeadline } from '../../../src/renderer/i18n/read-moment.ts'
import { dayOf, endOfDay, momentOf } from '../../../src/shared/calendar/day.ts'
import { pressMoment } from '../../../src/shared/calendar/press.ts'

/** Tuesday evening in Moscow, half past six on Wednesday morning in Vladivostok. */
const evening = Date.UTC(2026, 10, 24, 20, 30)
const { ru } = formatsOf

beforeEach(() => {
  vi.stubEnv('TZ', 'Asia/Vladivostok')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

it('D14: a computer in Vladivostok shows, reads and counts by the clock of the newspaper', () => {
  expect(new Date(evening).getDate()).toBe(25)
  expect(ru.time(evening)).toBe('23:30')
  expect(ru.moment(evening, evening)).toBe('сегодня, 23:30')
  expect(ru.comingMoment(momentOf('2026-11-25', '18:00'), evening)).toBe('завтра, 18:00')
  expect(ru.today(evening)).toMatch(/^вторник, 24/)
  expect(ru.day('2026-11-25')).toBe('среда, 25 ноября')
  expect(readDeadline('23:59', evening)).toBe(endOfDay(evening) - 59_999)
  expect(readDeadline(ru.typedMoment(evening), evening)).toBe(evening)
  expect(nextIssueDay(evening, 3, [])).toBe('2026-11-25')
  expect(dayOf(endOfDay(evening))).toBe('2026-11-24')
  expect(ru.comingMoment(pressMoment({ daysBefore: 1, time: '18:00' }, '2026-11-26'), evening)).toBe('завтра, 18:00')
})

it('D14: another clock is said, one that shows the same time is not', () => {
  expect(isOtherClock(evening)).toBe(true)
  vi.stubEnv('TZ', 'Europe/Minsk')
  expect(isOtherClock(evening)).toBe(false)
})
