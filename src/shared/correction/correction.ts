import { z } from 'zod'

/** A correction puts right what was said, a retraction takes it back. */
export const correctionKinds = ['correction', 'retraction'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** Where a story stood in print. */
export const printedPlaceSchema = z.object({
  /** Serial of the issue. */
  issue: z.string(),
  plannedFor: z.iso.date(),
  page: z.number().int(),
})
export type PrintedPlace = z.infer<typeof printedPlaceSchema>

/** One place the story came out in, and what was ordered there. */
export const correctionPlaceSchema = z.object({
  /** The delivery as which it came out. */
  delivery: z.string(),
  channel: z.string(),
  /** The delivery that changes it; null where the program can't. */
  errand: z.string().nullable(),
  /** Why there is none, for people. */
  reason: z.string().nullable(),
})

/** A correction as it is stored: what was wrong, what is right, and where it travels. */
export const correctionSchema = z.object({
  schemaVersion: z.literal(1),
  article: z.string(),
  kind: z.enum(correctionKinds),
  /** The words of the mistake. */
  wrong: z.string(),
  /** What it should have been. */
  right: z.string(),
  /** The approved content that it brings; null for a retraction. */
  contentHash: z.string().nullable(),
  person: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  places: z.array(correctionPlaceSchema),
  /** Where the mistake was printed, and the article in which the newspaper says so; null where it was not. */
  print: printedPlaceSchema.extend({ notice: z.string().nullable() }).nullable(),
})
export type Correction = z.infer<typeof correctionSchema>
