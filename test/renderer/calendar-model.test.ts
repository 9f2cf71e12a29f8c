import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  calendarViews,
  dateFormOn,
  dayByKey,
  entriesByDay,
  entriesOn,
  issueOn,
  listRows,
  rangeOf,
  stepFrom,
  weeksOf,
} from '../../src/renderer/features/calendar/calendar-model.ts'
import { draftOf, faultsOf, freshSeries, seriesOf, wrongLine } from '../../src/renderer/features/calendar/series-draft.ts'
import type { Calendar, CalendarIssue } from '../../src/shared/calendar/api.ts'
import { addDays, momentOf } from '../../src/shared/calendar/day.ts'
import { eventSchema, projectSchema } from '../../src/shared/rubric/rubric.ts'

const issue = (more: Partial<CalendarIssue>): CalendarIssue => ({
  serial: '47 (1295)',
  plannedFor: '2026-11-25',
  status: 'planned',
  ...{ pages: 8, articles: 0, approved: 0, turn: null, title: '', pressAt: null, publishedAt: null, deposited: null },
  deadlines: [],
  ...more,
})

const calendar = (issues: CalendarIssue[]): Calendar => ({
  ...{ today: '2026-11-24', series: [], holidays: [], slots: [], sendings: [] },
  ...{ events: [], projects: [], mayDate: true },
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

const event = {
  ...eventSchema.parse({ id: 'final', name: 'Финал', day: '2026-11-27' }),
  on: '2026-11-27',
  made: null,
  issue: null,
}
const contest = {
  ...projectSchema.parse({ id: 'contest', name: 'Конкурс', kind: 'contest', rhythm: 'yearly' }),
  ...{ begins: '2026-11-01', ends: '2026-11-30' },
}

test('Q25: события и проекты стоят на своих днях после номера, длинный проект виден и посередине', () => {
  const dated = { ...calendar([issue({ plannedFor: '2026-11-27' })]), events: [event], projects: [contest] }
  const kinds = (day: string) => entriesOn(dated, day).map(({ kind }) => kind)
  expect(kinds('2026-11-27')).toEqual(['plannedFor', 'event', 'project'])
  expect(entriesByDay(dated).get('2026-11-12')).toBeUndefined()
  expect([kinds('2026-11-12'), kinds('2026-11-30'), kinds('2026-12-01')]).toEqual([['project'], ['project'], []])
  expect(listRows(dated).map(({ kind }) => kind)).toEqual(['project', 'issue', 'event'])
})

test('Q25: день без номера открывает то, что на нём стоит, пустой — новое событие', () => {
  const dated = { ...calendar([]), events: [event], projects: [contest] }
  expect(dateFormOn(entriesOn(dated, '2026-11-27'), '2026-11-27')).toMatchObject({ kind: 'event', of: { id: 'final' } })
  expect(dateFormOn(entriesOn(dated, '2026-11-30'), '2026-11-30')).toMatchObject({ kind: 'project', of: { id: 'contest' } })
  expect(dateFormOn(entriesByDay(dated).get('2026-11-12') ?? [], '2026-11-12')).toMatchObject({ kind: 'event', of: null })
  expect(dateFormOn([], '2026-12-02')).toEqual({ kind: 'event', of: null, day: '2026-12-02' })
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
  expect(rows.map(({ id }) => id)).toEqual(['issue 46 (1294)', 'issue 47 (1295)'])
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
