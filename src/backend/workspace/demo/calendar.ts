import { addDays, type Day, momentOf } from '../../../shared/calendar/day.ts'
import { pressMoment } from '../../../shared/calendar/press.ts'
import { type Series, usualDeadlines } from '../../../shared/calendar/series.ts'
import { changeCalendar, changeSchedule } from '../../calendar/change-calendar.ts'
import { createAhead } from '../../calendar/create-ahead.ts'
import type { Newsroom } from '../../newsroom.ts'

/** The series the demo newspaper is made from. */
const seriesSince = (since: Day, weekday: number, pages: number): Series => ({
  ...{ id: 'weekly', name: 'Профсоюзная среда', weekday, everyWeeks: 1, since, until: null, pages, columns: 5 },
  press: { daysBefore: 1, time: '18:00' },
  deadlines: usualDeadlines,
  rubrics: [
    { rubric: 'События', page: 2 },
    { rubric: 'Регионы', page: 3 },
    { rubric: 'Право на право', page: 5 },
    { rubric: 'Общественная работа', page: 6 },
    { rubric: 'Эдьютон', page: 7 },
    { rubric: 'Авторская колонка', page: 8 },
  ],
  templates: {},
})

/** Issues that came out before, the latest first: the one in hand is «47 (1295)». */
const past = ['46 (1294)', '45 (1293)', '44 (1292)', '43 (1291)'] as const

const weeksAhead = 2

interface DemoIssue {
  readonly serial: string
  readonly plannedFor: Day
  readonly weekday: number
  readonly pages: number
}

/** Puts the issue in hand into a series, with some that came out before it and some that are to come. */
export const addDemoCalendar = async (newsroom: Newsroom, { serial, plannedFor, weekday, pages }: DemoIssue): Promise<void> => {
  const series = seriesSince(addDays(plannedFor, -7 * past.length), weekday, pages)
  await changeCalendar(newsroom, (now) => ({ ...now, series: [series] }))
  const schedule = (issue: string, day: Day, publishedAt: number | null) =>
    changeSchedule(newsroom, issue, (now) => ({
      ...now,
      turn: { series: series.id, day },
      pressAt: pressMoment(series.press, day),
      publishedAt,
      // The deposit copies of what came out before are sent.
      deposited: publishedAt === null ? null : { at: publishedAt, person: 'managingEditor' },
    }))
  await schedule(serial, plannedFor, null)
  for (const [at, before] of past.entries()) {
    const day = addDays(plannedFor, -7 * (at + 1))
    await newsroom.issues.create({ serial: before, plannedFor: day, pages, columns: 5, status: 'published' })
    // One of them came out a day late.
    await schedule(before, day, momentOf(addDays(day, at === 2 ? 1 : 0), '09:00'))
  }
  await createAhead(newsroom, series, weeksAhead)
}
