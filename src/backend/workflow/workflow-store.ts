import { z } from 'zod'
import { approvalSchema, workflowStepSchema } from '../../shared/workflow/approval.ts'
import { articleStatuses } from '../../shared/workflow/states.ts'
import type { RecordType } from '../store/json-file.ts'

const workflowSchema = z.object({
  schemaVersion: z.literal(1),
  status: z.enum(articleStatuses),
  /** The state before the article was put aside, for coming back. */
  previous: z.enum(articleStatuses).nullable(),
  /** Order of import or creation. */
  order: z.number(),
  steps: z.array(workflowStepSchema),
  /** The newest last; each keeps the content as it was approved. */
  approvals: z.array(approvalSchema),
  /** The content was different after the last approval at some moment: an undo back does not revive it by itself. */
  changedAfterApproval: z.boolean(),
  /** When the text is due from its author, in milliseconds since 1970. */
  deadline: z.number().nullable().default(null),
})
/** Where an article is on its way, and what was approved of it. Never part of a merged document. */
export type WorkflowRecord = z.infer<typeof workflowSchema>

export const workflowType: RecordType<WorkflowRecord> = { version: 1, schema: workflowSchema, migrations: {} }
