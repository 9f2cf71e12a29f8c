import { createHash } from 'node:crypto'
import { z } from 'zod'
import { articleContentSchema } from '../../shared/article/content.ts'
import { type ChannelPart, channelPartSchema } from '../../shared/publishing/channel.ts'
import { type DeliveryPurpose, deliveryPurposes, outboxStates } from '../../shared/publishing/delivery.ts'
import { type PostForm, postForms, type VariantContent, variantContentSchema } from '../../shared/variant/variant.ts'
import type { RecordType } from '../store/json-file.ts'
import { versionHash } from '../variant/variant-hash.ts'
import type { Upload } from './channels/carrier.ts'
import { issuePageSchema } from './issue-page/issue-page.ts'

const uploadSchema: z.ZodType<Upload> = z.object({
  media: z.string(),
  remoteId: z.string(),
  url: z.string().nullable(),
  size: z.number(),
})

/** One post of a delivery. `sending` and `unknown` may be out, `sent` is. */
const stepSchema = z.object({
  part: channelPartSchema,
  state: z.enum(['waiting', 'sending', 'sent', 'unknown']),
  /** SHA-256, hex, of the request's body as it was last sent. */
  requestHash: z.string().nullable(),
  remoteId: z.string().nullable(),
  url: z.string().nullable(),
  /** When its last attempt began, milliseconds since 1970. */
  startedAt: z.number().nullable(),
  sentAt: z.number().nullable(),
  /** Photos that the channel has taken already (rule O17). */
  uploads: z.array(uploadSchema),
  /** An earlier attempt had an unknown outcome: it is looked for before the next one (rule O18). */
  suspect: z.boolean(),
  /** Since when the channel says that it is not there; null while it was not asked or found. */
  absentSince: z.number().nullable(),
})
export type Step = z.infer<typeof stepSchema>

/** Why a row is held: the content changed, the article was withdrawn from approval, the time has passed. */
const holdReasons = ['changed', 'withdrawn', 'late'] as const

const rowSchema = z.object({
  schemaVersion: z.literal(3),
  article: z.string(),
  channel: z.string(),
  purpose: z.enum(deliveryPurposes),
  /** Id of the delivery as which the article came out, where this one changes it or takes it away. */
  corrects: z.string().nullable(),
  contentHash: z.string(),
  /** The approved content, frozen: the only source of what is sent. */
  content: articleContentSchema,
  /** What the channel gets in place of it, approved with it and frozen too; null leaves it to the formatter. */
  variant: variantContentSchema.nullable().default(null),
  form: z.enum(postForms).default('article'),
  approval: z.string(),
  requestedBy: z.string(),
  queuedAt: z.number(),
  state: z.enum(outboxStates),
  heldFor: z.enum(holdReasons).nullable(),
  /** Requests started, over all posts. */
  attempts: z.number(),
  /** Tries of the present post that were put off. */
  retries: z.number(),
  /** Irrevocable decisions taken on this row; also kept outside the folder (rule O10). */
  decisions: z.number(),
  steps: z.array(stepSchema),
  /** It may have come out in a way that the steps do not tell: another copy of the folder may have sent it. */
  doubt: z.boolean(),
  /** Posts still to be made of it may be out from before: each is looked for first (rule O18). */
  suspect: z.boolean(),
  /** When a person wants it out; null means as soon as possible. */
  scheduledAt: z.number().nullable(),
  /** When the next try is due. */
  dueAt: z.number(),
  /** When the channel is asked next whether an unknown post is there; null when it is not by itself. */
  checkAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  url: z.string().nullable(),
  reason: z.string().nullable(),
  /** Whom it is for, where the channel has many addressees; null for the place in its settings. */
  recipient: z.string().nullable().default(null),
  /** Mailing that it belongs to, whose letter it is instead of an article's; null for a delivery of an article. */
  mailing: z.string().nullable().default(null),
  /** Page of an issue that it brings instead of an article; null for a delivery of an article. */
  issuePage: issuePageSchema.nullable().default(null),
  /** While it waits for another try, the other deliveries of its channel need not. */
  alone: z.boolean().default(false),
  /** What a person let pass: being late; content that differs from the approved one and hashes to this. */
  waived: z.object({ late: z.boolean(), change: z.string().nullable() }),
})
/** One article × version × channel, or one change of what came out as such: a delivery. Its id is `rowId`. */
export type OutboxRow = z.infer<typeof rowSchema>

