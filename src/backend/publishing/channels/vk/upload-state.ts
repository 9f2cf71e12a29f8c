import { z } from 'zod'

const way = z.enum(['wall', 'messages'])

const stateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('ask'), way }),
  z.object({ at: z.literal('bring'), way, url: z.string() }),
  z.object({ at: z.literal('save'), way, server: z.number(), photo: z.string(), hash: z.string() }),
])

/** How far a photo is on its way to VK: onto the wall with a user's key, else into messages with the group's. */
export type UploadState = z.infer<typeof stateSchema>

/** Reads the state; the first one follows from the keys there are. */
export const uploadState = (written: string | null, keys: Readonly<Record<string, string>>): UploadState =>
  written === null ? { at: 'ask', way: keys.user ? 'wall' : 'messages' } : stateSchema.parse(JSON.parse(written))
