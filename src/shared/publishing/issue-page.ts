import { z } from 'zod'
import { deliverySchema } from './delivery.ts'

/** What a site's page of an issue says of one of its stories. */
export const pageStorySchema = z.object({
  article: z.string(),
  headline: z.string(),
  page: z.number().int(),
  /** Its page on the site; null while it is not there. */
  url: z.string().nullable(),
})
export type PageStory = z.infer<typeof pageStorySchema>

/** The page of an issue on one site that takes such pages. */
export const issuePageStateSchema = z.object({
  channel: z.string(),
  /** The delivery that brings it; null while nobody has asked for it. */
  post: deliverySchema.nullable(),
  /** The last change of it, or its removal; null where there was none. */
  change: deliverySchema.nullable(),
  /** Was it taken away from the site? */
  removed: z.boolean(),
  /** In what the page on the site, or the one that waits, differs from the issue now, for people; null where it does not. */
  differs: z.string().nullable(),
})
export type IssuePageState = z.infer<typeof issuePageStateSchema>
