import { addDays, dayOf, daysBetween, momentOf } from '../../shared/calendar/day.ts'

const halfYear = 183

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * The moment a person wrote by the newspaper's clock, in milliseconds since 1970; null when it is none. Written as «24.11.2026 18:00» (or with
 * strokes), «24.11 18:00» (of the years around now the nearest) or «18:00» (today). A moment in the past is one: a text may be due already.
 */
export const readDeadline = (written: string, now: number): number | null => {
  const parts = /^(?:(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?,?\s+)?(\d{1,2})[:.](\d{2})$/.exec(written.trim())
  if (!parts) return null
  const [day, month, year, hour = 0, minute = 0] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  const today = dayOf(now)
  const thisYear = Number(today.slice(0, 4))
  const inYear = (of: number) => (day === undefined ? today : `${of}-${two(month ?? 0)}-${two(day)}`)
  const exists = (date: string) => !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && addDays(date, 0) === date
  const nearest = () => {
    const own = inYear(thisYear)
    // In a year without a 29 February there is nothing to be near to.
    const off = exists(own) ? daysBetween(today, own) : 0
    return Math.abs(off) > halfYear ? inYear(thisYear - Math.sign(off)) : own
  }
  const date = year === undefined ? nearest() : inYear(year < 100 ? 2000 + year : year)
  return exists(date) && hour < 24 && minute < 60 ? momentOf(date, `${two(hour)}:${two(minute)}`) : null
}
