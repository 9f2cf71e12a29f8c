import type { Calendar, CalendarIssue } from '../../../shared/calendar/api.ts'
import { addDays, addMonths, type Day, dayOf, daysFrom, mondayOf } from '../../../shared/calendar/day.ts'
import type { DatedProject, ListedEvent } from '../../../shared/rubric/api.ts'
import { shownDays } from '../../../shared/rubric/dates.ts'

export const calendarViews = ['month', 'week', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

export type CalendarSlot = Calendar['slots'][number]
type Sending = Calendar['sendings'][number]

/** Which word says how a turn without an issue stands. */
export const slotWord = (slot: CalendarSlot): 'undecided' | 'skipped' | 'doubled' | 'slot' => {
  if (slot.holiday) return 'undecided'
  if (slot.decision === 'skip') return 'skipped'
  return slot.decision === 'double' ? 'doubled' : 'slot'
}

/** One thing that stands on a day. The three dates of an issue are three kinds, each with its own form and word. */
export type DayEntry =
  | { readonly kind: 'plannedFor'; readonly issue: CalendarIssue; readonly isPast: boolean }
  | { readonly kind: 'publishedAt'; readonly issue: CalendarIssue }
  | { readonly kind: 'pressAt'; readonly issue: CalendarIssue; readonly at: number }
  | { readonly kind: 'slot'; readonly slot: CalendarSlot }
  | { readonly kind: 'deadline'; readonly issue: CalendarIssue; readonly name: string; readonly at: number }
  | { readonly kind: 'sending'; readonly sending: Sending }
  | { readonly kind: 'event'; readonly event: ListedEvent }
  | { readonly kind: 'project'; readonly project: DatedProject; readonly day: Day }

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
  event: 4,
  project: 5,
  deadline: 6,
  sending: 7,
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
  for (const event of calendar.events) put(event.on, { kind: 'event', event })
  for (const project of calendar.projects)
    for (const day of shownDays({ from: project.begins, to: project.ends })) put(day, { kind: 'project', project, day })
  for (const entries of days.values()) entries.sort((a, b) => rank[a.kind] - rank[b.kind] || momentOf(a) - momentOf(b))
  return days
}

/** All that is on at a day: what stands on it, and the long projects between their first day and their last. */
export const entriesOn = (calendar: Calendar, day: Day): readonly DayEntry[] => {
  const entries = entriesByDay(calendar).get(day) ?? []
  const isShown = ({ id, begins }: DatedProject): boolean =>
    entries.some((entry) => entry.kind === 'project' && entry.project.id === id && entry.project.begins === begins)
  const others = calendar.projects.filter((project) => project.begins <= day && day <= project.ends && !isShown(project))
  return [...entries, ...others.map((project): DayEntry => ({ kind: 'project', project, day }))]
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
    case 'event':
      return `event ${entry.event.id} ${entry.event.on}`
    case 'project':
      return `project ${entry.project.id} ${entry.project.begins}`
    default:
      return `${entry.kind} ${entry.issue.serial}`
  }
}

/** The issue that stands on a day, by its plan or because it came out. */
export const issueOn = (entries: readonly DayEntry[]): CalendarIssue | null => {
  for (const entry of entries) if (entry.kind === 'plannedFor' || entry.kind === 'publishedAt') return entry.issue
  return null
}

/** A row of the list: an issue, a turn of a series that has none yet, an event, or a project at one of its times. */
export type ListRow = { readonly id: string; readonly day: Day } & (
  | { readonly kind: 'issue'; readonly issue: CalendarIssue }
  | { readonly kind: 'slot'; readonly slot: CalendarSlot }
  | { readonly kind: 'event'; readonly event: ListedEvent }
  | { readonly kind: 'project'; readonly project: DatedProject }
)

export const listRows = ({ issues, slots, events, projects }: Calendar): readonly ListRow[] =>
  [
    ...issues.map((issue): ListRow => ({ kind: 'issue', id: `issue ${issue.serial}`, day: issue.plannedFor, issue })),
    ...slots.map(
      (slot): ListRow => ({ kind: 'slot', id: `slot ${slot.series}/${slot.day}`, day: slot.plannedFor ?? slot.day, slot }),
    ),
    ...events.map((event): ListRow => ({ kind: 'event', id: `event ${event.id} ${event.on}`, day: event.on, event })),
    ...projects.map(
      (project): ListRow => ({ kind: 'project', id: `project ${project.id} ${project.begins}`, day: project.begins, project }),
    ),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

/** A form of a date: of an event or a project, or with null of a new one on a day. */
export type DateForm =
  | { readonly kind: 'event'; readonly of: ListedEvent | null; readonly day: Day }
  | { readonly kind: 'project'; readonly of: DatedProject | null; readonly day: Day }

/** The form that opening a day leads to where no issue stands on it: that of what stands there, else of a new event. */
export const dateFormOn = (entries: readonly DayEntry[], day: Day): DateForm => {
  for (const entry of entries) {
    if (entry.kind === 'event') return { kind: 'event', of: entry.event, day }
    if (entry.kind === 'project') return { kind: 'project', of: entry.project, day }
  }
  return { kind: 'event', of: null, day }
}
