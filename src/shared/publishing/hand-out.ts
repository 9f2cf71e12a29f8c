import { z } from 'zod'

/** What a person puts into a place by hand. */
export const handOutSchema = z.object({
  /** Where it is put in. */
  address: z.string(),
  /** The posts in order: plain text and the ids of the photos. */
  parts: z.array(z.object({ text: z.string(), photos: z.array(z.string()) })),
})
export type HandOut = z.infer<typeof handOutSchema>
