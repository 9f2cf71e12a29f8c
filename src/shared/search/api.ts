import { z } from 'zod'
import { reading } from '../api/operation.ts'
import { articleStatuses } from '../workflow/states.ts'

/** A text to show with the places that were found in it: `[from, to)` in UTF-16 units, in order, not overlapping. */
export const markedTextSchema = z.object({
  text: z.string(),
  matches: z.array(z.tuple([z.number(), z.number()])),
})
export type MarkedText = z.infer<typeof markedTextSchema>

const searchHitSchema = z.object({
  article: z.string(),
  headline: markedTextSchema,
  rubric: z.string(),
  byline: z.string(),
  status: z.enum(articleStatuses),
  /** The issue and page it stands in; null where it stands in none. */
  issue: z.string().nullable(),
  page: z.number().nullable(),
  /** The part of the text where most of the words stand; its beginning where they stand elsewhere. */
  snippet: markedTextSchema,
})
export type SearchHit = z.infer<typeof searchHitSchema>

export const searchApi = {
  /**
   * Finds articles by words and «phrases», best first. While articles are still being read in, `indexing` says how
   * many are known already; `whole` waits for the last of them.
   */
  find: reading(
    'search.find',
    z.object({
      query: z.string().max(500),
      limit: z.number().int().min(1).max(100).default(20),
      /** Only articles of this issue, by its serial number. */
      issue: z.string().nullable().default(null),
      /** Only articles in one of these states. */
      statuses: z.array(z.enum(articleStatuses)).nullable().default(null),
      whole: z.boolean().default(false),
    }),
    z.object({
      hits: z.array(searchHitSchema),
      /** How many articles were found in all. */
      total: z.number(),
      indexing: z.object({ done: z.number(), total: z.number() }).nullable(),
    }),
  ),
} as const
