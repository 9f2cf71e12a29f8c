const halfYear = 183 * 24 * 3_600_000

/**
 * The moment a person wrote, in milliseconds since 1970; null when it is none. Written as «24.11.2026 18:00» (or with
 * strokes), «24.11 18:00» (of the years around now the nearest) or «18:00» (today). A moment in the past is one: a text may be due already.
 */
export const readDeadline = (written: string, now: number): number | null => {
  const parts = /^(?:(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?,?\s+)?(\d{1,2})[:.](\d{2})$/.exec(written.trim())
  if (!parts) return null
  const today = new Date(now)
  const [day, month, year, hour, minute] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)))
  const inYear = (of: number) =>
    new Date(of, month ? month - 1 : today.getMonth(), day ?? today.getDate(), hour ?? 0, minute ?? 0)
  const thisYear = inYear(today.getFullYear())
  const off = thisYear.getTime() - now
  const nearest = day !== null && Math.abs(off) > halfYear ? inYear(today.getFullYear() - Math.sign(off)) : thisYear
  const moment = year ? inYear(year < 100 ? 2000 + year : year) : nearest
  const exists =
    moment.getHours() === hour &&
    moment.getMinutes() === minute &&
    (day === null || (moment.getDate() === day && moment.getMonth() === (month ?? 0) - 1))
  return exists ? moment.getTime() : null
}
