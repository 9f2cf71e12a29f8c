import { z } from 'zod'
import { articleContentSchema } from '../article/content.ts'
import { issueSchema } from '../issue/issue.ts'
import { focusSchema } from '../media/focus.ts'
import { pageStyleSchema } from '../settings/page-style.ts'

/** What stands on the pages beside the stories. */
export const furnitureInputSchema = z.object({
  /** Name of the newspaper, its motto, the lines of its imprint. */
  name: z.string(),
  motto: z.string(),
  imprint: z.array(z.string()),
  /** «№ 47 (1295)» and «25 ноября 2026 года, среда», ready for print. */
  number: z.string(),
  date: z.string(),
  /** Address of the portal, for the running heads. */
  portal: z.string(),
  /** Address of the service for joining the union. */
  joinAddress: z.string(),
})

/** An advert as it is set. */
export const advertInputSchema = z.object({
  /** The line that says whose advert it is: «Реклама. ООО „Вектор“». */
  mark: z.string(),
  advertiser: z.string(),
  title: z.string(),
  /** Its file: a picture with its size in pixels, or a PDF with that of its page in points; null until it came. */
  file: z.object({ kind: z.enum(['picture', 'document']), media: z.string(), width: z.number(), height: z.number() }).nullable(),
})
export type AdvertInput = z.infer<typeof advertInputSchema>

/** Everything an issue is laid out from but the texts of its stories, which are named by the hashes of what is set of them. */
export const issueOutlineSchema = issueSchema.pick({ pages: true, columns: true, placements: true, dummies: true }).extend({
  style: pageStyleSchema,
  furniture: furnitureInputSchema,
  /** With the address of each on the portal, where one is known: its code leads there. */
  stories: z.array(z.object({ id: z.string(), hash: z.string(), address: z.string().optional() })),
  /** Those that zones name, by id. */
  adverts: z.record(z.string(), advertInputSchema),
})
export type IssueOutline = z.infer<typeof issueOutlineSchema>

/** A story as it is set: its content for print, the sizes in pixels of the pictures it names and what must stay of them. */
export const storyForLayoutSchema = z.object({
  id: z.string(),
  hash: z.string(),
  content: articleContentSchema,
  photos: z.array(
    z.object({ media: z.string(), width: z.number(), height: z.number(), focus: focusSchema.nullable().default(null) }),
  ),
})
export type StoryForLayout = z.infer<typeof storyForLayoutSchema>
