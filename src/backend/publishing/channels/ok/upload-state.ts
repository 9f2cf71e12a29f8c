import { z } from 'zod'

const stateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('ask') }),
  z.object({ at: z.literal('bring'), url: z.string(), photo: z.string() }),
])

/** How far a photo is on its way to Odnoklassniki: where to, then there. */
export type UploadState = z.infer<typeof stateSchema>

export const uploadState = (written: string | null): UploadState =>
  written === null ? { at: 'ask' } : stateSchema.parse(JSON.parse(written))
