import { addDays, type Day } from '../calendar/day.ts'

/**
 * Days after the day of publication within which the copies in electronic form have to arrive (№ 77-ФЗ, article 7); printed
 * copies of a newspaper leave on the day itself.
 */
const electronicDays = 7

/** The last day for the copies in electronic form. */
export const depositDue = (plannedFor: Day): Day => addDays(plannedFor, electronicDays)

/** Days for which an issue that nobody has sent copies of is spoken of: what is older was settled without this program. */
const rememberedDays = 30

/** What is known of an issue's legal deposit. */
export interface DepositFacts {
  readonly plannedFor: Day
  /** It has come out. */
  readonly isOut: boolean
  readonly isSent: boolean
}

/** Do copies of an issue still have to be sent? */
export const owesDeposit = ({ plannedFor, isOut, isSent }: DepositFacts, today: Day): boolean =>
  isOut && !isSent && plannedFor >= addDays(today, -rememberedDays)
