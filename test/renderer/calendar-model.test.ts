import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  calendarViews,
  dayByKey,
  entriesByDay,
  issueOn,
  listRows,
  rangeOf,
  stepFrom,
  weeksOf,
} from '../../src/renderer/features/calendar/calendar-model.ts'
import { draftOf, faultsOf, freshSeries, seriesOf, wrongLine } from '../../src/renderer/features/calendar/series-draft.ts'
import type { Calendar, CalendarIssue } from '../../src/shared/calendar/api.ts'
import { addDays, momentOf } from '../../src/shared/calendar/day.ts'

const issue = (more: Partial<CalendarIssue>): CalendarIssue => ({
  serial: '47 (1295)',
  plannedFor: '2026-11-25',
  status: 'planned',
  ...{ pages: 8, articles: 0, approved: 0, turn: null, title: '', pressAt: null, publishedAt: null, deposited: null },
  deadlines: [],
  ...more,
})

const calendar = (issues: CalendarIssue[]): Calendar => ({
  ...{ today: '2026-11-24', zone: 'Europe/Moscow', series: [], holidays: [], slots: [], sendings: [] },
  issues,
})

const kindsOn = (issues: CalendarIssue[], day: string) =>
  entriesByDay(calendar(issues))
    .get(day)
    ?.map(({ kind }) => kind) ?? []

test('план, печать и выход — разные записи на своих днях', () => {
  const planned = issue({ pressAt: momentOf('2026-11-24', '18:00') })
  expect(kindsOn([planned], '2026-11-25')).toEqual(['plannedFor'])
  expect(kindsOn([planned], '2026-11-24')).toEqual(['pressAt'])
  const late = issue({ publishedAt: momentOf('2026-11-26', '09:00') })
  expect(kindsOn([late], '2026-11-25')).toEqual(['plannedFor'])
  expect(kindsOn([late], '2026-11-26')).toEqual(['publishedAt'])
  const inTime = issue({ publishedAt: momentOf('2026-11-25', '09:00') })
  expect(kindsOn([inTime], '2026-11-25')).toEqual(['publishedAt'])
  expect(issueOn(entriesByDay(calendar([late])).get('2026-11-26') ?? [])?.serial).toBe('47 (1295)')
})

const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2010-01-01', days))

test('месяц и неделя показаны целыми неделями, выбранный день внутри', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...calendarViews), (one, view) => {
      const range = rangeOf(view, one)
      expect(range.from <= one && one <= range.to).toBe(true)
      if (view !== 'list') for (const week of weeksOf(range)) expect(week).toHaveLength(7)
    }),
  )
})

test('клавиши водят по дням, неделям и месяцам; прочие ничего не делают', () => {
  expect(dayByKey('ArrowDown', '2026-11-24', 'month')).toBe('2026-12-01')
  expect(dayByKey('PageDown', '2026-01-31', 'month')).toBe('2026-02-28')
  expect(dayByKey('PageDown', '2026-11-24', 'week')).toBe('2026-12-01')
  expect(dayByKey('Home', '2026-11-25', 'week')).toBe('2026-11-23')
  expect(dayByKey('KeyQ', '2026-11-24', 'month')).toBeNull()
  expect(stepFrom('list', '2026-11-24', -1)).toBe('2025-11-24')
})

test('список: номера и очереди серии по дням', () => {
  const rows = listRows({ ...calendar([issue({}), issue({ serial: '46 (1294)', plannedFor: '2026-11-18' })]) })
  expect(rows.map((row) => row.issue?.serial)).toEqual(['46 (1294)', '47 (1295)'])
})

test('серия в форме и обратно — та же; нечитаемая строка названа', () => {
  const series = { ...freshSeries('Среда', 3, '2026-11-25'), rubrics: [{ rubric: 'Право на право', page: 5 }], templates: {} }
  const draft = draftOf(series, (one) => one)
  const { everyWeeks: _weeks, until: _until, ...rest } = series
  expect(seriesOf(draft, '2026-11-25')).toEqual(rest)
  expect(wrongLine('96 Сдача\nвычитка')).toBe('вычитка')
  expect([...faultsOf({ ...draft, deadlines: 'вычитка', pressTime: '25:00' }, null)].sort()).toEqual([
    'deadlines',
    'pressTime',
    'since',
  ])
  const templated = { ...draft, pages: '4', templates: { first: 'a', inner: 'b', last: 'none' } }
  expect(seriesOf(templated, '2026-11-25')?.templates).toEqual({ 1: 'a', 2: 'b', 3: 'b' })
})
