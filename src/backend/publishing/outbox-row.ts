import { createHash } from 'node:crypto'
import { z } from 'zod'
import { articleContentSchema } from '../../shared/article/content.ts'
import { channelPartSchema } from '../../shared/publishing/channel.ts'
import { outboxStates } from '../../shared/publishing/delivery.ts'
import type { RecordType } from '../store/json-file.ts'

/** One post of a delivery. `sending` and `unknown` may be out, `sent` is. */
const stepSchema = z.object({
  part: channelPartSchema,
  state: z.enum(['waiting', 'sending', 'sent', 'unknown']),
  /** SHA-256, hex, of the request's body as it was last sent. */
  requestHash: z.string().nullable(),
  remoteId: z.string().nullable(),
  url: z.string().nullable(),
  sentAt: z.number().nullable(),
})
export type Step = z.infer<typeof stepSchema>

/** Why a row is held: the content changed, the article was withdrawn from approval, the time has passed. */
const holdReasons = ['changed', 'withdrawn', 'late'] as const

const rowSchema = z.object({
  schemaVersion: z.literal(1),
  article: z.string(),
  channel: z.string(),
  contentHash: z.string(),
  /** The approved content, frozen: the only source of what is sent. */
  content: articleContentSchema,
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
  /** When a person wants it out; null means as soon as possible. */
  scheduledAt: z.number().nullable(),
  /** When the next try is due. */
  dueAt: z.number(),
  publishedAt: z.number().nullable(),
  url: z.string().nullable(),
  reason: z.string().nullable(),
  /** What a person let pass: being late; content that differs from the approved one and hashes to this. */
  waived: z.object({ late: z.boolean(), change: z.string().nullable() }),
})
/** One article × version × channel: a delivery. Its id is `rowId`. */
export type OutboxRow = z.infer<typeof rowSchema>

export const rowType: RecordType<OutboxRow> = { version: 1, schema: rowSchema, migrations: {} }

/** The id of a delivery follows from what it is, so that there can't be two of it, in any copy of the folder. */
export const rowId = (article: string, contentHash: string, channel: string): string =>
  createHash('sha256')
    .update(JSON.stringify([article, contentHash, channel]))
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

/** A row that was interrupted while a post was on its way: nobody knows whether it arrived. */
export const interrupted = (row: OutboxRow, reason: string): OutboxRow => ({
  ...row,
  state: 'unknown',
  reason,
  steps: row.steps.map((step) => (step.state === 'sending' ? { ...step, state: 'unknown' } : step)),
})

/** A row of which nothing is known but what is proven: every post that is not, may be out. */
export const doubted = (row: OutboxRow, reason: string): OutboxRow => ({
  ...row,
  state: 'unknown',
  heldFor: null,
  reason,
  doubt: true,
  steps: row.steps.map((step) => (step.state === 'sent' ? step : { ...step, state: 'unknown' })),
})
