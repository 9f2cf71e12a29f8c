import { dayOf } from '../../shared/calendar/day.ts'
import { depositDue, owesDeposit } from '../../shared/deposit/deposit.ts'
import type { DeskDeposit } from '../../shared/desk/api.ts'
import type { Newsroom } from '../newsroom.ts'

/** The issues of which legal deposit copies have to be sent, the oldest first. */
export const depositsOwed = (newsroom: Newsroom): readonly DeskDeposit[] => {
  const today = dayOf(newsroom.environment.now())
  const { issues } = newsroom.calendar.get()
  return newsroom.issues
    .entries()
    .filter(({ serial, plannedFor, status }) => {
      const isOut = status === 'published' || status === 'archived'
      return owesDeposit({ plannedFor, isOut, isSent: (issues[serial]?.deposited ?? null) !== null }, today)
    })
    .map(({ serial, plannedFor }) => ({ issue: serial, due: depositDue(plannedFor), isLate: depositDue(plannedFor) < today }))
    .sort((a, b) => (a.due < b.due ? -1 : 1))
}
