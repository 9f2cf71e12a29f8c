import { pressTimeOf } from '../../shared/assignment/schedule.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { signOffLine, stampImprint } from '../../shared/signoff/imprint-slot.ts'
import type { Newsroom } from '../newsroom.ts'

type Numbered = Pick<Issue, 'serial' | 'plannedFor'>

/** When an issue is to be signed, milliseconds since 1970: as the calendar has it, else by the newspaper's schedule. */
export const plannedPressTime = ({ calendar, settings }: Newsroom, { serial, plannedFor }: Numbered): number =>
  calendar.get().issues[serial]?.pressAt ?? pressTimeOf(plannedFor, settings.get().publication.schedule)

/**
 * The imprint of an issue: its line of the signature bears the times of the signature that was given. Before it the line
 * shows that the time is still to come where people sign, and stands as it was written where nobody does.
 */
export const imprintOf = (newsroom: Newsroom, issue: Numbered): readonly string[] => {
  const { imprint, schedule } = newsroom.settings.get().publication
  const signing = newsroom.signOffs.of(issue.serial).issue.at(-1)
  if (!signing && !newsroom.ledger.begun()) return imprint
  const times = signing
    ? { planned: signing.content.plannedAt, actual: signing.at }
    : { planned: plannedPressTime(newsroom, issue), actual: null }
  return stampImprint(imprint, times, schedule.zone)
}

/** Which line of the newspaper's imprint is stamped; -1 where none is. */
export const stampedLine = ({ settings }: Newsroom): number => signOffLine(settings.get().publication.imprint)
