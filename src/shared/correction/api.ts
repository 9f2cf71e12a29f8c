import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { deliveryStatuses } from '../publishing/delivery.ts'
import { correctionKinds, correctionPlaceSchema, correctionSchema, printedPlaceSchema } from './correction.ts'

/** A place of a correction with what has become of it. */
const placeStateSchema = correctionPlaceSchema.extend({
  /** Null where the program can't change it. */
  status: z.enum(deliveryStatuses).nullable(),
  url: z.string().nullable(),
  doneAt: z.number().nullable(),
})

const correctionStateSchema = correctionSchema.omit({ schemaVersion: true, places: true }).extend({
  id: z.string(),
  places: z.array(placeStateSchema),
  /** The issue and the page on which the notice stands or is to stand; null where there is no notice. */
  notice: z.object({ article: z.string(), issue: z.string().nullable(), page: z.number().nullable() }).nullable(),
})
export type CorrectionState = z.infer<typeof correctionStateSchema>

/** A place the article is out in now. */
const outPlaceSchema = z.object({
  delivery: z.string(),
  channel: z.string(),
  url: z.string().nullable(),
  publishedAt: z.number().nullable(),
  /** Can the program put its words right, and take it away? */
  edit: z.boolean(),
  remove: z.boolean(),
  /** Do its words differ from the approved ones? */
  differs: z.boolean(),
})

export const correctionApi = {
  /** Where an article is out, and what was corrected. `blocked` says why its text can't be corrected as things stand. */
  read: reading(
    'correction.read',
    z.object({ article: z.string() }),
    z.object({
      places: z.array(outPlaceSchema),
      printed: printedPlaceSchema.nullable(),
      blocked: z.string().nullable(),
      corrections: z.array(correctionStateSchema),
    }),
  ),
  /**
   * Sends the approved version to every place an older one is out in, or takes the article back from everywhere; for a
   * printed one makes the notice in the next issue. The same order again completes what is missing.
   */
  order: writing(
    'correction.order',
    'publish',
    z.object({
      article: z.string(),
      kind: z.enum(correctionKinds),
      wrong: z.string().trim().max(2000),
      right: z.string().trim().max(2000),
    }),
    z.object({ correction: z.string() }),
  ),
  /** The corrections of what an issue has printed: notes to its archived pages, which themselves stay as they are. */
  ofIssue: reading(
    'correction.ofIssue',
    z.object({ issue: z.string() }),
    z.array(correctionStateSchema.extend({ headline: z.string() })),
  ),
} as const
