/** Times a report may be about, up to today; `own` has days of its own. */
export const periods = ['week', 'month', 'quarter', 'year', 'own'] as const
export type Period = (typeof periods)[number]

/** Days as YYYY-MM-DD, the last one included. */
export interface Days {
  readonly from: string
  readonly to: string
}

const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

const lengths: Readonly<Record<Exclude<Period, 'own'>, (date: Date) => void>> = {
  week: (date) => date.setDate(date.getDate() - 6),
  month: (date) => date.setMonth(date.getMonth() - 1),
  quarter: (date) => date.setMonth(date.getMonth() - 3),
  year: (date) => date.setFullYear(date.getFullYear() - 1),
}

/** The days of a period that ends today. */
export const daysOf = (period: Exclude<Period, 'own'>, now: number): Days => {
  const from = new Date(now)
  lengths[period](from)
  return { from: dayOf(from), to: dayOf(new Date(now)) }
}

const midnight = (day: string, later: number): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).getTime()
}

/** The moments of these days, from the first one's midnight up to that after the last one; null where they make no sense. */
export const momentsOf = ({ from, to }: Days): { readonly from: number; readonly to: number } | null => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/
  return isDay.test(from) && isDay.test(to) && from <= to ? { from: midnight(from, 0), to: midnight(to, 1) } : null
}