/** Before version 2 channels took no uploads and could not be asked. */
const stepsWithUploads = (steps: unknown): unknown =>
  Array.isArray(steps)
    ? steps.map((step: object) => ({ startedAt: null, uploads: [], suspect: false, absentSince: null, ...step }))
    : steps

export const rowType: RecordType<OutboxRow> = {
  version: 3,
  schema: rowSchema,
  migrations: {
    1: (old) => ({
      ...old,
      steps: stepsWithUploads(old.steps),
      suspect: false,
      checkAt: old.state === 'unknown' ? 0 : null,
    }),
    // Before version 3 a delivery could only bring an article. A program that does not know this would post a change anew.
    2: (old) => ({ ...old, purpose: 'post', corrects: null }),
  },
}

/** A delivery that nothing has happened to, for what differs to be said. */
export const blankRow = {
  schemaVersion: 3,
  article: '',
  purpose: 'post',
  corrects: null,
  variant: null,
  form: 'article',
  approval: '',
  heldFor: null,
  attempts: 0,
  retries: 0,
  steps: [],
  suspect: false,
  scheduledAt: null,
  publishedAt: null,
  url: null,
  recipient: null,
  mailing: null,
  issuePage: null,
  alone: false,
  waived: { late: false, change: null },
} satisfies Partial<OutboxRow>

/** The posts of a delivery of which none was begun since they were made. */
export const newSteps = (parts: readonly ChannelPart[], suspect = false): Step[] =>
  parts.map((part) => ({
    part,
    state: 'waiting',
    requestHash: null,
    remoteId: null,
    url: null,
    startedAt: null,
    sentAt: null,
    uploads: [],
    suspect,
    absentSince: null,
  }))

/** What of an article goes to readers. */
export interface Version {
  readonly contentHash: string
  readonly variant: VariantContent | null
  readonly form: PostForm
}

/** Names a version: equal for what says the same. The content's own hash where the formatter is left to it. */
export const versionOf = ({ contentHash, variant, form }: Version): string => {
  const hash = versionHash(contentHash, variant)
  return form === 'article' ? hash : createHash('sha256').update(`${form} ${hash}`).digest('hex')
}

/** A change of what came out as another delivery. */
export interface Change {
  readonly purpose: Exclude<DeliveryPurpose, 'post'>
  /** Id of that delivery. */
  readonly corrects: string
}

/** The id of a delivery follows from what it is, so that there can't be two of it, in any copy of the folder. */
export const rowId = (article: string, version: string, channel: string, change: Change | null = null): string =>
  createHash('sha256')
    .update(JSON.stringify([article, version, channel, ...(change ? [change.purpose, change.corrects] : [])]))
    .digest('hex')
    .slice(0, 32)

/** Did any post of it reach readers, or may it have? */
export const mayBeOut = (row: OutboxRow): boolean => row.doubt || row.steps.some((step) => step.state !== 'waiting')

/** Index of the first post that is not out; -1 when all are. */
export const nextStep = (row: OutboxRow): number => row.steps.findIndex((step) => step.state !== 'sent')

/** The row with one of its steps changed. */
export const withStep = (row: OutboxRow, index: number, change: Partial<Step>): OutboxRow => ({
  ...row,
  steps: row.steps.map((step, i) => (i === index ? { ...step, ...change } : step)),
})

/**
 * A row that was interrupted while a post was on its way: nobody knows whether it arrived. A change of what is out is
 * made again: the second time changes nothing more.
 */
export const interrupted = (row: OutboxRow, reason: string): OutboxRow =>
  row.purpose === 'post'
    ? inDoubt(row, reason)
    : {
        ...row,
        state: 'retryWait',
        retries: row.retries + 1,
        dueAt: 0,
        steps: row.steps.map((step) => (step.state === 'sending' ? { ...step, state: 'waiting' } : step)),
      }

const inDoubt = (row: OutboxRow, reason: string): OutboxRow => ({
  ...row,
  state: 'unknown',
  reason,
  checkAt: 0,
  steps: row.steps.map((step) => (step.state === 'sending' ? { ...step, state: 'unknown' } : step)),
})

/** A row of which nothing is known but what is proven: every post that is not, may be out. */
export const doubted = (row: OutboxRow, reason: string): OutboxRow => ({
  ...row,
  state: 'unknown',
  heldFor: null,
  reason,
  checkAt: 0,
  doubt: true,
  steps: row.steps.map((step) => (step.state === 'sent' ? step : { ...step, state: 'unknown' })),
})
