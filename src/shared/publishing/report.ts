import { z } from 'zod'
import { channelKinds } from './channel.ts'
import { type CountName, knownCountsSchema, type PostCounts } from './counts.ts'
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
  /** Of the article's assignment; empty for none. */
  region: z.string(),
  channel: z.string(),
  /** Null for a channel that the newsroom has no longer. */
  kind: z.enum(channelKinds).nullable(),
  recipient: z.string().nullable(),
  publishedAt: z.number(),
  url: z.string().nullable(),
  state: z.enum(reportStates),
  /** Null where the channel counts nothing, or was not asked yet. */
  counts: knownCountsSchema.nullable(),
})
export type ReportLine = z.infer<typeof reportLineSchema>

/** What of a report is wanted; null takes everything, an empty word what has none. */
export const reportFilterSchema = z.object({
  rubric: z.string().nullable().default(null),
  region: z.string().nullable().default(null),
  channel: z.string().nullable().default(null),
})
export type ReportFilter = z.infer<typeof reportFilterSchema>

/** The lines that are wanted. */
export const filtered = (lines: readonly ReportLine[], filter: ReportFilter): readonly ReportLine[] =>
  lines.filter(
    ({ rubric, region, channel }) =>
      (filter.rubric === null || rubric === filter.rubric) &&
      (filter.region === null || region === filter.region) &&
      (filter.channel === null || channel === filter.channel),
  )

/** How many publications a channel, a rubric or a region has. */
export interface ReportCount {
  readonly name: string
  readonly publications: number
  readonly articles: number
  /** Sums of what is known; null where nothing is. */
  readonly counts: PostCounts
}

const sumOf = (lines: readonly ReportLine[], name: CountName): number | null => {
  const known = lines.flatMap(({ counts }) => counts?.[name] ?? [])
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0)
}

/** Publications and articles by what `nameOf` says of a line, the most first. */
export const countBy = (lines: readonly ReportLine[], nameOf: (line: ReportLine) => string): readonly ReportCount[] => {
  const groups = new Map<string, ReportLine[]>()
  for (const line of lines) groups.set(nameOf(line), [...(groups.get(nameOf(line)) ?? []), line])
  return [...groups]
    .map(([name, of]) => ({
      name,
      publications: of.length,
      articles: new Set(of.map(({ article }) => article)).size,
      counts: {
        views: sumOf(of, 'views'),
        likes: sumOf(of, 'likes'),
        reposts: sumOf(of, 'reposts'),
        comments: sumOf(of, 'comments'),
      },
    }))
    .sort((a, b) => b.publications - a.publications || a.name.localeCompare(b.name, 'ru'))
}
