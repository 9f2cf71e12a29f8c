/** A day of the calendar without a time, YYYY-MM-DD. */
export type Day = string

const dayMs = 24 * 3600 * 1000

const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** The day so many days later; before it with a negative number. */
export const addDays = (day: Day, days: number): Day => new Date(utcOf(day) + days * dayMs).toISOString().slice(0, 10)

/** Days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utcOf(to) - utcOf(from)) / dayMs)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(utcOf(day)).getUTCDay() || 7

/** The Monday of the week of a day. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** The same date so many months later; the last of a shorter month. */
export const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}

/** All days from one to another, both included. */
export const daysFrom = (from: Day, to: Day): readonly Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at))

/** Where the newspaper's days and hours are counted, wherever its computers stand. */
export const newspaperZone = 'Europe/Moscow'

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: newspaperZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const partsOf = (at: number): { readonly day: Day; readonly time: string } => {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** The newspaper's day of a moment, milliseconds since 1970. */
export const dayOf = (at: number): Day => partsOf(at).day

/** What the newspaper's clock shows at a moment, such as «18:00». */
export const timeOf = (at: number): string => partsOf(at).time

/** The moment of a day and a time such as «18:00» by the newspaper's clock. */
export const momentOf = (day: Day, time: string): number => {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const { day: shownDay, time: shownTime } = partsOf(asUtc)
  return asUtc - (Date.parse(`${shownDay}T${shownTime}:00Z`) - asUtc)
}

/** When the newspaper's day that a moment is in ends: its last millisecond. */
export const endOfDay = (at: number): number => momentOf(addDays(dayOf(at), 1), '00:00') - 1
