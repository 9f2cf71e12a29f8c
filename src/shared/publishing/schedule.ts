import { addDays, type Day, dayOf, momentOf, timeOf } from '../calendar/day.ts'
import type { PublishingRules } from '../settings/publishing-rules.ts'
import type { ChannelKind } from './channel.ts'

/** The same time of another day, by the newspaper's clock. */
export const onDay = (at: number, day: Day): number => momentOf(day, timeOf(at))

/** «25.11, 08:00» by the newspaper's clock. */
export const momentWords = (at: number): string => {
  const [, month = '', date = ''] = dayOf(at).split('-')
  return `${date}.${month}, ${timeOf(at)}`
}

/** Kinds whose posts nobody's phone tells of. */
const silentKinds: ReadonlySet<ChannelKind> = new Set(['wordpress', 'webhook', 'rss'])

/** What stands in the way of a post at some moment; times are by the newspaper's clock. */
export interface TimeRules {
  readonly quiet: PublishingRules['quiet']
  /** Nothing before this moment, milliseconds since 1970; null where there is no embargo. */
  readonly embargo: number | null
}

/** The rules for a channel of this kind. */
export const rulesFor = (kind: ChannelKind, rules: TimeRules): TimeRules =>
  silentKinds.has(kind) ? { ...rules, quiet: null } : rules

/** Is it quiet at this moment? Quiet hours may go over midnight; from an hour to itself there are none. */
export const isQuiet = ({ quiet }: Pick<TimeRules, 'quiet'>, at: number): boolean => {
  if (quiet === null) return false
  const time = timeOf(at)
  return quiet.from <= quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to
}

/** Why a post must not go out at a moment; null when it may. */
export const timeObstacle = (rules: TimeRules, at: number): 'embargo' | 'quiet' | null =>
  rules.embargo !== null && at < rules.embargo ? 'embargo' : isQuiet(rules, at) ? 'quiet' : null

/** The first moment from this one on at which a post may go out. */
export const nextFreeTime = (rules: TimeRules, at: number): number => {
  const start = Math.max(at, rules.embargo ?? at)
  if (rules.quiet === null || !isQuiet(rules, start)) return start
  const day = dayOf(start)
  return momentOf(timeOf(start) < rules.quiet.to ? day : addDays(day, 1), rules.quiet.to)
}
