import { addDays, dayOf, weekdayOf } from '../../../shared/calendar/day.ts'

/**
 * The next day of publication after today on which no issue is planned yet; `weekday` 1 is Monday, 3 «среда».
 */
export const nextIssueDay = (now: number, weekday: number, taken: readonly string[]): string => {
  const today = dayOf(now)
  const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7
  for (let days = ahead; ; days += 7) {
    const day = addDays(today, days)
    if (!taken.includes(day)) return day
  }
}
