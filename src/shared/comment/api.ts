import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { anchorSchema, commentLimit, commentThreadSchema } from './comment.ts'

const saidSchema = z.object({
  article: z.string(),
  text: z.string().trim().min(1).max(commentLimit),
  mentions: z.array(z.string()).max(50).default([]),
})

export const commentApi = {
  /** The threads of an article, the oldest first. */
  list: reading('comment.list', z.object({ article: z.string() }), z.array(commentThreadSchema)),
  /** Begins a thread about a piece of the text, or without an anchor about the article. */
  begin: writing(
    'comment.begin',
    'staff',
    saidSchema.extend({ anchor: anchorSchema.nullable() }),
    z.object({ thread: z.string() }),
  ),
  reply: writing('comment.reply', 'staff', saidSchema.extend({ thread: z.string() }), z.object({})),
  /** Settles a thread or opens it again. */
  resolve: writing(
    'comment.resolve',
    'staff',
    z.object({ article: z.string(), thread: z.string(), resolved: z.boolean() }),
    z.object({}),
  ),
} as const
