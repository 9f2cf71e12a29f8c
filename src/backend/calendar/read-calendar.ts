import type { Calendar, CalendarIssue } from '../../shared/calendar/api.ts'
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import { holidaysBetween } from '../../shared/calendar/holidays.ts'
import { noSchedule } from '../../shared/calendar/schedule.ts'
import { deadlinesOf, decisionKey } from '../../shared/calendar/series.ts'
import { type CalendarFacts, openSlots } from '../../shared/calendar/slots.ts'
import type { IssueEntry } from '../issue/issue-catalog.ts'
import type { Newsroom } from '../newsroom.ts'
import { isChangedAfterApproval } from '../workflow/act.ts'

/** How far back a turn may lie that still goes into the next issue, in days. */
export const carriedDays = 60

/** What the turns of the series are counted from, as things stand. */
export const calendarFacts = (newsroom: Newsroom): CalendarFacts => {
  const { series, decisions, daysOff, issues } = newsroom.calendar.get()
  return {
    series,
    decisions,
    daysOff,
    issues: newsroom.issues.entries(),
    made: new Set(Object.values(issues).flatMap(({ turn }) => (turn ? [decisionKey(turn.series, turn.day)] : []))),
    runningBefore: newsroom.settings.get().publication.runningNumber,
    today: dayOf(newsroom.environment.now()),
  }
}

const isApproved = (newsroom: Newsroom, id: string): boolean => {
  const status = newsroom.articles.cell(id, 'status')
  return (status === 'approved' || status === 'published') && !isChangedAfterApproval(newsroom, id)
}

const calendarIssue = (newsroom: Newsroom, { serial, plannedFor, status, pages, pageOf }: IssueEntry): CalendarIssue => {
  const { issues, series } = newsroom.calendar.get()
  const schedule = issues[serial] ?? noSchedule
  const own = series.find(({ id }) => id === schedule.turn?.series)
  const articles = [...pageOf.keys()].filter((id) => newsroom.articles.has(id))
  return {
    ...schedule,
    ...{ serial, plannedFor, status, pages },
    articles: articles.length,
    approved: articles.filter((id) => isApproved(newsroom, id)).length,
    deadlines: own && schedule.pressAt !== null ? [...deadlinesOf(own, schedule.pressAt)] : [],
  }
}

const sendingsBetween = (newsroom: Newsroom, from: Day, to: Day): Calendar['sendings'] =>
  [...newsroom.outbox.rows.all()].flatMap(([delivery, row]) => {
    const kind = row.publishedAt === null ? ('scheduledAt' as const) : ('publishedAt' as const)
    const at = row[kind]
    if (at === null || row.state === 'cancelled' || row.mailing !== null) return []
    const day = dayOf(at)
    if (day < from || day > to) return []
    return [{ delivery, article: row.article, headline: row.content.headline, channel: row.channel, kind, at }]
  })

/** The issues, turns, deliveries and holidays of these days. It reads records and the catalog, never a document. */
export const readCalendar = (newsroom: Newsroom, from: Day, to: Day): Omit<Calendar, 'events' | 'projects' | 'mayDate'> => {
  const facts = calendarFacts(newsroom)
  const { issues } = newsroom.calendar.get()
  const inRange = (day: Day): boolean => day >= from && day <= to
  const comesOut = ({ serial, plannedFor }: IssueEntry): boolean => {
    const publishedAt = issues[serial]?.publishedAt ?? null
    return inRange(plannedFor) || (publishedAt !== null && inRange(dayOf(publishedAt)))
  }
  const slots = openSlots(facts, addDays(facts.today, -carriedDays), to)
  return {
    today: facts.today,
    series: [...facts.series],
    holidays: [...holidaysBetween(from, to, facts.daysOff).values()],
    slots: slots.filter(({ day, plannedFor }) => inRange(day) || (plannedFor !== null && inRange(plannedFor))),
    issues: newsroom.issues
      .entries()
      .filter(comesOut)
      .map((entry) => calendarIssue(newsroom, entry))
      .sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1)),
    sendings: sendingsBetween(newsroom, from, to),
  }
}
