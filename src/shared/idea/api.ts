import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { ideaSchema } from './idea.ts'

const listedIdeaSchema = ideaSchema.omit({ schemaVersion: true, decided: true }).extend({
  id: z.string(),
  /** Who decided, by name; null while nobody has. */
  decidedBy: z.string().nullable(),
  /** Whether a text came with it that can be taken in as a story. */
  hasText: z.boolean(),
})
export type ListedIdea = z.infer<typeof listedIdeaSchema>

/** Bytes of a dropped file at most: letters are no larger. */
export const mostIdeaBytes = 40_000_000

const fileSchema = z.object({ name: z.string().min(1).max(300), bytes: z.base64() })

export const ideaApi = {
  /** The pitches, those without a decision first, of each the newest first. */
  list: reading('idea.list', z.object({}), z.object({ ideas: z.array(listedIdeaSchema), mayDecide: z.boolean() })),
  /** Writes down a pitch that somebody told. */
  add: writing(
    'idea.add',
    'staff',
    z.object({
      sender: z.string().trim().max(300),
      mail: z.string().trim().max(300).default(''),
      subject: z.string().trim().min(1).max(300),
      text: z.string().max(200_000),
    }),
    z.object({ id: z.string() }),
  ),
  /** Makes pitches of files: each letter (EML) is one; all other files together are one. */
  receive: writing(
    'idea.receive',
    'staff',
    z.object({ files: z.array(fileSchema).min(1).max(50) }),
    z.object({ ids: z.array(z.string()) }),
  ),
  /**
   * Takes a pitch: as a topic with its words, or its own texts as filed stories. The author is told nothing: that is for a
   * person.
   */
  accept: writing(
    'idea.accept',
    'giveAssignment',
    z.object({ idea: z.string(), as: z.enum(['topic', 'assignment', 'text']) }),
    z.object({ articles: z.array(z.string()) }),
  ),
  decline: writing(
    'idea.decline',
    'giveAssignment',
    z.object({ idea: z.string(), reason: z.string().trim().min(1).max(2000) }),
    z.object({}),
  ),
} as const
