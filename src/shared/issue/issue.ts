import { z } from 'zod'
import { pageDummySchema } from './page-dummy.ts'
import { placementSchema } from './placement.ts'

export const issueStatuses = ['planned', 'inProgress', 'signed', 'atPrinter', 'published', 'archived'] as const

/** An issue and its flatplan as plain data. */
export const issueSchema = z.object({
  /** «47 (1295)»: number in the year and running number; also its id. */
  serial: z.string(),
  /** Date of publication, YYYY-MM-DD. */
  plannedFor: z.iso.date(),
  pages: z.number().int().min(1).max(64),
  columns: z.union([z.literal(4), z.literal(5), z.literal(6)]),
  status: z.enum(issueStatuses),
  placements: z.record(z.string(), placementSchema),
  /** Plans of pages that a person fixed, by page number. */
  dummies: z.record(z.string(), pageDummySchema).default({}),
})
export type Issue = z.infer<typeof issueSchema>
