import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { issueSchema } from './issue.ts'
import { pageDummySchema } from './page-dummy.ts'
import { placementSchema } from './placement.ts'

export const issueSummarySchema = issueSchema.omit({ placements: true, dummies: true }).extend({
  articles: z.number(),
  approved: z.number(),
})
export type IssueSummary = z.infer<typeof issueSummarySchema>

const filledSchema = z.object({
  placed: z.array(z.object({ article: z.string(), page: z.number(), overset: z.number() })),
  /** Articles for which no page had room. */
  left: z.array(z.string()),
})
export type FilledIssue = z.infer<typeof filledSchema>

const arrangementShape = {
  placements: z.record(z.string(), placementSchema.nullable()),
  /** By page number. */
  dummies: z.record(z.string().regex(/^[1-9]\d?$/), pageDummySchema.nullable()),
}
const arrangementSchema = z.object(arrangementShape)
/** Places of some articles and plans of some pages of an issue. */
export type Arrangement = z.infer<typeof arrangementSchema>

export const issueApi = {
  list: reading('issue.list', z.object({}), z.array(issueSummarySchema)),
  read: reading('issue.read', z.object({ issue: z.string() }), issueSchema),
  create: writing(
    'issue.create',
    issueSchema.pick({ plannedFor: true, pages: true, columns: true }).extend({ columns: issueSchema.shape.columns.default(5) }),
    z.object({ serial: z.string() }),
  ),
  /** Puts an article on a page, before another of that page or at its end; a placed one moves. */
  place: writing(
    'issue.place',
    z.object({
      issue: z.string(),
      article: z.string(),
      page: z.number().int().min(1),
      before: z.string().nullable(),
      continuation: z.number().int().min(1).nullable().default(null),
    }),
    z.object({}),
  ),
  /**
   * Sets placements and page dummies as one change; null takes away. What it replaced comes back in the same form, so
   * that the same operation undoes it. `expected` is what the caller saw in these places: where they have become
   * something else meanwhile, nothing is changed and the answer is a conflict; null asks for no such care.
   */
  arrange: writing(
    'issue.arrange',
    z.object({ issue: z.string(), ...arrangementShape, expected: arrangementSchema.nullable().default(null) }),
    z.object({ replaced: arrangementSchema }),
  ),
  unplace: writing('issue.unplace', z.object({ issue: z.string(), article: z.string() }), z.object({})),
  /** Plans the pages with these articles, or with every unplaced one in order of import when the list is null. */
  fill: writing('issue.fill', z.object({ issue: z.string(), articles: z.array(z.string()).nullable() }), filledSchema),
} as const
