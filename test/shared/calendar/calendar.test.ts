import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, momentOf, mondayOf, weekdayOf } from '../../../src/shared/calendar/day.ts'
import { holidaysBetween } from '../../../src/shared/calendar/holidays.ts'
import { pressMoment } from '../../../src/shared/calendar/press.ts'
import { type Decision, deadlinesOf, type Series, seriesDays } from '../../../src/shared/calendar/series.ts'
import { type CalendarFacts, openSlots } from '../../../src/shared/calendar/slots.ts'

const weekly: Series = {
  id: 'среда',
  name: 'Профсоюзная среда',
  weekday: 3,
  everyWeeks: 1,
  since: '2026-11-20',
  until: null,
  pages: 16,
  columns: 5,
  press: { daysBefore: 1, time: '18:00' },
  deadlines: [
    { name: 'Вычитка', hoursBefore: 6 },
    { name: 'Планёрка', hoursBefore: 144 },
  ],
  rubrics: [],
  templates: {},
}

const facts = (more: Partial<CalendarFacts> = {}): CalendarFacts => ({
  series: [weekly],
  decisions: {},
  daysOff: [],
  issues: [{ serial: '47 (1295)', plannedFor: '2026-11-25' }],
  made: new Set(['среда/2026-11-25']),
  runningBefore: 1294,
  today: '2026-11-24',
  ...more,
})

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))

test('Q4: дни складываются без сдвигов, неделя начинается с понедельника', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (start, away) => {
      expect(daysBetween(start, addDays(start, away))).toBe(away)
      expect(weekdayOf(mondayOf(start))).toBe(1)
      expect(daysBetween(mondayOf(start), start)).toBeLessThan(7)
    }),
  )
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
  expect(addMonths('2027-01-31', -2)).toBe('2026-11-30')
})

test('Q5: время газеты — московское, где бы ни стоял компьютер, и до 2014 года тоже', () => {
  expect(new Date(momentOf('2026-11-24', '18:00')).toISOString()).toBe('2026-11-24T15:00:00.000Z')
  expect(new Date(momentOf('2013-07-01', '12:00')).toISOString()).toBe('2013-07-01T08:00:00.000Z')
  expect(dayOf(Date.parse('2026-11-24T21:00:00Z'))).toBe('2026-11-25')
  fc.assert(
    fc.property(day, (one) => {
      expect(dayOf(momentOf(one, '00:30'))).toBe(one)
    }),
  )
})

test('Q6: дни серии стоят на своём дне недели через равное число недель, за годы не сползают', () => {
  const length = fc.integer({ min: 0, max: 4000 })
  fc.assert(
    fc.property(
      day,
      length,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 4 }),
      (from, days, weekday, everyWeeks) => {
        const series = { ...weekly, weekday, everyWeeks, since: '2001-05-05' }
        const found = seriesDays(series, from, addDays(from, days))
        for (const [at, one] of found.entries()) {
          expect(weekdayOf(one)).toBe(weekday)
          const before = found[at - 1]
          if (before !== undefined) expect(daysBetween(before, one)).toBe(7 * everyWeeks)
        }
        const whole = seriesDays(series, '2001-05-05', addDays(from, days)).filter((one) => one >= from)
        expect(found).toEqual(whole)
      },
    ),
    { numRuns: 60 },
  )
})

test('Q7: срок печати и сроки сдачи отсчитаны назад от выхода', () => {
  const pressAt = pressMoment(weekly.press, '2026-12-02')
  expect(new Date(pressAt).toISOString()).toBe('2026-12-01T15:00:00.000Z')
  expect(deadlinesOf(weekly, pressAt).map(({ name, at }) => `${name} ${new Date(at).toISOString()}`)).toEqual([
    'Планёрка 2026-11-25T15:00:00.000Z',
    'Вычитка 2026-12-01T09:00:00.000Z',
  ])
})

test('Q8: праздники статьи 112, перенос с выходного и дни по постановлению', () => {
  const of = (from: string, to: string) => [...holidaysBetween(from, to, []).keys()]
  expect(of('2026-05-01', '2026-05-31')).toEqual(['2026-05-01', '2026-05-09', '2026-05-11'])
  expect(of('2025-12-25', '2026-01-12')).toEqual([
    '2025-12-31',
    ...['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((date) => `2026-01-${date}`),
  ])
  expect(of('2025-06-10', '2025-06-14')).toEqual(['2025-06-12', '2025-06-13'])
  expect(holidaysBetween('2026-07-01', '2026-07-31', [{ day: '2026-07-15', name: 'Отпуск' }]).get('2026-07-15')).toEqual({
    day: '2026-07-15',
    name: 'Отпуск',
    kind: 'own',
  })
})

const decided = (day: string, decision: Decision) => ({ decisions: { [`среда/${day}`]: decision } })
const serials = (more: Partial<CalendarFacts>) =>
  openSlots(facts(more), '2026-11-24', '2027-01-20').map(({ day, plannedFor, serial }) => [day, plannedFor, serial])

test('Q9: номер на празднике ждёт решения и предлагает ближайший рабочий день', () => {
  const slot = openSlots(facts(), '2026-11-24', '2027-01-31').find((one) => one.day === '2027-01-06')
  expect(slot).toMatchObject({ holiday: { name: 'Новогодние каникулы' }, moveTo: '2027-01-11', decision: null })
  const kept = openSlots(facts(decided('2027-01-06', { kind: 'keep' })), '2026-11-24', '2027-01-31')
  expect(kept.find((one) => one.day === '2027-01-06')).toMatchObject({ holiday: null, serial: '1 (1301)' })
})

test('Q9: пропуск не берёт номера, сдвоенный берёт два, перенесённый выходит в другой день', () => {
  expect(serials(decided('2026-12-09', { kind: 'skip' })).slice(0, 3)).toEqual([
    ['2026-12-02', '2026-12-02', '48 (1296)'],
    ['2026-12-09', null, null],
    ['2026-12-16', '2026-12-16', '49 (1297)'],
  ])
  expect(serials(decided('2026-12-09', { kind: 'double' })).slice(1, 4)).toEqual([
    ['2026-12-09', null, null],
    ['2026-12-16', '2026-12-16', '49–50 (1297–1298)'],
    ['2026-12-23', '2026-12-23', '51 (1299)'],
  ])
  expect(serials(decided('2026-12-09', { kind: 'move', to: '2026-12-10' }))[1]).toEqual(['2026-12-09', '2026-12-10', '49 (1297)'])
})

test('Q9: очередь, у которой есть номер, и прошедшая больше не показаны', () => {
  const days = openSlots(facts({ today: '2026-12-05' }), '2026-11-01', '2026-12-20').map((slot) => slot.day)
  expect(days).toEqual(['2026-12-09', '2026-12-16'])
})
