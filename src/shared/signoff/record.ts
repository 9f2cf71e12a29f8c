import { z } from 'zod'
import { hashSchema } from '../ledger/entry.ts'
import { roles } from '../workflow/states.ts'
import { pageContentSchema } from './page-content.ts'

const signedShape = {
  id: z.string(),
  person: z.string(),
  role: z.enum(roles),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** SHA-256, hex, over the canonical JSON of the content. */
  contentHash: hashSchema,
  /** The signature of its entry in the ledger, and the entry's hash; null where nobody signs. */
  signature: z.string().nullable(),
  entry: hashSchema.nullable(),
}

/** One page, signed as it stood. */
export const pageSigningSchema = z.object({
  ...signedShape,
  content: pageContentSchema,
  /** The page as it was drawn, kept among the proofs under its hash. */
  display: hashSchema,
})
export type PageSigning = z.infer<typeof pageSigningSchema>

/** What is signed of an issue: its pages as they were signed, and when it was to be signed. */
export const issueContentSchema = z.object({
  schemaVersion: z.literal(1),
  issue: z.string(),
  /** Milliseconds since 1970. */
  plannedAt: z.number(),
  pages: z.array(z.object({ page: z.number().int().min(1), contentHash: hashSchema })),
})
export type IssueContent = z.infer<typeof issueContentSchema>

export const issueSigningSchema = z.object({ ...signedShape, content: issueContentSchema })
export type IssueSigning = z.infer<typeof issueSigningSchema>

/** A page as it went to the printer: its file is kept and never made again. `contentHash` is that of the signed page. */
export const sentPageSchema = z.object({
  ...signedShape,
  page: z.number().int().min(1),
  /** 1, and one more for each replacement. */
  version: z.number().int().min(1),
  /** Name of the file as the printer got it. */
  file: z.string(),
  fileHash: hashSchema,
  bytes: z.number(),
  /** Why it replaces the one before; empty for the first. */
  reason: z.string(),
  /** The printer it was made for; pages that were sent before this was kept lack it. */
  printer: z.object({ name: z.string(), hash: hashSchema }).optional(),
})
export type SentPage = z.infer<typeof sentPageSchema>

/** A sent page that is being made anew: until it is sent again, the old file counts no more. */
export const replacementSchema = z.object({ person: z.string(), at: z.number(), reason: z.string() })
export type Replacement = z.infer<typeof replacementSchema>

export const signOffRecordSchema = z.object({
  schemaVersion: z.literal(1),
  /** All that was ever signed and sent, the newest last. */
  pages: z.array(pageSigningSchema),
  issue: z.array(issueSigningSchema),
  sent: z.array(sentPageSchema),
  /** By page number. */
  replacing: z.record(z.string(), replacementSchema),
  /** Ids of signings after which the page was another one at some moment: going back does not revive them. */
  changed: z.array(z.string()),
})
/** What was signed of an issue. Never part of a merged document. */
export type SignOffRecord = z.infer<typeof signOffRecordSchema>

export const nothingSigned: SignOffRecord = { schemaVersion: 1, pages: [], issue: [], sent: [], replacing: {}, changed: [] }

/** The signature under a page that was given last. */
export const lastSigning = ({ pages }: SignOffRecord, page: number): PageSigning | null =>
  pages.findLast(({ content }) => content.page === page) ?? null

/** The file of a page at the printer; null where it was never sent or is being replaced. */
export const frozenPage = ({ sent, replacing }: SignOffRecord, page: number): SentPage | null =>
  replacing[page] ? null : (sent.findLast((each) => each.page === page) ?? null)

/** The files at the printer of these pages. */
export const frozenAmong = (record: SignOffRecord, pages: readonly number[]): readonly SentPage[] =>
  pages.flatMap((page) => frozenPage(record, page) ?? [])
