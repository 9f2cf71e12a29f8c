const two = (value: number): string => String(value).padStart(2, '0')

/** YYYY-MM-DD of a local day. */
const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/**
 * The next day of publication after today on which no issue is planned yet; `weekday` 1 is Monday, 3 «среда».
 */
export const nextIssueDay = (now: number, weekday: number, taken: readonly string[]): string => {
  const today = new Date(now)
  const ahead = ((weekday % 7) - today.getDay() + 7) % 7 || 7
  for (let days = ahead; ; days += 7) {
    const day = dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() + days))
    if (!taken.includes(day)) return day
  }
}

/** YYYY-MM-DD of «25.11.2026», «25.11.26», «25/11/2026» or YYYY-MM-DD; null when there is no such day. */
export const readDay = (text: string): string | null => {
  const written = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})$/.exec(text.trim())
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  const [year, month, date] = written
    ? [Number(written[3]) + (written[3]?.length === 2 ? 2000 : 0), Number(written[2]), Number(written[1])]
    : iso
      ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
      : [0, 0, 0]
  const day = new Date(year, month - 1, date)
  return year >= 1900 && day.getMonth() === month - 1 && day.getDate() === date ? dayOf(day) : null
}
