import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { findingSchema } from '../preflight/finding.ts'
import { postForms } from '../variant/variant.ts'
import { textChangeSchema } from './compare-texts.ts'

/** Kinds of things that wait for a signature; a `correction` is the notice in print that puts a mistake right. */
export const waitingKinds = ['correction', 'article', 'variants', 'page', 'issue'] as const

const waitingSchema = z.object({
  /** Names it as long as it waits. */
  id: z.string(),
  kind: z.enum(waitingKinds),
  article: z.string().nullable(),
  issue: z.string().nullable(),
  page: z.number().nullable(),
  headline: z.string(),
  characters: z.number(),
  /** It was signed before and is another one now. */
  changed: z.boolean(),
  /** Who answers for the text. */
  people: z.array(z.string()),
  /** Press time of its issue, in milliseconds since 1970. */
  due: z.number().nullable(),
})
/** One thing that waits for a signature. */
export type Waiting = z.infer<typeof waitingSchema>

const detailSchema = z.object({
  article: z.string(),
  headline: z.string(),
  characters: z.number(),
  /** Newspaper lines and those that do not fit; null where it stands on no page. */
  fit: z.object({ page: z.number(), lines: z.number(), overset: z.number() }).nullable(),
  /** What it is compared with: what the person saw last, else what was approved last; null for neither. */
  since: z.object({ kind: z.enum(['look', 'approval']), at: z.number() }).nullable(),
  changes: z.array(textChangeSchema),
  /** Its text from the beginning, for one that nobody has seen. */
  text: z.string(),
  findings: z.array(findingSchema.pick({ hash: true, severity: true, message: true, todo: true })),
  variants: z.array(z.object({ channel: z.string(), form: z.enum(postForms), text: z.string() })),
})
export type WaitingArticle = z.infer<typeof detailSchema>

export const queueApi = {
  /** Everything that waits for the signature of whoever asks: what goes to press first stands first. */
  queue: reading('signoff.queue', z.object({}), z.array(waitingSchema)),
  /** One article that waits, with what is new in it for whoever asks. */
  article: reading('signoff.article', z.object({ article: z.string() }), detailSchema),
  /** Remembers the article as it stands as what whoever asks has seen. */
  look: writing('signoff.look', 'staff', z.object({ article: z.string() }), z.object({})),
} as const
