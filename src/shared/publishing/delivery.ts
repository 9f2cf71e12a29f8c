import { z } from 'zod'

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

export const deliverySchema = z.object({
  id: z.string(),
  article: z.string(),
  headline: z.string(),
  channel: z.string(),
  status: z.enum(deliveryStatuses),
  attempts: z.number(),
  url: z.string().nullable(),
  scheduledAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  /** Why it failed, waits or is held, for people. */
  reason: z.string().nullable(),
})
export type Delivery = z.infer<typeof deliverySchema>
