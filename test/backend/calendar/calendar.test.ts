import { expect, test } from 'vitest'
import { advertApi } from '../../../src/shared/advert/api.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { assignmentApi } from '../../../src/shared/assignment/api.ts'
import { calendarApi } from '../../../src/shared/calendar/api.ts'
import { deskApi } from '../../../src/shared/desk/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'

const weekly = {
  id: null,
  name: 'Профсоюзная среда',
  weekday: 3,
  since: '2026-11-25',
  pages: 4,
  columns: 5 as const,
  press: { daysBefore: 1, time: '18:00' },
  deadlines: [{ name: 'Первая сдача', hoursBefore: 96 }],
  rubrics: [{ rubric: 'Право на право', page: 2 }],
  templates: {},
}

const withSeries = async () => {
  const newsroom = await newNewsroom()
  const { series } = await newsroom.must(calendarApi.saveSeries, weekly)
  return { newsroom, series }
}

const serialsOf = async (newsroom: TestNewsroom) =>
  (await newsroom.must(issueApi.list, {})).map(({ serial, plannedFor }) => `${plannedFor} ${serial}`).sort()

test('Q10: номера вперёд из серии: дни, номера, срок печати и сроки сдачи', async () => {
  const { newsroom, series } = await withSeries()
  const { created, undecided } = await newsroom.must(calendarApi.createAhead, { series, count: 4 })
  expect(created.map(({ serial }) => serial)).toEqual(['47 (47)', '48 (48)', '49 (49)', '50 (50)'])
  expect(undecided).toBeNull()
  const { issues, slots, today } = await newsroom.must(calendarApi.read, { from: '2026-11-23', to: '2026-12-31' })
  expect(today).toBe('2026-11-24')
  expect(issues.map(({ plannedFor, pressAt }) => [plannedFor, new Date(pressAt ?? 0).toISOString()])[1]).toEqual([
    '2026-12-02',
    '2026-12-01T15:00:00.000Z',
  ])
  expect(issues[0]?.deadlines).toEqual([{ name: 'Первая сдача', at: Date.parse('2026-11-20T15:00:00Z') }])
  expect(slots.map(({ day }) => day)).toEqual(['2026-12-23', '2026-12-30'])
  expect(await newsroom.must(calendarApi.issue, { issue: '47 (47)' })).toMatchObject({
    schedule: { turn: { series, day: '2026-11-25' } },
    series: { rubrics: [{ rubric: 'Право на право', page: 2 }] },
  })
})

test('Q9: перед праздником создание останавливается и называет день, после решения идёт дальше', async () => {
  const { newsroom, series } = await withSeries()
  await newsroom.must(calendarApi.setDayOff, { day: '2026-12-02', name: 'Отчётная конференция' })
  expect(await newsroom.must(calendarApi.createAhead, { series, count: 3 })).toMatchObject({
    created: [{ plannedFor: '2026-11-25' }],
    undecided: '2026-12-02',
  })
  await newsroom.must(calendarApi.decide, { series, day: '2026-12-02', decision: { kind: 'double' } })
  const { created } = await newsroom.must(calendarApi.createAhead, { series, count: 1 })
  expect(created).toEqual([{ serial: '48–49 (48–49)', plannedFor: '2026-12-09' }])
  expect((await newsroom.must(issueApi.read, { issue: '48–49 (48–49)' })).plannedFor).toBe('2026-12-09')
})

