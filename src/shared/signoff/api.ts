import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { findingSchema } from '../preflight/finding.ts'
import { pageChangeSchema } from '../proof/page-change.ts'
import { textChangeSchema } from './compare-texts.ts'
import { queueApi } from './queue.ts'

/** Whose deed it was and when, in milliseconds since 1970. */
const deedSchema = z.object({ name: z.string(), at: z.number() })

/**
 * Where a page is: not signed, signed as it stands, signed but changed since (or by a signature that counts no more), at
 * the printer, or there but being made anew.
 */
export const pageSignStates = ['open', 'signed', 'void', 'sent', 'replacing'] as const
export type PageSignState = (typeof pageSignStates)[number]

const pageRowSchema = z.object({
  page: z.number(),
  state: z.enum(pageSignStates),
  signed: deedSchema.nullable(),
  /** Why the signature does not hold, for people. */
  why: z.array(z.string()),
  /** Stories that stand on it, and those of them that wait for an approval. */
  stories: z.number(),
  waiting: z.number(),
  sent: deedSchema.extend({ file: z.string(), version: z.number(), reason: z.string(), fileHash: z.string() }).nullable(),
  replacing: deedSchema.extend({ reason: z.string() }).nullable(),
  /** The line with the time of the issue's signature stands on it: it goes to the printer after that. */
  hasPressTime: z.boolean(),
})
export type SignPageRow = z.infer<typeof pageRowSchema>

const overviewSchema = z.object({
  pages: z.array(pageRowSchema),
  issue: z.object({
    /** `ready`: every page is signed or at the printer. */
    state: z.enum(['open', 'ready', 'signed', 'void']),
    /** Hash of what would be signed; null while pages wait. */
    seen: z.string().nullable(),
    signed: deedSchema.nullable(),
    plannedAt: z.number(),
    why: z.array(z.string()),
  }),
  /** Do people sign with keys here? */
  keys: z.boolean(),
  /** May whoever asks sign, and send signed pages to the printer? */
  maySign: z.boolean(),
  maySend: z.boolean(),
})
export type SignOffOverview = z.infer<typeof overviewSchema>

const storySchema = z.object({
  article: z.string(),
  headline: z.string(),
  /** `new`: never approved. `unsigned`: approved by a signature that counts no more. */
  standing: z.enum(['approved', 'changed', 'new', 'unsigned', 'unreadable']),
  characters: z.number(),
  /** What was changed in its text since it was approved last. */
  changes: z.array(textChangeSchema),
})
export type SignStory = z.infer<typeof storySchema>

const pageDetailSchema = z.object({
  row: pageRowSchema,
  /** Hash of what would be signed now. */
  seen: z.string(),
  stories: z.array(storySchema),
  adverts: z.array(z.object({ advert: z.string(), name: z.string() })),
  /** What on the page differs from the one that was signed last; null where it was never signed or is no longer kept. */
  changes: z.array(pageChangeSchema).nullable(),
  /** What stands against a signature. */
  blockers: z.array(findingSchema.pick({ rule: true, message: true, todo: true, hash: true })),
  maySign: z.boolean(),
  maySend: z.boolean(),
})
export type SignPageDetail = z.infer<typeof pageDetailSchema>

const pageShape = { issue: z.string(), page: z.number().int().min(1) }

export const signoffApi = {
  ...queueApi,
  /** Where each page of an issue is, the first one first, as far as that can be told without laying it out. */
  states: reading('signoff.states', z.object({ issue: z.string() }), z.array(z.enum(pageSignStates))),
  /** How far the signatures of an issue are. */
  overview: reading('signoff.overview', z.object({ issue: z.string() }), overviewSchema),
  /** One page with everything its signature stands for. */
  page: reading('signoff.page', z.object(pageShape), pageDetailSchema),
  /**
   * Signs a page as it was seen and approves those of its articles that wait, each with a record of its own. Refused
   * where the page is another one by now.
   */
  signPage: writing(
    'signoff.signPage',
    'signPage',
    z.object({ ...pageShape, seen: z.string() }),
    z.object({ approved: z.array(z.string()) }),
  ),
  /** Signs the issue «в печать»; its time goes into the imprint. */
  signIssue: writing(
    'signoff.signIssue',
    'signIssue',
    z.object({ issue: z.string(), seen: z.string() }),
    z.object({ at: z.number() }),
  ),
  /** Sends signed pages to the printer, each as a file that stays as it is. Progress comes as `jobProgress` events of `job`. */
  send: writing(
    'signoff.send',
    'sendPage',
    z.object({
      issue: z.string(),
      pages: z.array(z.number().int().min(1)).min(1),
      /** Id of a printer's profile; null takes the usual one. */
      profile: z.string().nullable().default(null),
      job: z.string(),
    }),
    z.object({ files: z.array(z.string()) }),
  ),
  /** Begins the replacement of a sent page («замена полосы»). */
  replace: writing(
    'signoff.replace',
    'sendPage',
    z.object({ ...pageShape, reason: z.string().trim().min(3).max(500) }),
    z.object({}),
  ),
} as const
