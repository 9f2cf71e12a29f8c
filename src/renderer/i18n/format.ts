import { addDays, dayOf, newspaperZone, timeOf } from '../../shared/calendar/day.ts'
import { type Language, localeOf } from './language.ts'

/** How numbers, dates and sizes are written in one language. Moments are milliseconds since 1970, shown by the newspaper's clock. */
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
  /** The same day as it is typed: «25.11.2026». */
  readonly typedDay: (day: string) => string
  /** A moment as it is typed: «24.11.2026 18:00». */
  readonly typedMoment: (at: number) => string
  /** Lines over («+14») or missing («−3»); null when the text fits to the line. */
  readonly overset: (overset: number) => string | null
  /** «1,4 МБ». */
  readonly bytes: (bytes: number) => string
}

/** A day without a time is counted in UTC, where no clock is put forward. */
const dateOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

const createFormats = (language: Language): Formats => {
  const locale = localeOf[language]
  const dates = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC') =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone })
  const moments = (options: Intl.DateTimeFormatOptions) => dates(options, newspaperZone)
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
  const time = moments({ hour: '2-digit', minute: '2-digit' })
  const dayMonth = moments({ day: 'numeric', month: 'long' })
  const dayMonthYear = moments({ day: 'numeric', month: 'long', year: 'numeric' })
  const plainDayMonth = dates({ day: 'numeric', month: 'long' })
  const weekdayDate = dates({ weekday: 'long', day: 'numeric', month: 'long' })
  const fullDate = moments({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const monthYear = dates({ month: 'long', year: 'numeric' })
  const weekday = dates({ weekday: 'short' })
  const typedParts = { day: '2-digit', month: '2-digit', year: 'numeric' } as const
  const typed = dates(typedParts)
  const typedAt = moments(typedParts)

  /** «сегодня», «вчера», «завтра»; null for any other day. */
  const near = (then: number, now: number): string | null => {
    const [day, today] = [dayOf(then), dayOf(now)]
    for (const away of [0, -1, 1]) if (day === addDays(today, away)) return days.format(away, 'day')
    return null
  }
  const date = (then: number, now: number): string =>
    dayOf(then).slice(0, 4) === dayOf(now).slice(0, 4) ? dayMonth.format(then) : dayMonthYear.format(then)

  return {
    number: (value) => numbers.format(value),
    time: (at) => time.format(at),
    today: (at) => fullDate.format(at),
    moment: (at, now) => {
      const word = near(at, now)
      return word === null ? date(at, now) : `${word}, ${time.format(at)}`
    },
    comingMoment: (at, now) => `${near(at, now) ?? date(at, now)}, ${time.format(at)}`,
    day: (day) => weekdayDate.format(dateOf(day)),
    month: (day) => monthYear.format(dateOf(day)),
    date: (day) => plainDayMonth.format(dateOf(day)),
    weekday: (day) => weekday.format(dateOf(day)),
    typedDay: (day) => typed.format(dateOf(day)),
    typedMoment: (at) => `${typedAt.format(at)} ${time.format(at)}`,
    overset: (overset) => (overset === 0 ? null : signed.format(overset).replace('-', '\u2212')),
    bytes: (bytes) =>
      bytes < 1024 * 1024 ? kilobytes.format(Math.max(1, Math.round(bytes / 1024))) : megabytes.format(bytes / 1024 / 1024),
  }
}

export const formatsOf: Readonly<Record<Language, Formats>> = { ru: createFormats('ru'), en: createFormats('en') }

/** Does this computer's clock show another time than the newspaper's? */
export const isOtherClock = (now: number): boolean =>
  new Intl.DateTimeFormat('en-CA', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now) !== timeOf(now)
