import { z } from 'zod'

/** What networks count of a post. */
export const countNames = ['views', 'likes', 'reposts', 'comments'] as const
export type CountName = (typeof countNames)[number]

const count = z.number().int().min(0).nullable()

/** What a network counts of a post; null where it does not tell. */
export const postCountsSchema = z.object({ views: count, likes: count, reposts: count, comments: count })
export type PostCounts = z.infer<typeof postCountsSchema>

/** The counts of a publication as they were at a moment, milliseconds since 1970. */
export const knownCountsSchema = postCountsSchema.extend({ at: z.number() })
export type KnownCounts = z.infer<typeof knownCountsSchema>

/** What became of asking one channel. */
export const countedChannelSchema = z.object({
  channel: z.string(),
  /** Publications whose counts are known anew. */
  counted: z.number(),
  /** Publications that the network no longer shows. */
  gone: z.number(),
  /** Why not all of them could be asked about, for people; null when all were. */
  problem: z.string().nullable(),
})
export type CountedChannel = z.infer<typeof countedChannelSchema>
