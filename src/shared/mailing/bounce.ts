import { z } from 'zod'

/**
 * What a mail server says of a letter that came back: `hard`, nobody reads under this address; `soft`, it may get through
 * another time; `delayed`, the server is still trying.
 */
export const bounceKinds = ['hard', 'soft', 'delayed'] as const
export type BounceKind = (typeof bounceKinds)[number]

/** What became of one bounce. */
export const notedBounceSchema = z.object({
  address: z.string(),
  /** Whose address it is; null where it does not stand in the list. */
  organisation: z.string().nullable(),
  kind: z.enum(bounceKinds),
  /** In the words of the mail server. */
  reason: z.string(),
  /** Was the address marked, or is it marked so already? Not where a person has decided on it since the letter came back. */
  noted: z.boolean(),
})
export type NotedBounce = z.infer<typeof notedBounceSchema>

export const bouncesReadSchema = z.object({
  bounces: z.array(notedBounceSchema),
  /** Names of files in which no mail server says anything of a letter. */
  others: z.array(z.string()),
})
export type BouncesRead = z.infer<typeof bouncesReadSchema>
