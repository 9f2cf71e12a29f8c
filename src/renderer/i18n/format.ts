import { type Language, localeOf } from './language.ts'

/** How numbers, dates and sizes are written in one language. Moments are milliseconds since 1970, local time. */
export interface Formats {
  /** «12 400», at most one digit after the point. */
  readonly number: (value: number) => string
  /** «14:48». */
  readonly time: (at: number) => string
  /** «вторник, 24 ноября 2026 г.» */
  readonly today: (at: number) => string
  /** «сегодня, 14:48», «вчера, 9:05», «12 ноября» or, in another year, «12 ноября 2025 г.» */
  readonly moment: (at: number, now: number) => string
  /** A moment with its time whatever the day: «завтра, 10:00», «25 ноября, 10:00»; for deadlines and what is to come. */
  readonly comingMoment: (at: number, now: number) => string
  /** A day without a time, YYYY-MM-DD, as «среда, 25 ноября». */
  readonly day: (day: string) => string
  /** «ноябрь 2026 г.» of a day of that month. */
  readonly month: (day: string) => string
  /** «25 ноября». */
  readonly date: (day: string) => string
  /** «ср». */
  readonly weekday: (day: string) => string
  /** «18:00» by the clock of a time zone such as «Europe/Moscow». */
  readonly timeIn: (zone: string, at: number) => string
  /** The same day as it is typed: «25.11.2026». */
  readonly typedDay: (day: string) => string
  /** A moment as it is typed: «24.11.2026 18:00». */
  readonly typedMoment: (at: number) => string
  /** Lines over («+14») or missing («−3»); null when the text fits to the line. */
  readonly overset: (overset: number) => string | null
  /** «1,4 МБ». */
  readonly bytes: (bytes: number) => string
}

const dateOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

const createFormats = (language: Language): Formats => {
  const locale = localeOf[language]
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'always' })
  const sizes = (unit: string) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
    })
  const kilobytes = sizes('kilobyte')
  const megabytes = sizes('megabyte')
  const days = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const time = dates({ hour: '2-digit', minute: '2-digit' })
  const dayMonth = dates({ day: 'numeric', month: 'long' })
  const dayMonthYear = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  const weekdayDate = dates({ weekday: 'long', day: 'numeric', month: 'long' })
  const fullDate = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const monthYear = dates({ month: 'long', year: 'numeric' })
  const weekday = dates({ weekday: 'short' })
  const typed = dates({ day: '2-digit', month: '2-digit', year: 'numeric' })

  /** «сегодня», «вчера», «завтра»; null for any other day. */
  const near = (then: Date, now: Date): string | null => {
    for (const away of [0, -1, 1]) {
      const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + away)
      if (then.toDateString() === day.toDateString()) return days.format(away, 'day')
    }
    return null
  }
  const date = (then: Date, now: Date): string =>
    then.getFullYear() === now.getFullYear() ? dayMonth.format(then) : dayMonthYear.format(then)

  return {
    number: (value) => numbers.format(value),
    time: (at) => time.format(at),
    today: (at) => fullDate.format(at),
    moment: (at, now) => {
      const [then, today] = [new Date(at), new Date(now)]
      const word = near(then, today)
      return word === null ? date(then, today) : `${word}, ${time.format(then)}`
    },
    comingMoment: (at, now) => {
      const [then, today] = [new Date(at), new Date(now)]
      return `${near(then, today) ?? date(then, today)}, ${time.format(then)}`
    },
    day: (day) => weekdayDate.format(dateOf(day)),
    month: (day) => monthYear.format(dateOf(day)),
    date: (day) => dayMonth.format(dateOf(day)),
    weekday: (day) => weekday.format(dateOf(day)),
    timeIn: (timeZone, at) => dates({ hour: '2-digit', minute: '2-digit', timeZone }).format(at),
    typedDay: (day) => typed.format(dateOf(day)),
    typedMoment: (at) => `${typed.format(at)} ${time.format(at)}`,
    overset: (overset) => (overset === 0 ? null : signed.format(overset).replace('-', '\u2212')),
    bytes: (bytes) =>
      bytes < 1024 * 1024 ? kilobytes.format(Math.max(1, Math.round(bytes / 1024))) : megabytes.format(bytes / 1024 / 1024),
  }
}

export const formatsOf: Readonly<Record<Language, Formats>> = { ru: createFormats('ru'), en: createFormats('en') }
