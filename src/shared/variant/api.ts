import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { channelPreviewSchema } from '../publishing/channel.ts'
import { postForms, variantContentSchema, variantStates } from './variant.ts'

const outlet = z.object({
  article: z.string(),
  channel: z.string(),
  /** The article itself when absent. */
  form: z.enum(postForms).optional(),
})

const variantViewSchema = z.object({
  /** As somebody wrote it; null where it is left to the formatter. */
  content: variantContentSchema.nullable(),
  state: z.enum(variantStates),
  /** What stands against sending it, for people; null when nothing does. */
  complaint: z.string().nullable(),
  /** Does the channel get posts, or the whole article? */
  shape: z.enum(['post', 'article']),
  /** What the formatter makes of the article: where writing begins. Tags without their sign. */
  proposal: z.object({ text: z.string(), title: z.string(), summary: z.string(), tags: z.array(z.string()) }),
  /** The article's pictures that the web gets. */
  photos: z.array(z.object({ media: z.string(), caption: z.string() })),
  /** Paragraphs that the article has lost and gained since the variant was written; none unless it is stale. */
  lost: z.array(z.string()),
  gained: z.array(z.string()),
})
export type VariantView = z.infer<typeof variantViewSchema>

const likenessSchema = z.object({
  channel: z.string(),
  /** The channel it repeats most. */
  other: z.string(),
  percent: z.number(),
  repeated: z.array(z.string()),
  /** Per cent that the newspaper's rule allows this channel; null where the rule is not about it. */
  most: z.number().nullable(),
})
export type Likeness = z.infer<typeof likenessSchema>

const pack = z.object({ issue: z.string(), channel: z.string() })

const teaserSchema = z.object({
  article: z.string(),
  headline: z.string(),
  /** May the story itself be published, so that a teaser can lead to it? */
  isApproved: z.boolean(),
  /** In the markup of variants; null where there is none yet. */
  text: z.string().nullable(),
  state: z.enum(variantStates),
  complaint: z.string().nullable(),
  /** When it is to come out, milliseconds since 1970. */
  proposedAt: z.number().nullable(),
  /** The delivery it was ordered as; null while it was not. */
  delivery: z.string().nullable(),
})
export type Teaser = z.infer<typeof teaserSchema>
export type TeaserPack = Teaser[]

export const variantApi = {
  read: reading('variant.read', outlet, variantViewSchema),
  /** Shows a variant that is being written, without keeping it. */
  tryOut: reading('variant.tryOut', outlet.extend({ content: variantContentSchema.nullable() }), channelPreviewSchema),
  /** Keeps a variant; null goes back to what the formatter makes. It waits for the article's next approval. */
  write: writing('variant.write', 'publish', outlet.extend({ content: variantContentSchema.nullable() }), z.object({})),
  /** Somebody looked at a stale variant: it is right for the article as it is now. */
  confirm: writing('variant.confirm', 'publish', outlet, z.object({})),
  /** How much the posts of an article repeat one another, for each channel that gets posts. */
  likeness: reading('variant.likeness', z.object({ article: z.string() }), z.array(likenessSchema)),
  /** The main stories of an issue with their teasers for a channel, page by page. */
  teasers: reading('variant.teasers', pack, z.array(teaserSchema)),
  /** Proposes a teaser for each main story that has none, spread over the issue's week. */
  proposeTeasers: writing('variant.proposeTeasers', 'publish', pack, z.object({ made: z.number() })),
  setTeaserTime: writing(
    'variant.setTeaserTime',
    'publish',
    z.object({ article: z.string(), channel: z.string(), at: z.number() }),
    z.object({}),
  ),
  /** Queues what is approved for its times; `refused` says, for people, what stands against the others. */
  orderTeasers: writing('variant.orderTeasers', 'publish', pack, z.object({ ordered: z.number(), refused: z.array(z.string()) })),
} as const
