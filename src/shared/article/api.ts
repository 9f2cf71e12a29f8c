import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { articleStatuses } from '../workflow/states.ts'
import { articleContentSchema } from './content.ts'

/** An article as lists show it. */
export const articleSummarySchema = z.object({
  id: z.string(),
  status: z.enum(articleStatuses),
  headline: z.string(),
  rubric: z.string(),
  byline: z.string(),
  /** Characters of the text with spaces. */
  characters: z.number(),
  photos: z.number(),
  /** Serial number of the issue it stands in, its page there, and the lines that do not fit. */
  issue: z.string().nullable(),
  page: z.number().nullable(),
  overset: z.number().nullable(),
  /** The content differs from the one last approved. */
  changedAfterApproval: z.boolean(),
  /** Order of import or creation. */
  order: z.number(),
  /** When the text is due from its author, in milliseconds since 1970; null where nobody set a time. */
  deadline: z.number().nullable(),
})
export type ArticleSummary = z.infer<typeof articleSummarySchema>

const importedFileSchema = z.object({
  file: z.string(),
  article: z.string().nullable(),
  headline: z.string().nullable(),
  /** Characters of the article with spaces, and its pictures; a picture by itself is one. */
  characters: z.number(),
  photos: z.number(),
  /** What a person should know of this file: an encoding that was recognised, a photo that was not found. */
  warnings: z.array(z.string()),
  /** Why nothing was taken from it; null when something was. */
  problem: z.string().nullable(),
  /** A person stopped the import before this file: it was not even looked at. */
  notReached: z.boolean(),
})
export type ImportedFile = z.infer<typeof importedFileSchema>

export const articleApi = {
  list: reading('article.list', z.object({ issue: z.string().nullable() }), z.array(articleSummarySchema)),
  read: reading(
    'article.read',
    z.object({ id: z.string() }),
    z.object({ summary: articleSummarySchema, content: articleContentSchema }),
  ),
  create: writing('article.create', z.object({ headline: z.string().default('') }), z.object({ id: z.string() })),
  /**
   * Takes text and picture files or whole folders in; one broken file leaves the others alone. Progress comes as
   * `jobProgress` events of `job`, its label the file in hand; null tells nothing.
   */
  import: writing(
    'article.import',
    z.object({ paths: z.array(z.string()).min(1), rubric: z.string().nullable(), job: z.string().nullable().default(null) }),
    z.array(importedFileSchema),
  ),
  /** The same for files that came through a browser: bytes in base64. */
  upload: writing(
    'article.upload',
    z.object({
      files: z.array(z.object({ name: z.string(), bytes: z.base64() })).min(1),
      rubric: z.string().nullable(),
      job: z.string().nullable().default(null),
    }),
    z.array(importedFileSchema),
  ),
  /** Stops an import before its next file: its report then says what was taken and what was not reached. */
  cancelImport: reading('article.cancelImport', z.object({ job: z.string() }), z.object({})),
  /** The whole state of an article's document, for an editor to start from: a Yjs update in base64. */
  open: reading('article.open', z.object({ id: z.string() }), z.object({ state: z.string(), readOnly: z.boolean() })),
  /** Stores a Yjs update; succeeds only when it is on disk. `origin` names the window, so that it is not told of it. */
  change: writing(
    'article.change',
    z.object({ id: z.string(), update: z.base64(), origin: z.string() }),
    z.object({ savedAt: z.number() }),
  ),
} as const
