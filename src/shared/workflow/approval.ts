import { z } from 'zod'
import { articleContentSchema } from '../article/content.ts'
import { articleStatuses, roles, workflowActions } from './states.ts'

/**
 * One signed-for moment: who approved exactly what. The frozen content is the only thing that leaves the house; the
 * hash is SHA-256 over its canonical JSON, hex.
 */
export const approvalSchema = z.object({
  id: z.string(),
  person: z.string(),
  role: z.enum(roles),
  /** Milliseconds since 1970. */
  at: z.number(),
  contentHash: z.string(),
  content: articleContentSchema,
  passedOver: z.array(z.enum(articleStatuses)),
  /** Ed25519 over the fields above; null until people have keys. */
  signature: z.string().nullable(),
})
export type Approval = z.infer<typeof approvalSchema>

export const workflowStepSchema = z.object({
  action: z.enum([...workflowActions, 'import', 'create', 'publish']),
  from: z.enum(articleStatuses).nullable(),
  to: z.enum(articleStatuses),
  person: z.string().nullable(),
  at: z.number(),
  remark: z.string(),
})
export type WorkflowStep = z.infer<typeof workflowStepSchema>
