import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { proofSummarySchema, revisionCheckSchema } from './revision-check.ts'

const pageShape = { issue: z.string(), page: z.number().int().min(1) }
const number = z.number().int().min(1)

export const proofApi = {
  /** The proofs of an issue, those of a page from the first to the last. */
  list: reading('proof.list', z.object({ issue: z.string() }), z.array(proofSummarySchema)),
  /** Keeps a page as it is now as the next proof of it. */
  take: writing('proof.take', 'staff', z.object(pageShape), z.object({ number: z.number() })),
  /** Compares a proof with a later one, or with the page as it is now when `after` is null. */
  check: reading('proof.check', z.object({ ...pageShape, before: number, after: number.nullable() }), revisionCheckSchema),
  /** Says of a correction against a proof that it was checked, or takes that back. */
  tick: writing(
    'proof.tick',
    'staff',
    z.object({ ...pageShape, before: number, correction: z.string().regex(/^[0-9a-f]{64}$/), ticked: z.boolean() }),
    z.object({}),
  ),
  /**
   * Writes on a proof what is to be corrected. `words` stand on it; `near` is the point (in points from its top left
   * corner) that says which of them are meant.
   */
  remark: writing(
    'proof.remark',
    'staff',
    z.object({
      ...pageShape,
      number,
      words: z.string().trim().min(1).max(300),
      near: z.object({ x: z.number(), y: z.number() }).nullable(),
      text: z.string().trim().min(1).max(500),
    }),
    z.object({ remark: z.string() }),
  ),
  /** Says of a remark whether the correction is in; null takes that back. */
  settle: writing(
    'proof.settle',
    'staff',
    z.object({ ...pageShape, number, remark: z.string(), done: z.boolean().nullable() }),
    z.object({}),
  ),
  /** Takes a remark back that nobody has settled. */
  removeRemark: writing('proof.removeRemark', 'staff', z.object({ ...pageShape, number, remark: z.string() }), z.object({})),
  /** Says of a page that everything asked for on a proof is in; refused while something is not. */
  confirm: writing('proof.confirm', 'staff', z.object({ ...pageShape, before: number, after: number.nullable() }), z.object({})),
  /** Writes a proof as PDF, marked with its number; `file` null puts it into the folder's `exports`. */
  export: reading(
    'proof.export',
    z.object({ ...pageShape, number, file: z.string().nullable() }),
    z.object({ file: z.string(), bytes: z.number() }),
  ),
} as const
