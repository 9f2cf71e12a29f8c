import { join } from 'node:path'
import { z } from 'zod'
import { issueScheduleSchema } from '../../shared/calendar/schedule.ts'
import { decisionSchema, seriesSchema } from '../../shared/calendar/series.ts'
import type { RecordType } from '../store/json-file.ts'

const calendarRecordSchema = z.object({
  schemaVersion: z.literal(1),
  series: z.array(seriesSchema),
  daysOff: z.array(z.object({ day: z.iso.date(), name: z.string() })),
  /** By `decisionKey`. */
  decisions: z.record(z.string(), decisionSchema),
  /** By serial. */
  issues: z.record(z.string(), issueScheduleSchema),
})
/** The series of a newsroom, what was decided about their turns, and the times of its issues. */
export type CalendarRecord = z.infer<typeof calendarRecordSchema>

/** How it is stored. */
export const calendarType: RecordType<CalendarRecord> = { version: 1, schema: calendarRecordSchema, migrations: {} }

export const calendarPath = (folder: string): string => join(folder, 'calendar.json')

/** A newsroom that planned nothing yet. */
export const emptyCalendar: CalendarRecord = { schemaVersion: 1, series: [], daysOff: [], decisions: {}, issues: {} }
