import { z } from 'zod'
import { channelKinds } from './channel.ts'
import { deliveryPurposes, deliveryStatuses } from './delivery.ts'

/** One errand of an article with everything that is known of it: a line of its delivery log. */
export const logEntrySchema = z.object({
  delivery: z.string(),
  channel: z.string(),
  purpose: z.enum(deliveryPurposes),
  status: z.enum(deliveryStatuses),
  attempts: z.number(),
  url: z.string().nullable(),
  /** Whom it was for, where the channel has many addressees. */
  recipient: z.string().nullable(),
  /** Who ordered it, by name where the newsroom still knows them. */
  orderedBy: z.string(),
  /** Moments are milliseconds since 1970. */
  queuedAt: z.number(),
  scheduledAt: z.number().nullable(),
  startedAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  /** The posts as they were sent, as plain text; empty for what was not made yet and for what takes away. */
  texts: z.array(z.string()),
  reason: z.string().nullable(),
})
export type LogEntry = z.infer<typeof logEntrySchema>

/** What has become of a publication since. */
export const reportStates = ['out', 'corrected', 'removed'] as const

/** One publication: a line of the report. */
export const reportLineSchema = z.object({
  delivery: z.string(),
  article: z.string(),
  headline: z.string(),
  rubric: z.string(),
  channel: z.string(),
  /** Null for a channel that the newsroom has no longer. */
  kind: z.enum(channelKinds).nullable(),
  recipient: z.string().nullable(),
  publishedAt: z.number(),
  url: z.string().nullable(),
  state: z.enum(reportStates),
})
export type ReportLine = z.infer<typeof reportLineSchema>

/** How many publications a channel or a rubric has. */
export interface ReportCount {
  readonly name: string
  readonly publications: number
  readonly articles: number
}

/** Publications and articles by what `nameOf` says of a line, the most first. */
export const countBy = (lines: readonly ReportLine[], nameOf: (line: ReportLine) => string): readonly ReportCount[] => {
  const groups = new Map<string, ReportLine[]>()
  for (const line of lines) groups.set(nameOf(line), [...(groups.get(nameOf(line)) ?? []), line])
  return [...groups]
    .map(([name, of]) => ({ name, publications: of.length, articles: new Set(of.map(({ article }) => article)).size }))
    .sort((a, b) => b.publications - a.publications || a.name.localeCompare(b.name, 'ru'))
}
