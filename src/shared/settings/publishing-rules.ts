import { z } from 'zod'
import { usualShingle } from '../variant/similarity.ts'

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'нужно время, например 22:00')

/** What the newspaper has decided about its posts; times are by the clocks of its time zone. */
export const publishingRulesSchema = z.object({
  /** Nothing goes to readers' phones between these times; null at any time. Sites and feeds wake nobody. */
  quiet: z.object({ from: clock, to: clock }).nullable().default(null),
  /** What stands in an issue goes nowhere else before this time of its day; null at any time. */
  issueEmbargo: clock.nullable().default(null),
  unique: z
    .object({
      /** Channels whose posts must not repeat those of others; null for every one on Odnoklassniki. */
      channels: z.array(z.string()).nullable().default(null),
      /** Per cent of a post that may stand in another one, too. */
      most: z.number().int().min(0).max(100).default(40),
      /** Words that count as repeated when they follow one another so in both. */
      words: z.number().int().min(2).max(8).default(usualShingle),
    })
    .prefault({}),
  /** Marks of links to the newspaper's site. The network is `utm_source`, the delivery `utm_content`. */
  marks: z
    .object({
      on: z.boolean().default(true),
      medium: z.string().trim().max(60).default('social'),
      /** Left out when empty. */
      campaign: z.string().trim().max(60).default(''),
    })
    .prefault({}),
  /** Does «Вступить в Профсоюз!» stand under every post? It leads to the publication's address for joining. */
  join: z.boolean().default(false),
})
export type PublishingRules = z.infer<typeof publishingRulesSchema>

export const usualRules: PublishingRules = publishingRulesSchema.parse({})
