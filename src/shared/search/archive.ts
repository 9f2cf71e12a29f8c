import { z } from 'zod'
import { articleStatuses } from '../workflow/states.ts'

/** What the archive is narrowed to; empty texts and nulls ask for nothing. */
export const archiveFilterSchema = z.object({
  query: z.string().max(500).default(''),
  rubric: z.string().max(200).default(''),
  /** Words that must all be in the byline. */
  author: z.string().max(200).default(''),
  region: z.string().max(200).default(''),
  /** Days of publication of the issue an article stands in, both included; what stands in none has no such day. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  status: z.enum(articleStatuses).nullable().default(null),
})
export type ArchiveFilter = z.infer<typeof archiveFilterSchema>

/** Everything there is. */
export const wholeArchive: ArchiveFilter = {
  ...{ query: '', rubric: '', author: '', region: '', from: null, to: null, status: null },
}

/** Searches a person keeps at most. */
export const mostSearches = 100

/** A search a person has kept under a name. */
export const savedSearchSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1).max(80),
  filter: archiveFilterSchema,
})
export type SavedSearch = z.infer<typeof savedSearchSchema>
