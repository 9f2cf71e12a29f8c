import { z } from 'zod'
import { roles } from '../workflow/states.ts'

/** What an advert is for its reader: this is approved, together with its file. Sizes in text columns and grid modules. */
export const advertContentSchema = z.object({
  /** Who pays for it; for the newspaper's own adverts, who speaks. */
  advertiser: z.string().max(200),
  title: z.string().max(200),
  columns: z.number().int().min(1).max(6),
  modules: z.number().int().min(1).max(22),
  /** The marking token of advertising on the internet (erid), for the web PDF; paper needs none. */
  token: z.string().max(200),
  /** Its picture or PDF: the id of a medium; null until it came. */
  file: z.string().nullable(),
})
export type AdvertContent = z.infer<typeof advertContentSchema>

/** Who approved exactly what: the hash is SHA-256, hex, over the canonical JSON of the content, the file in it by its own. */
export const advertApprovalSchema = z.object({
  person: z.string(),
  role: z.enum(roles),
  /** Milliseconds since 1970. */
  at: z.number(),
  contentHash: z.string(),
})

/** Where and when an advert should come out: changing it asks for no new approval. */
export const advertOrderSchema = z.object({
  /** Serial of the issue. */
  issue: z.string().nullable(),
  /** The page that was asked for. */
  page: z.number().int().min(1).max(64).nullable(),
  /** When the file is due, in milliseconds since 1970. */
  deadline: z.number().nullable(),
})

export const advertRecordSchema = z.object({
  schemaVersion: z.literal(1),
  content: advertContentSchema,
  order: advertOrderSchema,
  /** Taken back: it is kept, and stands nowhere. */
  withdrawn: z.boolean(),
  createdAt: z.number(),
  /** The newest last. */
  approvals: z.array(advertApprovalSchema),
  /** The content was different after the last approval at some moment: going back does not revive it by itself. */
  changedAfterApproval: z.boolean(),
})
export type AdvertRecord = z.infer<typeof advertRecordSchema>

/** Is this content signed for? `changed`: it was, in another form. */
export type AdvertApprovalState = 'approved' | 'changed' | 'notApproved'

export const approvalStateOf = (
  { approvals, changedAfterApproval }: Pick<AdvertRecord, 'approvals' | 'changedAfterApproval'>,
  contentHash: string,
): AdvertApprovalState => {
  const last = approvals.at(-1)
  if (last === undefined) return 'notApproved'
  return last.contentHash === contentHash && !changedAfterApproval ? 'approved' : 'changed'
}

/** The line that marks an advert on paper. */
export const markOf = ({ advertiser }: Pick<AdvertContent, 'advertiser'>): string =>
  advertiser.trim() === '' ? 'Реклама' : `Реклама. ${advertiser.trim()}`

/** What people call an advert. */
export const advertName = ({ advertiser, title }: Pick<AdvertContent, 'advertiser' | 'title'>): string =>
  title.trim() || advertiser.trim() || 'без названия'
