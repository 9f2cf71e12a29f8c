import { z } from 'zod'
import { addDays, type Day, daysBetween, weekdayOf } from './day.ts'
import { pressSchema } from './press.ts'

/** Something due before the pages go to the printer, as an offset from press time. */
const seriesDeadlineSchema = z.object({
  name: z.string().trim().min(1).max(80),
  hoursBefore: z.number().int().min(0).max(1000),
})

/** A standing head of the newspaper and the page it usually stands on. */
const standingRubricSchema = z.object({ rubric: z.string().trim().min(1).max(80), page: z.number().int().min(1).max(64) })

/** What the issues of a weekly are made from. */
export const seriesSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1).max(80),
  /** Weekday of publication, 1 is Monday. */
  weekday: z.number().int().min(1).max(7),
  /** Weeks from one issue to the next. */
  everyWeeks: z.number().int().min(1).max(8).default(1),
  /** The first day it may come out on; no issue is planned before. */
  since: z.iso.date(),
  /** The last day; null while it goes on. */
  until: z.iso.date().nullable().default(null),
  pages: z.number().int().min(1).max(64),
  columns: z.union([z.literal(4), z.literal(5), z.literal(6)]),
  press: pressSchema,
  deadlines: z.array(seriesDeadlineSchema).max(20),
  rubrics: z.array(standingRubricSchema).max(64),
  /** Page templates by page number. */
  templates: z.record(z.string().regex(/^[1-9]\d?$/), z.string()),
})
export type Series = z.infer<typeof seriesSchema>

/** What was decided of one day of a series: `move` comes out on another day, `double` goes into the next issue. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keep') }),
  z.object({ kind: z.literal('move'), to: z.iso.date() }),
  z.object({ kind: z.literal('skip') }),
  z.object({ kind: z.literal('double') }),
])
export type Decision = z.infer<typeof decisionSchema>

/** The key of a decision: the series and its own day. */
export const decisionKey = (series: string, day: Day): string => `${series}/${day}`

/** The days of a series between two days, both included. */
export const seriesDays = ({ weekday, everyWeeks, since, until }: Series, from: Day, to: Day): readonly Day[] => {
  const step = everyWeeks * 7
  const first = addDays(since, (weekday - weekdayOf(since) + 7) % 7)
  const skipped = Math.max(0, Math.ceil(daysBetween(first, from) / step))
  const last = until !== null && until < to ? until : to
  const days: Day[] = []
  for (let day = addDays(first, skipped * step); day <= last; day = addDays(day, step)) days.push(day)
  return days
}

/** A deadline of one issue. */
export interface IssueDeadline {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The deadlines of a series counted back from a press time, the earliest first. */
export const deadlinesOf = ({ deadlines }: Pick<Series, 'deadlines'>, pressAt: number): readonly IssueDeadline[] =>
  deadlines.map(({ name, hoursBefore }) => ({ name, at: pressAt - hoursBefore * 3_600_000 })).sort((a, b) => a.at - b.at)

/** The week as most weeklies live it, to begin a series with: hours before press time. */
export const usualDeadlines: Series['deadlines'] = [
  { name: 'Планёрка, план номера', hoursBefore: 144 },
  { name: 'Задания розданы', hoursBefore: 120 },
  { name: 'Первая сдача', hoursBefore: 96 },
  { name: 'Вторая сдача', hoursBefore: 48 },
  { name: 'Вычитка и сверка', hoursBefore: 6 },
]
