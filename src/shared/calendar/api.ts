import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { issueSchema, issueStatuses } from '../issue/issue.ts'
import { datedProjectSchema, listedEventSchema } from '../rubric/api.ts'
import { issueScheduleSchema } from './schedule.ts'
import { decisionSchema, seriesSchema } from './series.ts'

const daySchema = z.iso.date()

const holidaySchema = z.object({ day: daySchema, name: z.string(), kind: z.enum(['holiday', 'transferred', 'own']) })

const slotSchema = z.object({
  series: z.string(),
  day: daySchema,
  plannedFor: daySchema.nullable(),
  decision: z.enum(['keep', 'move', 'skip', 'double']).nullable(),
  holiday: holidaySchema.nullable(),
  moveTo: daySchema.nullable(),
  serial: z.string().nullable(),
  numbers: z.number(),
  pressAt: z.number().nullable(),
})

const calendarIssueSchema = issueScheduleSchema.extend({
  serial: z.string(),
  plannedFor: daySchema,
  status: z.enum(issueStatuses),
  pages: z.number(),
  articles: z.number(),
  approved: z.number(),
  deadlines: z.array(z.object({ name: z.string(), at: z.number() })),
})
export type CalendarIssue = z.infer<typeof calendarIssueSchema>

/** A delivery to a channel: what waits for its time, or what is out. Two dates that never stand for each other. */
const sendingSchema = z.object({
  delivery: z.string(),
  article: z.string(),
  headline: z.string(),
  channel: z.string(),
  kind: z.enum(['scheduledAt', 'publishedAt']),
  at: z.number(),
})

const calendarSchema = z.object({
  /** The newspaper's day now. */
  today: daySchema,
  series: z.array(seriesSchema),
  holidays: z.array(holidaySchema),
  /** Turns of the series that have no issue yet. */
  slots: z.array(slotSchema),
  issues: z.array(calendarIssueSchema),
  sendings: z.array(sendingSchema),
  /** Events on each of their days, and projects at each time they are on. */
  events: z.array(listedEventSchema),
  projects: z.array(datedProjectSchema),
  /** May the person who asks change events and projects? */
  mayDate: z.boolean(),
})
export type Calendar = z.infer<typeof calendarSchema>

const renumberingSchema = z.object({ from: z.string(), to: z.string() })

export const calendarApi = {
  /** What stands on the days from one to another, both included. */
  read: reading('calendar.read', z.object({ from: daySchema, to: daySchema }), calendarSchema),
  /** What the calendar says of one issue. */
  issue: reading(
    'calendar.issue',
    z.object({ issue: z.string() }),
    z.object({ schedule: issueScheduleSchema, series: seriesSchema.nullable() }),
  ),
  /** Keeps a series; one without an id is new. */
  saveSeries: writing(
    'calendar.saveSeries',
    'planIssue',
    seriesSchema.omit({ id: true }).extend({ id: z.string().nullable() }),
    z.object({ series: z.string() }),
  ),
  /** Names a day off of the newsroom's own; null takes it away. */
  setDayOff: writing(
    'calendar.setDayOff',
    'planIssue',
    z.object({ day: daySchema, name: z.string().trim().min(1).max(80).nullable() }),
    z.object({}),
  ),
  /** Decides about one turn of a series; null forgets what was decided. */
  decide: writing(
    'calendar.decide',
    'planIssue',
    z.object({ series: z.string(), day: daySchema, decision: decisionSchema.nullable() }),
    z.object({}),
  ),
  /**
   * Makes the issues of the next turns of a series, `count` of them. It stops before a turn that falls on a holiday and
   * was not decided about, and names its day.
   */
  createAhead: writing(
    'calendar.createAhead',
    'planIssue',
    z.object({ series: z.string(), count: z.number().int().min(1).max(60) }),
    z.object({ created: z.array(z.object({ serial: z.string(), plannedFor: daySchema })), undecided: daySchema.nullable() }),
  ),
  /**
   * Makes an issue outside of the series. Those after it make room: with `preview` nothing is changed and the answer says
   * what would be.
   */
  createSpecial: writing(
    'calendar.createSpecial',
    'planIssue',
    issueSchema.pick({ plannedFor: true, pages: true, columns: true }).extend({
      title: z.string().trim().min(1).max(80),
      preview: z.boolean().default(false),
    }),
    z.object({ serial: z.string(), renumbered: z.array(renumberingSchema) }),
  ),
  /** Says when an issue came out, milliseconds since 1970; null takes it back. */
  setPublished: writing(
    'calendar.setPublished',
    'planIssue',
    z.object({ issue: z.string(), at: z.number().nullable() }),
    z.object({}),
  ),
} as const
