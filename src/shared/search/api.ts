import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { issueStatuses } from '../issue/issue.ts'
import { pageDisplaySchema } from '../layout/display.ts'
import { articleStatuses } from '../workflow/states.ts'
import { archiveFilterSchema, savedSearchSchema } from './archive.ts'

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

const indexingSchema = z.object({ done: z.number(), total: z.number() }).nullable()

const archiveHitSchema = searchHitSchema.extend({
  /** The day of publication of its issue; null where it stands in none. */
  plannedFor: z.iso.date().nullable(),
  /** Its issue has been printed. */
  isPrinted: z.boolean(),
  region: z.string(),
})
export type ArchiveHit = z.infer<typeof archiveHitSchema>

/** A choice of a filter, and how many articles it would leave with all the others as they are. */
const facetSchema = z.array(z.object({ value: z.string(), count: z.number() }))
export type Facet = z.infer<typeof facetSchema>

const archiveIssueSchema = z.object({
  serial: z.string(),
  plannedFor: z.iso.date(),
  /** What a special issue is called; empty otherwise. */
  title: z.string(),
  status: z.enum(issueStatuses),
  pages: z.number(),
  articles: z.number(),
  /** Names of its files among the exports: for reading, and for the printer. */
  files: z.array(z.object({ name: z.string(), kind: z.enum(['web', 'print']) })),
  /** Its stories that have all the words of the question in their headline, in the order of pages. */
  found: z.array(z.object({ article: z.string(), headline: z.string(), page: z.number() })),
})
export type ArchiveIssue = z.infer<typeof archiveIssueSchema>

/** Articles and issues in one answer at most. */
export const archiveLimit = 600

export const searchApi = {
  /**
   * Articles that have all the words and everything the filter asks for: the best first or, without words, the latest
   * issue first. The counts of the choices are of the whole answer.
   */
  archive: reading(
    'search.archive',
    archiveFilterSchema.extend({ count: z.number().int().min(1).max(archiveLimit).default(60) }),
    z.object({
      hits: z.array(archiveHitSchema),
      total: z.number(),
      rubrics: facetSchema,
      authors: facetSchema,
      regions: facetSchema,
      statuses: facetSchema,
      indexing: indexingSchema,
    }),
  ),
  /**
   * Issues whose number, date or title has all the words, or the headline of one of their stories, the latest first;
   * without words all of these days.
   */
  issues: reading(
    'search.issues',
    archiveFilterSchema
      .pick({ query: true, from: true, to: true })
      .extend({ count: z.number().int().min(1).max(archiveLimit).default(60) }),
    z.object({ issues: z.array(archiveIssueSchema), total: z.number(), indexing: indexingSchema }),
  ),
  /** The first page of an issue as it is laid out. */
  cover: reading('search.cover', z.object({ issue: z.string() }), pageDisplaySchema),
  /** The searches the person who asks has kept, in their order. */
  saved: reading('search.saved', z.object({}), z.array(savedSearchSchema)),
  /** Keeps a search under a name; without an id it is a new one at the end. */
  save: writing('search.save', 'everyone', savedSearchSchema.extend({ id: z.string().nullable() }), z.object({ id: z.string() })),
  /** Puts a search of the person before another one of theirs, or at the end. */
  moveSaved: writing('search.moveSaved', 'everyone', z.object({ id: z.string(), before: z.string().nullable() }), z.object({})),
  removeSaved: writing('search.removeSaved', 'everyone', z.object({ id: z.string() }), z.object({})),

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
      indexing: indexingSchema,
    }),
  ),
} as const
