import { z } from 'zod'
import { pageDisplaySchema } from '../layout/display.ts'
import { isCorrection, pageChangeSchema } from './page-change.ts'
import { placeSchema } from './place.ts'
import { quoteSchema } from './quote.ts'

/** A deed as people read it: whose and when, in milliseconds since 1970. */
const toldDeedSchema = z.object({ name: z.string(), at: z.number() })

export const proofSummarySchema = z.object({
  page: z.number(),
  number: z.number(),
  taken: toldDeedSchema,
  /** Remarks on it that nobody has found done. */
  open: z.number(),
  /** Everything asked for on this proof is in. */
  revised: toldDeedSchema.nullable(),
})
/** A proof as lists show it. */
export type ProofSummary = z.infer<typeof proofSummarySchema>

export const correctionSchema = z.object({
  /** SHA-256, hex, of what makes it the same correction in another comparison with the same proof. */
  id: z.string(),
  change: pageChangeSchema,
  tick: toldDeedSchema.nullable(),
})
export type Correction = z.infer<typeof correctionSchema>

export const placedRemarkSchema = z.object({
  id: z.string(),
  /** The proof it was written on. */
  number: z.number(),
  quote: quoteSchema,
  text: z.string(),
  written: toldDeedSchema,
  settled: toldDeedSchema.extend({ done: z.boolean() }).nullable(),
  /** Where it is on both states of the page; null where its place is gone. */
  beforePlaces: z.array(placeSchema).nullable(),
  afterPlaces: z.array(placeSchema).nullable(),
})
export type PlacedRemark = z.infer<typeof placedRemarkSchema>

/** A proof compared with a later one, or with the page as it is now. */
export const revisionCheckSchema = z.object({
  /** Numbers of the proofs; null is the page as it is now. */
  before: z.number(),
  after: z.number().nullable(),
  pages: z.object({ before: pageDisplaySchema, after: pageDisplaySchema }),
  corrections: z.array(correctionSchema),
  remarks: z.array(placedRemarkSchema),
  /** Headlines of the stories on both, by article. */
  titles: z.record(z.string(), z.string()),
  /** Who found this very state of the page to have everything in it. */
  revised: toldDeedSchema.nullable(),
})
export type RevisionCheck = z.infer<typeof revisionCheckSchema>

/** How many of the corrections and remarks have been checked and found in. */
export const revisionProgress = ({
  corrections,
  remarks,
}: Pick<RevisionCheck, 'corrections' | 'remarks'>): { readonly done: number; readonly total: number } => {
  const counted = corrections.filter(({ change }) => isCorrection(change))
  return {
    done: counted.filter(({ tick }) => tick !== null).length + remarks.filter(({ settled }) => settled?.done === true).length,
    total: counted.length + remarks.length,
  }
}
