import { z } from 'zod'
import { quoteSchema } from './quote.ts'

/** SHA-256, hex. */
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Who did something and when, in milliseconds since 1970. */
const deedSchema = z.object({ person: z.string(), at: z.number() })

/** What the proofreader asks for at a place of a proof. */
export const remarkSchema = z.object({
  id: z.string(),
  /** The place, told so that it is found again on later states of the page. */
  quote: quoteSchema,
  text: z.string().trim().min(1).max(500),
  ...deedSchema.shape,
  /** Has the correction been made? Null until somebody looked. */
  settled: deedSchema.extend({ done: z.boolean() }).nullable(),
})
export type Remark = z.infer<typeof remarkSchema>

/** What a page looked like at a moment, and what was done with that state of it. */
export const proofSchema = z.object({
  page: z.number().int().min(1),
  /** Counts the proofs of a page from 1. */
  number: z.number().int().min(1),
  taken: deedSchema,
  /** The page itself is kept under the hash of its display list. */
  display: hashSchema,
  /** The stories on it by the hashes of their contents. */
  stories: z.array(z.object({ article: z.string(), hash: z.string() })),
  /** Corrections against this proof that somebody has checked, by their ids. */
  ticks: z.record(hashSchema, deedSchema),
  remarks: z.array(remarkSchema),
  /** The state of the page, by its hash, in which every correction against this proof was checked. */
  revised: deedSchema.extend({ display: hashSchema }).nullable(),
})
export type Proof = z.infer<typeof proofSchema>

/** The proofs of an issue, the earliest first. */
export const proofRecordSchema = z.object({ schemaVersion: z.literal(1), proofs: z.array(proofSchema) })
export type ProofRecord = z.infer<typeof proofRecordSchema>
