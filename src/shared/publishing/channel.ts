import { z } from 'zod'
import { cropSchema } from '../variant/variant.ts'

export const channelKinds = ['telegram', 'vk', 'ok', 'wordpress', 'webhook', 'rss', 'email', 'clipboard'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** A connected channel. Secrets are not part of it: they lie sealed under the channel's id. */
export const channelSchema = z.object({
  id: z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/),
  kind: z.enum(channelKinds),
  settings: z.record(z.string(), z.string()),
})
export type Channel = z.infer<typeof channelSchema>

/** One line of a connection's test. What stands on something that failed is skipped. */
export const channelCheckSchema = z.object({
  name: z.string(),
  state: z.enum(['passed', 'failed', 'skipped']),
  /** What is wrong, for people. */
  note: z.string().nullable(),
})
export type ChannelCheck = z.infer<typeof channelCheckSchema>

/** A channel as lists show it. Connected is one whose key is there: `problem` is what it last had against a try. */
export const channelStateSchema = channelSchema.extend({
  connected: z.boolean(),
  problem: z.string().nullable(),
  /** Was its key refused at a delivery? Then nothing goes out until there is a new one, or the right is given back. */
  needsKey: z.boolean(),
  /** When it last answered a test or took a delivery, milliseconds since 1970; null for not yet. */
  lastSuccess: z.number().nullable(),
  /** Can a post be tried, which is taken away again? */
  triable: z.boolean(),
  /** Does the network tell what readers do with its posts? */
  countable: z.boolean(),
})
export type ChannelState = z.infer<typeof channelStateSchema>

const common = {
  html: z.string(),
  /** Ids of the photos, in order. */
  photos: z.array(z.string()),
  /** In the network's own units. */
  length: z.number(),
}

const postPartSchema = z.object({
  /** A text, a photo or an album with its caption. */
  kind: z.enum(['text', 'photo', 'album']),
  ...common,
  limit: z.number(),
  /** Address of the newspaper's site that the post leads to, for networks that attach one. */
  link: z.string().optional(),
  /** How pictures of the post are cropped, by their ids; those that are not named stay whole. */
  crops: z.record(z.string(), cropSchema).optional(),
})
export type PostPart = z.infer<typeof postPartSchema>

const articlePartSchema = z.object({
  /** A whole article for a site or a feed. In its `html` a photo is `<img src="media:ID" …>`. */
  kind: z.literal('article'),
  ...common,
  /** There is none. */
  limit: z.null(),
  title: z.string(),
  /** What lists and search engines show of it; plain text. */
  summary: z.string(),
  rubric: z.string(),
  byline: z.string(),
  /** Last part of its address, unique to the delivery: `a-z`, `0-9` and `-`. */
  slug: z.string(),
  /** What the photos show, one a photo; plain text. */
  alternatives: z.array(z.string()),
  /** Which of the photos are files of the page itself, under their hashes, and not of the newsroom's pictures. */
  files: z.array(z.object({ media: z.string(), name: z.string(), type: z.string() })).optional(),
  /** A page of its own, outside the stream of articles; an article when absent. */
  place: z.literal('page').optional(),
})
export type ArticlePart = z.infer<typeof articlePartSchema>

/** One post as it will be sent. */
export const channelPartSchema = z.discriminatedUnion('kind', [postPartSchema, articlePartSchema])
export type ChannelPart = z.infer<typeof channelPartSchema>

/** What a channel will show, before it is sent. `parts` are the posts in order. */
export const channelPreviewSchema = z.object({ parts: z.array(channelPartSchema), warnings: z.array(z.string()) })
export type ChannelPreview = z.infer<typeof channelPreviewSchema>
