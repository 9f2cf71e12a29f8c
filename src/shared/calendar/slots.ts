import type { Issue } from '../issue/issue.ts'
import { numberIssue } from '../issue/serial.ts'
import { addDays, type Day, weekdayOf } from './day.ts'
import { type Holiday, holidaysBetween } from './holidays.ts'
import { pressMoment } from './press.ts'
import { type Decision, decisionKey, type Series, seriesDays } from './series.ts'

/** One turn of a series that has no issue yet. */
export interface Slot {
  readonly series: string
  /** The day by the series: what decisions are kept by. */
  readonly day: Day
  /** The day the issue would come out on; null when there is none of its own. */
  readonly plannedFor: Day | null
  /** What was decided; null while nothing was. */
  readonly decision: Decision['kind'] | null
  /** The holiday its day falls on and nothing was decided about: a person has to. */
  readonly holiday: Holiday | null
  /** Where it could move to, the nearest working day. */
  readonly moveTo: Day | null
  /** The serial it would get if all turns up to it were made; null when there is no issue of its own. */
  readonly serial: string | null
  /** Numbers its issue would bear: two or more when turns before it went into it. */
  readonly numbers: number
  /** When its pages would go to the printer, milliseconds since 1970. */
  readonly pressAt: number | null
}

/** What the calendar is counted from. */
export interface CalendarFacts {
  readonly series: readonly Series[]
  readonly decisions: Readonly<Record<string, Decision>>
  readonly daysOff: readonly { readonly day: Day; readonly name: string }[]
  readonly issues: readonly Pick<Issue, 'serial' | 'plannedFor'>[]
  /** Turns that have their issue, by the keys of decisions; one whose day has an issue of any kind counts as well. */
  readonly made: ReadonlySet<string>
  readonly runningBefore: number
  /** Turns before this day are gone: only one that goes into the next issue still counts. */
  readonly today: Day
}

const week = 7

/** The nearest working day to a holiday: before it first, because readers wait for the paper that week. */
export const nearestWorkingDay = (day: Day, holidays: ReadonlyMap<Day, Holiday>): Day | null => {
  for (let away = 1; away <= week; away += 1)
    for (const candidate of [addDays(day, -away), addDays(day, away)])
      if (weekdayOf(candidate) <= 5 && !holidays.has(candidate)) return candidate
  return null
}

/**
 * The turns of all series between two days that have no issue yet, in order, with the numbers they would get. A skipped
 * turn takes no number; one that goes into the next gives its number to that.
 */
export const openSlots = (facts: CalendarFacts, from: Day, to: Day): readonly Slot[] => {
  const holidays = holidaysBetween(addDays(from, -week), addDays(to, week), facts.daysOff)
  const isGone = (series: Series, day: Day) =>
    day < facts.today && facts.decisions[decisionKey(series.id, day)]?.kind !== 'double'
  const taken = new Set(facts.issues.map(({ plannedFor }) => plannedFor))
  const isMade = (series: Series, day: Day): boolean => {
    const decision = facts.decisions[decisionKey(series.id, day)]
    if (facts.made.has(decisionKey(series.id, day))) return true
    return decision?.kind !== 'skip' && decision?.kind !== 'double' && taken.has(decision?.kind === 'move' ? decision.to : day)
  }
  const turns = facts.series
    .flatMap((series) => seriesDays(series, from, to).map((day) => ({ series, day })))
    .filter(({ series, day }) => !isMade(series, day) && !isGone(series, day))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.series.id < b.series.id ? -1 : 1))
  let issues = facts.issues
  const carried = new Map<string, number>()
  return turns.map(({ series, day }): Slot => {
    const decision = facts.decisions[decisionKey(series.id, day)] ?? null
    const falls = holidays.get(day) ?? null
    const base = {
      series: series.id,
      day,
      decision: decision?.kind ?? null,
      holiday: decision === null ? falls : null,
      moveTo: falls ? nearestWorkingDay(day, holidays) : null,
    }
    const before = carried.get(series.id) ?? 0
    if (decision?.kind === 'skip' || decision?.kind === 'double') {
      carried.set(series.id, decision.kind === 'double' ? before + 1 : before)
      return { ...base, plannedFor: null, serial: null, numbers: 0, pressAt: null }
    }
    carried.set(series.id, 0)
    const plannedFor = decision?.kind === 'move' ? decision.to : day
    const numbers = 1 + before
    const { serial, renumbered } = numberIssue(issues, plannedFor, facts.runningBefore, numbers)
    const renamed = new Map(renumbered.map(({ from, to }) => [from, to]))
    issues = [...issues.map((issue) => ({ ...issue, serial: renamed.get(issue.serial) ?? issue.serial })), { serial, plannedFor }]
    return { ...base, plannedFor, serial, numbers, pressAt: pressMoment(series.press, plannedFor) }
  })
}
