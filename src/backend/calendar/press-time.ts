import { pressMoment, usualPress } from '../../shared/calendar/press.ts'
import type { IssueEntry } from '../issue/issue-catalog.ts'
import type { Newsroom } from '../newsroom.ts'

/**
 * When an issue goes to the printer, milliseconds since 1970: as the calendar says, else as the series it was made from
 * or the newsroom's first one, else as usual (rule Q13).
 */
export const pressTimeOf = (
  { calendar }: Pick<Newsroom, 'calendar'>,
  { serial, plannedFor }: Pick<IssueEntry, 'serial' | 'plannedFor'>,
): number => {
  const { issues, series } = calendar.get()
  const own = issues[serial]
  const [first] = series
  const made = series.find(({ id }) => id === own?.turn?.series) ?? first
  return own?.pressAt ?? pressMoment(made?.press ?? usualPress, plannedFor)
}
