import { z } from 'zod'
import { reading } from '../api/operation.ts'
import { mergeReportSchema } from './report.ts'

/** Joining copies of a newsroom; it is no operation of an open folder, which is closed for that time. */
export const mergeApi = {
  /** Takes into `folder` what is in another copy of the same newsroom, which stays as it is. */
  accept: reading('merge.accept', z.object({ folder: z.string(), other: z.string() }), mergeReportSchema),
  /** What became of the last merge into a folder, while this program runs; null where there was none. */
  last: reading('merge.last', z.object({ folder: z.string() }), mergeReportSchema.nullable()),
} as const
