import { z } from 'zod'

export const channelKinds = ['telegram'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** A connected channel. Secrets are not part of it: they lie sealed under the channel's id. */
export const channelSchema = z.object({
  id: z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/),
  kind: z.enum(channelKinds),
  settings: z.record(z.string(), z.string()),
})
export type Channel = z.infer<typeof channelSchema>

/** A channel as lists show it: `problem` says why it is not connected. */
export const channelStateSchema = channelSchema.extend({ connected: z.boolean(), problem: z.string().nullable() })
export type ChannelState = z.infer<typeof channelStateSchema>

/** One post: a text, a photo or an album with its caption. */
export const channelPartSchema = z.object({
  kind: z.enum(['text', 'photo', 'album']),
  html: z.string(),
  /** Ids of the photos, in order. */
  photos: z.array(z.string()),
  /** Length and limit in the network's own units. */
  length: z.number(),
  limit: z.number(),
})
export type ChannelPart = z.infer<typeof channelPartSchema>

/** What a channel will show, before it is sent. `parts` are the posts in order. */
export const channelPreviewSchema = z.object({ parts: z.array(channelPartSchema), warnings: z.array(z.string()) })
export type ChannelPreview = z.infer<typeof channelPreviewSchema>
