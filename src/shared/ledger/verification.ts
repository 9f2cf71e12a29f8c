import { z } from 'zod'

/** What a forgery may be found in. */
export const brokenKinds = ['article', 'media', 'approval', 'page', 'issue', 'role', 'ledger'] as const
export type BrokenKind = (typeof brokenKinds)[number]

const brokenSchema = z.object({ kind: z.enum(brokenKinds), id: z.string(), reason: z.string() })
/** One thing that is not what was signed, and why. */
export type Broken = z.infer<typeof brokenSchema>

/** What a check of a whole folder against its signatures has found. */
export const verificationSchema = z.object({
  ok: z.boolean(),
  broken: z.array(brokenSchema),
  /** SHA-256 of the owner's key: everything else hangs on it, so compare it with the one the owner tells you. */
  owner: z.string().nullable(),
  /** Signed entries that were looked at. */
  entries: z.number(),
  /** Articles approved without a signature, before there were keys. */
  unsigned: z.number(),
  /** Decisions in the ledger that the records here don't tell of: they came from another copy. */
  ahead: z.array(z.string()),
})
export type Verification = z.infer<typeof verificationSchema>
