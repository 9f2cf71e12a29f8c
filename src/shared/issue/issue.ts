import { z } from 'zod'
import { pageStyleSchema } from '../settings/page-style.ts'
import { storyAddressSchema } from '../settings/story-address.ts'
import { pageDummySchema } from './page-dummy.ts'
import { placementSchema } from './placement.ts'

export const issueStatuses = ['planned', 'inProgress', 'signed', 'atPrinter', 'published', 'archived'] as const

/** What a newspaper said of itself on the pages of an issue. */
const issueFactsSchema = z.object({
  name: z.string(),
  motto: z.string(),
  imprint: z.array(z.string()),
  portal: z.string(),
  joinAddress: z.string(),
})
export type IssueFacts = z.infer<typeof issueFactsSchema>

/**
 * What of its publication's settings an issue keeps, however they change after it. The facts are kept once it is done; an
 * issue in hand has those of its publication.
 */
export const issueLookSchema = z.object({
  style: pageStyleSchema,
  storyAddress: storyAddressSchema,
  facts: issueFactsSchema.optional(),
})
export type IssueLook = z.infer<typeof issueLookSchema>

/** Issues that have left the newsroom's hands: what they look like is done. */
const doneStatuses: ReadonlySet<(typeof issueStatuses)[number]> = new Set(['signed', 'atPrinter', 'published', 'archived'])
export const isDone = ({ status }: { readonly status: (typeof issueStatuses)[number] }): boolean => doneStatuses.has(status)

/** An issue and its flatplan as plain data. */
export const issueSchema = z.object({
  /** «47 (1295)»: number in the year and running number; also its id. */
  serial: z.string(),
  /** Date of publication, YYYY-MM-DD. */
  plannedFor: z.iso.date(),
  pages: z.number().int().min(1).max(64),
  columns: z.union([z.literal(4), z.literal(5), z.literal(6)]),
  status: z.enum(issueStatuses),
  placements: z.record(z.string(), placementSchema),
  /** Plans of pages that a person fixed, by page number. */
  dummies: z.record(z.string(), pageDummySchema).default({}),
  /** The look it was laid out with, kept when the publication took another; without one it has the publication's. */
  look: issueLookSchema.optional(),
})
export type Issue = z.infer<typeof issueSchema>
