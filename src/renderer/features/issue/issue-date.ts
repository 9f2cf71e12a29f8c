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
