const numbers = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 })
const time = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit' })
const dayMonth = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long' })
const weekdayDate = new Intl.DateTimeFormat('ru', { weekday: 'long', day: 'numeric', month: 'long' })
const fullDate = new Intl.DateTimeFormat('ru', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const dayMonthYear = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric' })

export const formatNumber = (value: number): string => numbers.format(value)

/** «14:48». */
export const formatTime = (at: number): string => time.format(at)

/** «вторник, 24 ноября 2026 г.» */
export const formatToday = (at: number): string => fullDate.format(at)

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString()

/** «сегодня, 14:48», «вчера, 9:05», «12 ноября» or, in another year, «12 ноября 2025 г.» */
export const formatMoment = (at: number, now: number): string => {
  const then = new Date(at)
  const today = new Date(now)
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  if (sameDay(then, today)) return `сегодня, ${time.format(then)}`
  if (sameDay(then, yesterday)) return `вчера, ${time.format(then)}`
  return then.getFullYear() === today.getFullYear() ? dayMonth.format(then) : dayMonthYear.format(then)
}

/** When a text is due: «сегодня, 18:00», «завтра, 18:00», «24 ноября, 18:00»; in another year with the year. */
export const formatDue = (at: number, now: number): string => {
  const then = new Date(at)
  const today = new Date(now)
  const dayFrom = (days: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() + days)
  const day = sameDay(then, today)
    ? 'сегодня'
    : sameDay(then, dayFrom(1))
      ? 'завтра'
      : sameDay(then, dayFrom(-1))
        ? 'вчера'
        : (then.getFullYear() === today.getFullYear() ? dayMonth : dayMonthYear).format(then)
  return `${day}, ${time.format(then)}`
}

/** A day without a time, YYYY-MM-DD, as «среда, 25 ноября». */
export const formatDay = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return weekdayDate.format(new Date(year, month - 1, date))
}

/** Lines over («+14») or missing («−3»); null when the text fits to the line. */
export const formatOverset = (overset: number): string | null =>
  overset === 0 ? null : overset > 0 ? `+${numbers.format(overset)}` : `\u2212${numbers.format(-overset)}`

/** «1,4 МБ». */
export const formatBytes = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${numbers.format(Math.max(1, Math.round(bytes / 1024)))}\u00a0кБ`
    : `${numbers.format(bytes / 1024 / 1024)}\u00a0МБ`
