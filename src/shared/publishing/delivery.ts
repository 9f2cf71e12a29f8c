import { z } from 'zod'
import { postForms } from '../variant/variant.ts'

/** States of a delivery as the outbox steps through them. */
export const outboxStates = [
  'scheduled',
  'preparing',
  'prepared',
  'sending',
  'sent',
  'retryWait',
  'failed',
  'unknown',
  'needsPerson',
  'held',
  'cancelled',
] as const
export type OutboxState = (typeof outboxStates)[number]

/** States of a delivery as people and the command line see them. */
export const deliveryStatuses = [
  'queued',
  'sending',
  'published',
  'failed',
  'unknown',
  'held',
  'needsPerson',
  'cancelled',
] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** What a delivery is to do: bring an article, change one that is out, or take it away. */
export const deliveryPurposes = ['post', 'edit', 'remove'] as const
export type DeliveryPurpose = (typeof deliveryPurposes)[number]

/** The one table from the outbox's states to the ones people see. */
export const statusOf: Readonly<Record<OutboxState, DeliveryStatus>> = {
  scheduled: 'queued',
  preparing: 'queued',
  prepared: 'queued',
  retryWait: 'queued',
  sending: 'sending',
  sent: 'published',
  failed: 'failed',
  unknown: 'unknown',
  needsPerson: 'needsPerson',
  held: 'held',
  cancelled: 'cancelled',
}

/**
 * The one table of an outbox row's steps. `sending → prepared` is a delivery of several posts that goes on to its next
 * one; `unknown` is open to every state that is not proven, because a take-over knows nothing for sure. A state leads to
 * `sending` only from `prepared` and `retryWait`. From these two a delivery may also wait or fail over the upload of a
 * photo, and be found `sent` by the look that goes before a second attempt.
 */
export const outboxTransitions: Readonly<Record<OutboxState, readonly OutboxState[]>> = {
  scheduled: ['preparing', 'held', 'needsPerson', 'cancelled', 'unknown'],
  preparing: ['prepared', 'held', 'needsPerson', 'cancelled', 'unknown'],
  prepared: ['sending', 'sent', 'retryWait', 'failed', 'held', 'needsPerson', 'cancelled', 'unknown'],
  sending: ['sent', 'prepared', 'retryWait', 'failed', 'needsPerson', 'unknown'],
  retryWait: ['sending', 'sent', 'prepared', 'failed', 'held', 'needsPerson', 'cancelled', 'unknown'],
  unknown: ['sent', 'scheduled', 'prepared', 'needsPerson', 'cancelled'],
  failed: ['sent', 'scheduled', 'prepared', 'cancelled', 'unknown'],
  needsPerson: ['sent', 'scheduled', 'prepared', 'cancelled', 'unknown'],
  held: ['sent', 'scheduled', 'prepared', 'cancelled', 'unknown'],
  cancelled: ['scheduled'],
  sent: [],
}

/** May a row of this state take that one? */
export const mayBecome = (from: OutboxState, to: OutboxState): boolean => outboxTransitions[from].includes(to)

export const deliverySchema = z.object({
  id: z.string(),
  article: z.string(),
  headline: z.string(),
  channel: z.string(),
  purpose: z.enum(deliveryPurposes),
  /** The delivery that it changes or takes away; null where it brings an article. */
  corrects: z.string().nullable(),
  form: z.enum(postForms),
  status: z.enum(deliveryStatuses),
  attempts: z.number(),
  url: z.string().nullable(),
  scheduledAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  /** Why it failed, waits or is held, for people. */
  reason: z.string().nullable(),
  /** Can the channel be asked whether it is there? */
  checkable: z.boolean(),
  /** Is it with a person who puts it in by hand? */
  byHand: z.boolean(),
})
export type Delivery = z.infer<typeof deliverySchema>
