import { z } from 'zod'
import { focusSchema } from '../media/focus.ts'

/** Shapes a picture can be cropped to for a post: width to height. */
export const cropRatios = ['1:1', '4:5', '4:3', '16:9'] as const
export type CropRatio = (typeof cropRatios)[number]

/** What is left of a picture: the largest part of this shape that keeps the focus as near its middle as it can. */
export const cropSchema = z.object({ ratio: z.enum(cropRatios), focus: focusSchema })
export type Crop = z.infer<typeof cropSchema>

const webAddress = z.url({ protocol: /^https?$/, error: 'нужен адрес, начинающийся с https://' })

/** Most hashtags of a post, and most pictures; networks take fewer, which the formatter sees to. */
const mostTags = 20
const mostPhotos = 100

/**
 * What an article says in one channel where that differs from what the formatter makes of it; null leaves a part to the
 * formatter. `text` is of the markup that `markup.ts` reads; `title` and `summary` are for sites and feeds, which get the
 * whole article and no other text.
 */
export const variantContentSchema = z.strictObject({
  text: z.string().max(100_000).nullable().default(null),
  title: z.string().max(1000).nullable().default(null),
  summary: z.string().max(2000).nullable().default(null),
  /** Where the post leads; null for the article on the newspaper's site. */
  link: webAddress.nullable().default(null),
  /** Without the sign in front; null for those of the channel's settings. */
  tags: z.array(z.string().trim().min(1).max(80)).max(mostTags).nullable().default(null),
  /** Which pictures of the article, in this order. */
  photos: z
    .array(z.object({ media: z.string(), crop: cropSchema.nullable() }))
    .max(mostPhotos)
    .nullable()
    .default(null),
  video: webAddress.nullable().default(null),
  /** Does the invitation to join stand below? Null as the newsroom's settings say. */
  join: z.boolean().nullable().default(null),
})
export type VariantContent = z.infer<typeof variantContentSchema>

/** A variant that leaves everything to the formatter. */
export const untouched: VariantContent = variantContentSchema.parse({})

/**
 * Where a variant is on its way: `proposed` as the formatter has it; `unapproved` written, and the article's approval does
 * not cover it; `approved`; `stale` written for an earlier text of the article.
 */
export const variantStates = ['proposed', 'unapproved', 'approved', 'stale'] as const
export type VariantState = (typeof variantStates)[number]

/** What readers get: the article, or a teaser that leads to it. */
export const postForms = ['article', 'teaser'] as const
export type PostForm = (typeof postForms)[number]

/** Names a variant among those of its article: one a channel and form. */
export const variantKey = (channel: string, form: PostForm): string => (form === 'article' ? channel : `${channel}.${form}`)
