import { type IssueSchedule, noSchedule } from '../../shared/calendar/schedule.ts'
import type { Newsroom } from '../newsroom.ts'
import type { CalendarRecord } from './calendar-store.ts'

/** Changes the calendar as it stands; resolves when the change would survive a power cut. */
export const changeCalendar = async (newsroom: Newsroom, edit: (now: CalendarRecord) => CalendarRecord): Promise<void> => {
  await newsroom.calendar.put(edit(newsroom.calendar.get()))
  newsroom.emit({ type: 'changed', feature: 'calendar', id: null })
}

/** Changes what the calendar keeps of one issue. */
export const changeSchedule = (newsroom: Newsroom, serial: string, edit: (now: IssueSchedule) => IssueSchedule): Promise<void> =>
  changeCalendar(newsroom, (now) => ({ ...now, issues: { ...now.issues, [serial]: edit(now.issues[serial] ?? noSchedule) } }))
