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

/** Which articles a list shows; `plannable` ones stand in no issue and may still be put on a page. */
export const articleScopes = ['all', 'issue', 'unplaced', 'plannable', 'waiting', 'approved', 'aside'] as const
export type ArticleScope = (typeof articleScopes)[number]

export const articleSortKeys = [
  'order',
  'status',
  'headline',
  'rubric',
  'byline',
  'place',
  'overset',
  'characters',
  'photos',
] as const
export type ArticleSortKey = (typeof articleSortKeys)[number]

/** Articles in one answer at most. */
export const pageLimit = 500

const articleSelectionSchema = z.object({
  /** Serial of the issue in hand: for the scope `issue`, and for sorting by overset. */
  issue: z.string().nullable(),
  scope: z.enum(articleScopes),
  /** Words that must all occur in headline, rubric or byline, in any order; ё and е are one letter. */
  find: z.string().default(''),
  /** By this column, then by order; null by order. */
  sort: z
    .object({ by: z.enum(articleSortKeys), descending: z.boolean() })
    .nullable()
    .default(null),
  from: z.number().int().min(0).default(0),
  count: z.number().int().min(1).max(pageLimit),
})
export type ArticleSelection = z.infer<typeof articleSelectionSchema>

const articlePageSchema = z.object({
  /** A row of the whole answer from `from` on; overset stays null. */
  items: z.array(articleSummarySchema),
  /** How many articles the selection has, and how many there are at all. */
  total: z.number(),
  all: z.number(),
})
export type ArticlePage = z.infer<typeof articlePageSchema>

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
  /** The articles of one issue, with what does not fit of each; they are few. */
  list: reading('article.list', z.object({ issue: z.string() }), z.array(articleSummarySchema)),
  /** A part of the articles in order, for lists of any length. */
  page: reading('article.page', articleSelectionSchema, articlePageSchema),
  read: reading(
    'article.read',
    z.object({ id: z.string() }),
    z.object({ summary: articleSummarySchema, content: articleContentSchema }),
  ),
  create: writing(
    'article.create',
    'everyone',
    z.object({ headline: z.string().default(''), rubric: z.string().max(120).default('') }),
    z.object({ id: z.string() }),
  ),
  /**
   * Takes text and picture files or whole folders in; one broken file leaves the others alone. Progress comes as
   * `jobProgress` events of `job`, its label the file in hand; null tells nothing.
   */
  import: writing(
    'article.import',
    'everyone',
    z.object({ paths: z.array(z.string()).min(1), rubric: z.string().nullable(), job: z.string().nullable().default(null) }),
    z.array(importedFileSchema),
  ),
  /** The same for files that came through a browser: bytes in base64. */
  upload: writing(
    'article.upload',
    'everyone',
    z.object({
      files: z.array(z.object({ name: z.string(), bytes: z.base64() })).min(1),
      rubric: z.string().nullable(),
      job: z.string().nullable().default(null),
    }),
    z.array(importedFileSchema),
  ),
  /** Stops an import before its next file: its report then says what was taken and what was not reached. */
  cancelImport: reading('article.cancelImport', z.object({ job: z.string() }), z.object({})),
  /** Articles that a newer program wrote: they stand in no list, are not edited here, and can be read. */
  foreign: reading('article.foreign', z.object({}), z.array(z.object({ id: z.string(), headline: z.string() }))),
  /** The whole state of an article's document, for an editor to start from: a Yjs update in base64. */
  open: reading('article.open', z.object({ id: z.string() }), z.object({ state: z.string(), readOnly: z.boolean() })),
  /** Why a person may not write in an article; null when they may. */
  writer: reading(
    'article.writer',
    z.object({ id: z.string(), person: z.string().nullable() }),
    z.object({ complaint: z.object({ what: z.string(), todo: z.string() }).nullable() }),
  ),
  /** Stores a Yjs update; succeeds only when it is on disk. `origin` names the window, so that it is not told of it. */
  change: writing(
    'article.change',
    'everyone',
    z.object({ id: z.string(), update: z.base64(), origin: z.string() }),
    z.object({ savedAt: z.number() }),
  ),
} as const
