import type { Calendar, CalendarIssue } from '../../../shared/calendar/api.ts'
import { addDays, addMonths, type Day, dayOf, daysFrom, mondayOf } from '../../../shared/calendar/day.ts'

export const calendarViews = ['month', 'week', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

export type CalendarSlot = Calendar['slots'][number]
type Sending = Calendar['sendings'][number]

/** One thing that stands on a day. The three dates of an issue are three kinds, each with its own form and word. */
export type DayEntry =
  | { readonly kind: 'plannedFor'; readonly issue: CalendarIssue; readonly isPast: boolean }
  | { readonly kind: 'publishedAt'; readonly issue: CalendarIssue }
  | { readonly kind: 'pressAt'; readonly issue: CalendarIssue; readonly at: number }
  | { readonly kind: 'slot'; readonly slot: CalendarSlot }
  | { readonly kind: 'deadline'; readonly issue: CalendarIssue; readonly name: string; readonly at: number }
  | { readonly kind: 'sending'; readonly sending: Sending }

/** The first and the last day a view shows, whole weeks; the list shows a year. */
export const rangeOf = (view: CalendarView, day: Day): { readonly from: Day; readonly to: Day } => {
  if (view === 'list') return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` }
  if (view === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
  const first = `${day.slice(0, 8)}01`
  const last = addDays(addMonths(first, 1), -1)
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) }
}

/** The weeks of a range of whole weeks. */
export const weeksOf = ({ from, to }: { readonly from: Day; readonly to: Day }): readonly (readonly Day[])[] => {
  const days = daysFrom(from, to)
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, at) => days.slice(at * 7, at * 7 + 7))
}

/** The day a step of a view leads to: a month, a week or a year. */
export const stepFrom = (view: CalendarView, day: Day, by: 1 | -1): Day =>
  view === 'week' ? addDays(day, 7 * by) : addMonths(day, view === 'list' ? 12 * by : by)

/** Where a key leads from a day; null for a key that leads nowhere. */
export const dayByKey = (key: string, day: Day, view: CalendarView): Day | null => {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'PageUp':
      return stepFrom(view, day, -1)
    case 'PageDown':
      return stepFrom(view, day, 1)
    case 'Home':
      return mondayOf(day)
    case 'End':
      return addDays(mondayOf(day), 6)
    default:
      return null
  }
}

const rank: Readonly<Record<DayEntry['kind'], number>> = {
  publishedAt: 0,
  plannedFor: 1,
  slot: 2,
  pressAt: 3,
  deadline: 4,
  sending: 5,
}

const momentOf = (entry: DayEntry): number =>
  entry.kind === 'sending' ? entry.sending.at : entry.kind === 'pressAt' || entry.kind === 'deadline' ? entry.at : 0

/** Puts what a calendar has on its days: issues first, then what has an hour, in its order. */
export const entriesByDay = (calendar: Calendar): ReadonlyMap<Day, readonly DayEntry[]> => {
  const days = new Map<Day, DayEntry[]>()
  const put = (day: Day, entry: DayEntry): void => {
    const known = days.get(day)
    if (known) known.push(entry)
    else days.set(day, [entry])
  }
  for (const issue of calendar.issues) {
    // What came out on its day says so once.
    const outOn = issue.publishedAt === null ? null : dayOf(issue.publishedAt)
    if (outOn !== issue.plannedFor)
      put(issue.plannedFor, { kind: 'plannedFor', issue, isPast: issue.plannedFor < calendar.today || outOn !== null })
    if (outOn !== null) put(outOn, { kind: 'publishedAt', issue })
    if (issue.pressAt !== null && outOn === null) put(dayOf(issue.pressAt), { kind: 'pressAt', issue, at: issue.pressAt })
    if (outOn === null) for (const { name, at } of issue.deadlines) put(dayOf(at), { kind: 'deadline', issue, name, at })
  }
  for (const slot of calendar.slots) put(slot.plannedFor ?? slot.day, { kind: 'slot', slot })
  for (const sending of calendar.sendings) put(dayOf(sending.at), { kind: 'sending', sending })
  for (const entries of days.values()) entries.sort((a, b) => rank[a.kind] - rank[b.kind] || momentOf(a) - momentOf(b))
  return days
}

/** Tells the entries of a day from one another. */
export const entryKey = (entry: DayEntry): string => {
  switch (entry.kind) {
    case 'slot':
      return `slot ${entry.slot.series} ${entry.slot.day}`
    case 'sending':
      return `sending ${entry.sending.delivery}`
    case 'deadline':
      return `deadline ${entry.issue.serial} ${entry.name} ${entry.at}`
    default:
      return `${entry.kind} ${entry.issue.serial}`
  }
}

/** The issue that stands on a day, by its plan or because it came out. */
export const issueOn = (entries: readonly DayEntry[]): CalendarIssue | null => {
  for (const entry of entries) if (entry.kind === 'plannedFor' || entry.kind === 'publishedAt') return entry.issue
  return null
}

/** A row of the list: an issue, or a turn of a series that has none yet. */
export type ListRow =
  | { readonly id: string; readonly day: Day; readonly issue: CalendarIssue; readonly slot: null }
  | { readonly id: string; readonly day: Day; readonly issue: null; readonly slot: CalendarSlot }

export const listRows = ({ issues, slots }: Calendar): readonly ListRow[] =>
  [
    ...issues.map((issue): ListRow => ({ id: `issue ${issue.serial}`, day: issue.plannedFor, issue, slot: null })),
    ...slots.map(
      (slot): ListRow => ({ id: `slot ${slot.series}/${slot.day}`, day: slot.plannedFor ?? slot.day, issue: null, slot }),
    ),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
