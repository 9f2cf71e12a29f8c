import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { pulledSchema } from '../issue/api.ts'
import { approvalSchema, signatureSchema, workflowStepSchema } from './approval.ts'
import { articleStatuses, workflowActions } from './states.ts'

const outcomeSchema = z.object({
  article: z.string(),
  status: z.enum(articleStatuses),
  /** What it left on its page, where it was put aside from one; with it `issue.putBack` takes that back. */
  pulled: pulledSchema.optional(),
})

export const workflowApi = {
  /** Takes one action on each article; all are taken or, when one refuses, none. Those put aside leave their pages. */
  act: writing(
    'workflow.act',
    'staff',
    z.object({ action: z.enum(workflowActions), articles: z.array(z.string()).min(1), remark: z.string().default('') }),
    z.array(outcomeSchema),
  ),
  /** Says when an article's text is due from its author, in milliseconds since 1970; null takes the deadline away. */
  setDeadline: writing(
    'workflow.setDeadline',
    'giveAssignment',
    z.object({ article: z.string(), deadline: z.number().nullable() }),
    z.object({}),
  ),
  history: reading(
    'workflow.history',
    z.object({ article: z.string() }),
    z.object({
      steps: z.array(workflowStepSchema),
      approvals: z.array(approvalSchema.omit({ content: true, variants: true })),
      /** The current content differs from the one approved last. */
      changedAfterApproval: z.boolean(),
      actions: z.array(z.enum(workflowActions)),
      deadline: z.number().nullable(),
      signature: signatureSchema.nullable(),
    }),
  ),
} as const
