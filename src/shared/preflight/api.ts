import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { findingSchema } from './finding.ts'
import { ruleIds } from './rules.ts'

export const preflightOutcomeSchema = z.object({
  issue: z.string(),
  /** Name of the printer whose demands were checked. */
  profile: z.string(),
  /** Was a PDF made and checked too? */
  file: z.boolean(),
  findings: z.array(findingSchema),
})
export type PreflightOutcome = z.infer<typeof preflightOutcomeSchema>

export const preflightApi = {
  /**
   * Checks an issue for the printer. `profile` null takes the default one; with `file` the PDF is made, in memory, and
   * checked as well, which takes as long as an export.
   */
  run: reading(
    'preflight.run',
    z.object({ issue: z.string(), profile: z.string().nullable().default(null), file: z.boolean().default(true) }),
    preflightOutcomeSchema,
  ),
  /** Lets findings pass for a reason, in the name of who asks; each lapses when what it is about changes. */
  override: writing(
    'preflight.override',
    'passWarning',
    z.object({
      issue: z.string(),
      findings: z
        .array(z.object({ rule: z.enum(ruleIds), hash: z.string(), page: z.number().nullable(), message: z.string() }))
        .min(1),
      reason: z.string().trim().min(3),
    }),
    z.object({}),
  ),
  /** Takes an override back. */
  withdraw: writing('preflight.withdraw', 'passWarning', z.object({ issue: z.string(), hash: z.string() }), z.object({})),
} as const
