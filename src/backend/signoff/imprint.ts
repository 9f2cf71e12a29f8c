import { newspaperZone } from '../../shared/calendar/day.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { signOffLine, stampImprint } from '../../shared/signoff/imprint-slot.ts'
import { pressTimeOf } from '../calendar/press-time.ts'
import type { Newsroom } from '../newsroom.ts'
import { publicationOf } from '../settings/publication-of.ts'

/**
 * The imprint of an issue: its line of the signature bears the times of the signature that was given. Before it the line
 * shows that the time is still to come where people sign, and stands as it was written where nobody does.
 */
export const imprintOf = (newsroom: Newsroom, issue: Pick<Issue, 'serial' | 'plannedFor' | 'look'>): readonly string[] => {
  const { imprint } = publicationOf(newsroom, issue)
  const signing = newsroom.signOffs.of(issue.serial).issue.at(-1)
  if (!signing && !newsroom.ledger.begun()) return imprint
  const times = signing
    ? { planned: signing.content.plannedAt, actual: signing.at }
    : { planned: pressTimeOf(newsroom, issue), actual: null }
  return stampImprint(imprint, times, newspaperZone)
}

/** Which line of the imprint of an issue is stamped; -1 where none is. */
export const stampedLine = (newsroom: Newsroom, issue: Pick<Issue, 'look'>): number =>
  signOffLine(publicationOf(newsroom, issue).imprint)
