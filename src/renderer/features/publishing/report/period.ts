import { addDays, addMonths, type Day, dayOf, momentOf } from '../../../../shared/calendar/day.ts'

/** Times a report may be about, up to today; `own` has days of its own. */
export const periods = ['week', 'month', 'quarter', 'year', 'own'] as const
export type Period = (typeof periods)[number]

/** Days as YYYY-MM-DD, the last one included. */
export interface Days {
  readonly from: string
  readonly to: string
}

const beginnings: Readonly<Record<Exclude<Period, 'own'>, (today: Day) => Day>> = {
  week: (today) => addDays(today, -6),
  month: (today) => addMonths(today, -1),
  quarter: (today) => addMonths(today, -3),
  year: (today) => addMonths(today, -12),
}

/** The days of a period that ends today, by the newspaper's calendar. */
export const daysOf = (period: Exclude<Period, 'own'>, now: number): Days => {
  const to = dayOf(now)
  return { from: beginnings[period](to), to }
}

const midnight = (day: Day): number => momentOf(day, '00:00')

/** The moments of these days, from the first one's midnight up to that after the last one; null where they make no sense. */
export const momentsOf = ({ from, to }: Days): { readonly from: number; readonly to: number } | null => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/
  return isDay.test(from) && isDay.test(to) && from <= to ? { from: midnight(from), to: midnight(addDays(to, 1)) } : null
}
