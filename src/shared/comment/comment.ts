import { z } from 'zod'

/** Letters of a comment at most, UTF-16 units. */
export const commentLimit = 4000
/** Letters of the text that a comment remembers, and of what stands around it, UTF-16 units. */
export const quoteLimit = 400
export const contextLimit = 40

/**
 * Where in the body of an article a comment belongs. `start` and `end` are Yjs relative positions as JSON: they keep
 * their place while others write. The quote with its surroundings finds words that were moved, and is what remains of
 * words that were taken out (rule H2).
 */
export const anchorSchema = z.object({
  start: z.string().max(1000),
  end: z.string().max(1000),
  quote: z.string().min(1).max(quoteLimit),
  before: z.string().max(contextLimit),
  after: z.string().max(contextLimit),
})
export type CommentAnchor = z.infer<typeof anchorSchema>

const signedSchema = z.object({
  /** The person by their id in the staff. */
  person: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
})

/** One contribution to a thread. */
export const commentMessageSchema = signedSchema.extend({
  id: z.string(),
  text: z.string().min(1).max(commentLimit),
  /** People it asks to look, by their ids in the staff. */
  mentions: z.array(z.string()),
})
export type CommentMessage = z.infer<typeof commentMessageSchema>

/** A conversation about a piece of text, or with no anchor about the article. */
export const commentThreadSchema = z.object({
  id: z.string(),
  anchor: anchorSchema.nullable(),
  /** In the order of time; never empty. */
  messages: z.array(commentMessageSchema).min(1),
  /** Who said that it is settled; null while it is not. */
  resolved: signedSchema.nullable(),
})
export type CommentThread = z.infer<typeof commentThreadSchema>

/** Words of others, said since a moment: what the person has not read yet (rule H6). */
export const unreadSince = (thread: CommentThread, person: string | null, since: number): boolean =>
  thread.messages.some((message) => message.person !== person && message.at > since)
