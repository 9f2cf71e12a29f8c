import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { issueSchema } from './issue.ts'
import { pageDummySchema } from './page-dummy.ts'
import { pageTemplateSchema } from './page-template.ts'
import { placementSchema } from './placement.ts'
import { planStepSchema } from './plan-history.ts'

export const issueSummarySchema = issueSchema.omit({ placements: true, dummies: true, look: true }).extend({
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

/** Actions that take a placed story off its page. */
export const pullActions = ['spike', 'hold'] as const
export type PullAction = (typeof pullActions)[number]

const pullShape = {
  issue: z.string(),
  article: z.string(),
  action: z.enum(pullActions),
}
/** A story that is taken off its page. */
export type PullRequest = z.infer<z.ZodObject<typeof pullShape>> & { readonly remark: string }

export const pulledSchema = z.object({
  issue: z.string(),
  page: z.number(),
  continuation: z.number().nullable(),
  /** Lines that are free now. */
  hole: z.number(),
  /** What it stood on and where it was announced: with it the story is put back. */
  replaced: arrangementSchema,
  /** Deliveries that wait now. */
  held: z.array(z.string()),
  /** Stories that stand nowhere and fit, the nearest in length first. */
  offers: z.array(z.object({ article: z.string(), headline: z.string(), lines: z.number() })),
  /** Pages whose signature does not hold any more. */
  voided: z.array(z.number()),
})
export type PulledStory = z.infer<typeof pulledSchema>

export const issueApi = {
  /** Takes a placed story off its page and puts it aside or on hold, with its jump, its teasers and its deliveries. */
  pull: writing('issue.pull', 'staff', z.object({ ...pullShape, remark: z.string().default('') }), pulledSchema),
  /** Takes a `pull` back. */
  putBack: writing(
    'issue.putBack',
    'staff',
    z.object({ ...pullShape, replaced: arrangementSchema, held: z.array(z.string()) }),
    z.object({}),
  ),
  /** Puts another story into the very place that a pulled one had. */
  fillHole: writing(
    'issue.fillHole',
    'layOutPage',
    z.object({ issue: z.string(), place: arrangementSchema.shape.placements, article: z.string() }),
    z.object({}),
  ),
  list: reading('issue.list', z.object({}), z.array(issueSummarySchema)),
  read: reading('issue.read', z.object({ issue: z.string() }), issueSchema),
  /** Who moved what in its plan, the latest first; people by name. */
  history: reading('issue.history', z.object({ issue: z.string() }), z.array(planStepSchema)),
  create: writing(
    'issue.create',
    'planIssue',
    issueSchema
      .pick({ plannedFor: true, pages: true })
      // Null takes the number of columns of the publication's style.
      .extend({ columns: issueSchema.shape.columns.nullable().default(null) }),
    z.object({ serial: z.string() }),
  ),
  /** Puts an article on a page, before another of that page or at its end; a placed one moves. */
  place: writing(
    'issue.place',
    'layOutPage',
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
    'layOutPage',
    z.object({ issue: z.string(), ...arrangementShape, expected: arrangementSchema.nullable().default(null) }),
    z.object({ replaced: arrangementSchema }),
  ),
  /** The page templates of the program and of the newsroom; files that are none are named with the reason. */
  templates: reading(
    'issue.templates',
    z.object({}),
    z.object({
      templates: z.array(pageTemplateSchema),
      damaged: z.array(z.object({ file: z.string(), why: z.string() })),
    }),
  ),
  /** Makes a page anew from a template; its stories and adverts stay, as far as there are zones. Undone as `arrange` is. */
  applyTemplate: writing(
    'issue.applyTemplate',
    'layOutPage',
    z.object({ issue: z.string(), page: z.number().int().min(1), template: z.string() }),
    z.object({ replaced: arrangementSchema }),
  ),
  /** Keeps the plan of a page, which must have one, as a template of the newsroom's own. */
  saveTemplate: writing(
    'issue.saveTemplate',
    'layOutPage',
    z.object({ issue: z.string(), page: z.number().int().min(1), name: z.string().trim().min(1).max(80) }),
    z.object({ template: z.string() }),
  ),
  unplace: writing('issue.unplace', 'layOutPage', z.object({ issue: z.string(), article: z.string() }), z.object({})),
  /** Plans the pages with these articles, or with every unplaced one in order of import when the list is null. */
  fill: writing(
    'issue.fill',
    'layOutPage',
    z.object({ issue: z.string(), articles: z.array(z.string()).nullable() }),
    filledSchema,
  ),
} as const
