import { addMonths, type Day } from '../calendar/day.ts'
import { daysOfEvent } from './dates.ts'
import { type Cadence, type PlannedEvent, rubricKey } from './rubric.ts'

/** What an issue says of rubrics: its day and the keys of those that stand in it. */
export interface IssueRubrics {
  readonly serial: string
  readonly day: Day
  readonly rubrics: ReadonlySet<string>
  /** It is signed or further: what stands in it stays. */
  readonly isOut: boolean
}

/** How a rubric stands to its cadence before the next issue. */
export type RubricState = 'planned' | 'resting' | 'due' | 'late'

export interface RubricStanding {
  readonly last: { readonly serial: string; readonly day: Day } | null
  /** Issues that came out since without it; all that are known where it never appeared. */
  readonly missed: number
  /** The issue in work that it stands in; null where it stands in none. */
  readonly planned: string | null
  readonly state: RubricState
}

const monthsOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

const stateOf = (cadence: Cadence, missed: number, last: Day | null, first: Day | null, next: Day): RubricState => {
  if (cadence.kind === 'free') return 'resting'
  if (cadence.kind === 'issues') {
    if (missed >= cadence.every) return 'late'
    return missed + 1 >= cadence.every ? 'due' : 'resting'
  }
  // A rubric that never appeared is counted from the first issue that is known.
  const since = last ?? first
  if (since === null) return 'due'
  const months = monthsOf(next) - monthsOf(since)
  if (months > 1) return 'late'
  return months === 1 || last === null ? 'due' : 'resting'
}

/**
 * Where a rubric stands (rules U2–U4): `issues` are those in which anything stands, the earliest first; `today` is the
 * newspaper's day.
 */
export const standingOf = (
  rubric: { readonly name: string; readonly cadence: Cadence },
  issues: readonly IssueRubrics[],
  today: Day,
): RubricStanding => {
  const key = rubricKey(rubric.name)
  const out = issues.filter(({ isOut }) => isOut)
  const at = out.findLastIndex(({ rubrics }) => rubrics.has(key))
  const last = out[at]
  const missed = out.length - 1 - at
  const open = issues.filter(({ isOut }) => !isOut)
  const planned = open.find(({ rubrics }) => rubrics.has(key))?.serial ?? null
  const next = open[0]?.day ?? today
  const state = stateOf(rubric.cadence, missed, last?.day ?? null, out[0]?.day ?? null, next)
  return {
    last: last ? { serial: last.serial, day: last.day } : null,
    missed,
    planned,
    state: planned === null ? state : 'planned',
  }
}

/** The day of an event that is next: its own, or for a yearly one the first from today on. */
export const nextDayOf = ({ day, yearly }: Pick<PlannedEvent, 'day' | 'yearly'>, today: Day): Day =>
  day >= today ? day : (daysOfEvent({ day, yearly }, { from: today, to: addMonths(today, 12) })[0] ?? day)
