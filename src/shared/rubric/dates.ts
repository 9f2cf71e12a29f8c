import { addDays, addMonths, type Day, daysBetween } from '../calendar/day.ts'
import type { PlannedEvent, Project, projectRhythms } from './rubric.ts'

/** Days one after another, both ends included. */
export interface Stretch {
  readonly from: Day
  readonly to: Day
}

const monthsOf: Readonly<Record<(typeof projectRhythms)[number], number>> = { monthly: 1, yearly: 12, once: 0 }

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** The days from one to another on which something begins that began first on a day and comes again every so many months. */
const beginnings = (first: Day, everyMonths: number, { from, to }: Stretch): readonly Day[] => {
  const inside = (day: Day): boolean => day >= from && day <= to
  if (everyMonths === 0) return [first].filter(inside)
  const passed = monthNumber(from) - monthNumber(first)
  const next = Math.max(0, Math.floor(passed / everyMonths))
  const count = Math.floor((monthNumber(to) - monthNumber(first)) / everyMonths) - next + 1
  return Array.from({ length: Math.max(0, count) }, (_, at) => addMonths(first, (next + at) * everyMonths)).filter(inside)
}

/** The days between two that an event falls on. A yearly one of 29 February falls on the 28th in other years. */
export const daysOfEvent = ({ day, yearly }: Pick<PlannedEvent, 'day' | 'yearly'>, within: Stretch): readonly Day[] =>
  beginnings(day, yearly ? 12 : 0, within)

/**
 * When a project is on between two days (rule Q26): once from its first day to its last; a yearly one on these dates of
 * every year; a monthly one for a day, the date of its first, until its end. One that is finished does not come again.
 */
export const stretchesOf = (project: Pick<Project, 'from' | 'to' | 'rhythm' | 'closed'>, within: Stretch): readonly Stretch[] => {
  const first = project.from ?? project.to
  if (first === null) return []
  if (project.rhythm === 'monthly') {
    const to = project.to !== null && project.to < within.to ? project.to : within.to
    return beginnings(first, project.closed && project.to === null ? 0 : 1, { from: within.from, to }).map((day) => ({
      from: day,
      to: day,
    }))
  }
  const length = daysBetween(first, project.to ?? first)
  const wider = { from: addDays(within.from, -length), to: within.to }
  return beginnings(first, project.closed ? 0 : monthsOf[project.rhythm], wider).map((from) => ({
    from,
    to: addDays(from, length),
  }))
}

/** A project up to so many days long stands on each of them, a longer one on its first and its last. */
const wholeDays = 7

/** The days of a stretch that say something is on. */
export const shownDays = ({ from, to }: Stretch): readonly Day[] => {
  const length = daysBetween(from, to) + 1
  if (length <= wholeDays) return Array.from({ length }, (_, at) => addDays(from, at))
  return [from, to]
}