test('Q3: спецвыпуск говорит, что сдвинет, и сдвигает с материалами, рекламой и сроками', async () => {
  const { newsroom, series } = await withSeries()
  await newsroom.must(calendarApi.createAhead, { series, count: 3 })
  const { id } = await newsroom.must(articleApi.create, { headline: 'Текст' })
  await newsroom.must(issueApi.place, { issue: '48 (48)', article: id, page: 2, before: null })
  const words = { title: 'Окна', advertiser: 'Мастерская', columns: 2, modules: 4 }
  const advert = await newsroom.must(advertApi.add, { ...words, issue: '48 (48)' })
  const special = { plannedFor: '2026-11-27', pages: 4, columns: 5 as const, title: 'К съезду' }
  const before = await serialsOf(newsroom)
  const preview = await newsroom.must(calendarApi.createSpecial, { ...special, preview: true })
  expect(preview).toEqual({
    serial: '48 (48)',
    renumbered: [
      { from: '48 (48)', to: '49 (49)' },
      { from: '49 (49)', to: '50 (50)' },
    ],
  })
  expect(await serialsOf(newsroom)).toEqual(before)
  await newsroom.must(calendarApi.createSpecial, special)
  expect(await serialsOf(newsroom)).toEqual([
    '2026-11-25 47 (47)',
    '2026-11-27 48 (48)',
    '2026-12-02 49 (49)',
    '2026-12-09 50 (50)',
  ])
  expect(Object.keys((await newsroom.must(issueApi.read, { issue: '49 (49)' })).placements)).toEqual([id])
  expect((await newsroom.must(articleApi.read, { id })).summary.issue).toBe('49 (49)')
  const adverts = await newsroom.must(advertApi.list, { issue: '49 (49)' })
  expect(JSON.stringify(adverts)).toContain(advert.id)
  expect((await newsroom.must(calendarApi.issue, { issue: '49 (49)' })).schedule.turn?.day).toBe('2026-12-02')
  expect((await newsroom.must(calendarApi.issue, { issue: '48 (48)' })).schedule).toMatchObject({ title: 'К съезду', turn: null })
})

test('Q3: вышедший номер не перенумеровать: отказ называет его', async () => {
  const { newsroom, series } = await withSeries()
  await newsroom.must(calendarApi.createAhead, { series, count: 2 })
  await newsroom.must(calendarApi.setPublished, { issue: '48 (48)', at: Date.parse('2026-12-02T06:00:00Z') })
  const special = { plannedFor: '2026-11-27', pages: 4, columns: 5 as const, title: 'К съезду' }
  const refused = await newsroom.call(calendarApi.createSpecial, special)
  expect(refused).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  expect(JSON.stringify(refused)).toContain('48 (48)')
})

test('Q11: день выхода по плану и настоящий выход — разные даты', async () => {
  const { newsroom, series } = await withSeries()
  await newsroom.must(calendarApi.createAhead, { series, count: 1 })
  const at = Date.parse('2026-11-26T05:30:00Z')
  await newsroom.must(calendarApi.setPublished, { issue: '47 (47)', at })
  const { issues } = await newsroom.must(calendarApi.read, { from: '2026-11-23', to: '2026-11-29' })
  expect(issues).toMatchObject([{ plannedFor: '2026-11-25', publishedAt: at, status: 'published' }])
  await newsroom.must(calendarApi.setPublished, { issue: '47 (47)', at: null })
  expect((await newsroom.must(issueApi.list, {}))[0]?.status).toBe('inProgress')
})

test('Q12: календарь ведут те, кто планирует номера; корреспонденту отказ, ничего не меняется', async () => {
  const newsroom = await newNewsroom({ demo: true })
  const before = await newsroom.must(calendarApi.read, { from: '2026-11-01', to: '2026-12-31' })
  expect(await newsroom.call(calendarApi.saveSeries, weekly, 'reporter')).toMatchObject({
    ok: false,
    failure: { code: 'forbidden' },
  })
  expect(await newsroom.must(calendarApi.read, { from: '2026-11-01', to: '2026-12-31' })).toEqual(before)
})

test('Q13: срок печати один на всех: из календаря, из серии, без неё — накануне выхода', async () => {
  const newsroom = await newNewsroom()
  const pressOf = async (serial: string) => {
    const times = await newsroom.must(assignmentApi.times, {})
    return new Date(times[serial]?.press ?? 0).toISOString()
  }
  const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-12-09', pages: 4 })
  expect(await pressOf(serial)).toBe('2026-12-08T15:00:00.000Z')
  const desk = () => newsroom.must(deskApi.read, { issue: serial, everybody: true })
  const onDesk = async () => (await desk()).day.find(({ stage }) => stage === 'press')?.at
  expect(await onDesk()).toBe(Date.parse('2026-12-08T15:00:00Z'))
  await newsroom.must(calendarApi.saveSeries, { ...weekly, press: { daysBefore: 2, time: '09:30' } })
  expect(await pressOf(serial)).toBe('2026-12-07T06:30:00.000Z')
  expect(await onDesk()).toBe(Date.parse('2026-12-07T06:30:00Z'))
})
