import { z } from 'zod'

export const ideaStates = ['new', 'accepted', 'declined'] as const

/** A pitch as it came to the newsroom: told, in a letter or in files. */
export const ideaSchema = z.object({
  schemaVersion: z.literal(1),
  /** When it came, milliseconds since 1970. */
  at: z.number(),
  /** Who it is from, as a letter or a person says it. */
  sender: z.string().max(300),
  /** Address to answer to; empty where none is known. */
  mail: z.string().max(300).default(''),
  /** Id of the card of its author. */
  author: z.string().nullable().default(null),
  subject: z.string().max(300),
  text: z.string().max(200_000),
  /** Files that came with it; they lie in the idea's own folder under `stored`. */
  files: z.array(z.object({ name: z.string(), stored: z.string(), size: z.number() })),
  state: z.enum(ideaStates),
  /** Why it was declined, for its author. */
  reason: z.string().max(2000).default(''),
  /** What was made of it. */
  articles: z.array(z.string()).default([]),
  /** Who decided and when; null while nobody has. */
  decided: z.object({ person: z.string(), at: z.number() }).nullable().default(null),
})
export type Idea = z.infer<typeof ideaSchema>
