import type { Notice } from '../../../shared/notification/notification.ts'
import type { StaffMember } from '../../../shared/staff/staff.ts'
import { hrefOf } from '../../app/router.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Messages } from '../../i18n/ru.ts'

interface Wording {
  readonly words: Messages['notification']
  readonly format: Formats
  readonly staff: readonly StaffMember[]
  readonly now: number
}

/** A notice as people read it: what it is about, and what there is to know. */
export const describeNotice = (
  notice: Notice,
  { words, format, staff, now }: Wording,
): { readonly title: string; readonly what: string } => {
  const { kind, by, due, issue, article, headline, count } = notice
  const who = staff.find(({ id }) => id === by)?.name ?? words.somebody
  const when = due === null ? '' : format.comingMoment(due, now)
  const title = article === null && issue !== null ? words.issue(issue) : headline || words.untitled
  const whatOf = (): string => {
    switch (kind) {
      case 'assigned':
      case 'returned':
      case 'mentioned':
        return words.said[kind](who)
      case 'toSign':
        return article === null ? words.said.toSignIssue : words.said.toSign
      case 'dueSoon':
      case 'late':
        return words.said[kind](when)
      case 'escalation':
        return words.said.escalation(count, when)
    }
  }
  return { title, what: whatOf() }
}

/** Where a notice leads: the article, or what is to be signed of the issue. */
export const addressOf = ({ article }: Notice): string =>
  article === null ? hrefOf({ section: 'signoff', page: null }) : hrefOf({ section: 'article', article })
