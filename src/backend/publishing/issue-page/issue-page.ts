import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../../shared/article/content.ts'
import { pageStorySchema } from '../../../shared/publishing/issue-page.ts'
import { pageFileSchema } from './page-files.ts'

/** The page of an issue on a site, frozen as it is to be sent. */
export const issuePageSchema = z.object({
  /** Serial number of the issue, its id. */
  issue: z.string(),
  /** Date of publication, YYYY-MM-DD. */
  date: z.iso.date(),
  newspaper: z.string(),
  stories: z.array(pageStorySchema),
  /** SHA-256, hex, of what its pages are made of: equal as long as the PDF need not be made anew. */
  inputs: z.string(),
  pdf: pageFileSchema,
  /** The first page as a picture. */
  cover: pageFileSchema,
})
export type IssuePage = z.infer<typeof issuePageSchema>

/** What is compared before a page is sent: what its files are made of, and what it leads to. */
export type PageState = Pick<IssuePage, 'stories' | 'inputs'>

/** SHA-256, hex, of a page's state. */
export const stateHash = ({ stories, inputs }: PageState): string =>
  createHash('sha256').update(canonicalJson({ stories, inputs })).digest('hex')

const idOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

/** Of an issue there is one page a site: the id of its delivery follows from the two (rule O60). */
export const issuePageId = (issue: string, channel: string): string => idOf('issuePage', issue, channel)

/** The id of a change follows from the page and from what it is to become. */
export const pageChangeId = (post: string, state: PageState): string => idOf('issuePageChange', post, stateHash(state))
