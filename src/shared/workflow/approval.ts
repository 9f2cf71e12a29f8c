import { z } from 'zod'
import { articleContentSchema } from '../article/content.ts'
import { variantContentSchema } from '../variant/variant.ts'
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
  /** What it says in single channels, by `variantKey`; absent where the formatters are left to it. */
  variants: z.record(z.string(), variantContentSchema).optional(),
  passedOver: z.array(z.enum(articleStatuses)),
  /** The signature of its entry in the ledger; null where it was given before there were keys. */
  signature: z.string().nullable(),
  /** Hash of its entry in the ledger. */
  entry: z.string().optional(),
})
export type Approval = z.infer<typeof approvalSchema>

/** What the last approval of an article is worth by the ledger. */
export const signatureSchema = z.object({
  /** `adopted`: given before there were keys, and taken over by the owner; `void`: counts for nothing. */
  kind: z.enum(['unsigned', 'adopted', 'signed', 'void']),
  /** SHA-256 of the key it was signed with. */
  key: z.string().nullable(),
  /** Why it counts for nothing, for people. */
  why: z.string().nullable(),
})
export type SignatureView = z.infer<typeof signatureSchema>
/** Everything that can be a step of an article's history. */
export const stepActions = [...workflowActions, 'import', 'create', 'publish'] as const

export const workflowStepSchema = z.object({
  action: z.enum(stepActions),
  from: z.enum(articleStatuses).nullable(),
  to: z.enum(articleStatuses),
  person: z.string().nullable(),
  at: z.number(),
  remark: z.string(),
  /** Hash of its entry in the ledger, where the step was signed. */
  entry: z.string().optional(),
})
export type WorkflowStep = z.infer<typeof workflowStepSchema>
