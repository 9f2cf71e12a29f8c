import { z } from 'zod'

/** What the calendar keeps of an issue beside its plan. */
export const issueScheduleSchema = z.object({
  /** The series it was made from, and its own day there; null of a special issue. */
  turn: z.object({ series: z.string(), day: z.iso.date() }).nullable(),
  /** What a special issue is called; empty otherwise. */
  title: z.string(),
  /** When the pages go to the printer, milliseconds since 1970; null where nobody said. */
  pressAt: z.number().nullable(),
  /** When it came out; null while it has not. */
  publishedAt: z.number().nullable(),
  /** When the legal deposit copies were sent, and by whom. */
  deposited: z.object({ at: z.number(), person: z.string().nullable() }).nullable().default(null),
})
export type IssueSchedule = z.infer<typeof issueScheduleSchema>

/** An issue the calendar knows nothing of. */
export const noSchedule: IssueSchedule = { turn: null, title: '', pressAt: null, publishedAt: null, deposited: null }
