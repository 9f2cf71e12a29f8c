import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { articleStatuses } from '../workflow/states.ts'
import { authorSchema } from './author.ts'

/** What has become of a story of an author's. */
const authorStorySchema = z.object({
  article: z.string(),
  headline: z.string(),
  status: z.enum(articleStatuses),
  deadline: z.number().nullable(),
  issue: z.string().nullable(),
  page: z.number().nullable(),
  /** Day of publication of its issue, and whether that has left the newsroom. */
  plannedFor: z.iso.date().nullable(),
  isOut: z.boolean(),
  /** Where it came out on the web: the channel and the address. */
  places: z.array(z.object({ channel: z.string(), url: z.string().nullable() })),
})
export type AuthorStory = z.infer<typeof authorStorySchema>

const listedAuthorSchema = authorSchema.extend({ stories: z.number(), published: z.number() })
export type ListedAuthor = z.infer<typeof listedAuthorSchema>

const setStorySchema = z.object({
  article: z.string(),
  headline: z.string(),
  page: z.number(),
  authors: z.array(z.string()),
  lines: z.number(),
  characters: z.number(),
})

const lineageSchema = z.object({
  stories: z.array(setStorySchema),
  authors: z.array(z.object({ author: z.string(), stories: z.number(), lines: z.number(), characters: z.number() })),
})
export type Lineage = z.infer<typeof lineageSchema>

const ofIssue = z.object({ issue: z.string() })

export const authorApi = {
  list: reading('author.list', z.object({}), z.object({ authors: z.array(listedAuthorSchema), mayChange: z.boolean() })),
  /** The stories of an author, the newest first. */
  stories: reading('author.stories', z.object({ author: z.string() }), z.array(authorStorySchema)),
  /** Keeps a card; one without an id is new. */
  save: writing(
    'author.save',
    'giveAssignment',
    authorSchema.extend({ id: z.string().nullable() }),
    z.object({ id: z.string() }),
  ),
  /** «Строкаж»: lines and characters of an issue by story and author, as the page engine sets it now. */
  lineage: reading('author.lineage', ofIssue, lineageSchema),
  /** Writes it as a table; resolves with the file. */
  exportLineage: writing('author.exportLineage', 'everyone', ofIssue, z.object({ file: z.string() })),
} as const
