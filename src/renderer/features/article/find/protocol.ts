import { z } from 'zod'

/** What a window asks the worker that runs regular expressions: which of these texts holds what. */
export const findRequestSchema = z.object({
  run: z.number(),
  texts: z.array(z.string()),
  query: z.object({
    text: z.string(),
    wholeWords: z.boolean(),
    matchCase: z.boolean(),
    yoIsYe: z.boolean(),
    regexp: z.boolean(),
  }),
})
export type FindRequest = z.infer<typeof findRequestSchema>

const matchSchema = z.object({
  from: z.number(),
  to: z.number(),
  groups: z.array(z.string()),
  named: z.record(z.string(), z.string()),
})

/** What the worker says: that it listens, and what it found in each text. */
export const findReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('found'), run: z.number(), matches: z.array(z.array(matchSchema)) }),
])
export type FindReply = z.infer<typeof findReplySchema>
