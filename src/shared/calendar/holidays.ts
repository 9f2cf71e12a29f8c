import { addDays, type Day, weekdayOf } from './day.ts'

/** A day on which printing houses and post offices do not work, with the reason as people say it. */
export interface Holiday {
  readonly day: Day
  readonly name: string
  /** `transferred` is a day off that a holiday on a weekend has moved to. */
  readonly kind: 'holiday' | 'transferred' | 'own'
}

/** Article 112 of the Labour Code: month and day. */
const fixed: readonly (readonly [monthDay: string, name: string])[] = [
  ['01-01', 'Новогодние каникулы'],
  ['01-02', 'Новогодние каникулы'],
  ['01-03', 'Новогодние каникулы'],
  ['01-04', 'Новогодние каникулы'],
  ['01-05', 'Новогодние каникулы'],
  ['01-06', 'Новогодние каникулы'],
  ['01-07', 'Рождество Христово'],
  ['01-08', 'Новогодние каникулы'],
  ['02-23', 'День защитника Отечества'],
  ['03-08', 'Международный женский день'],
  ['05-01', 'Праздник Весны и Труда'],
  ['05-09', 'День Победы'],
  ['06-12', 'День России'],
  ['11-04', 'День народного единства'],
]

/**
 * Days off as the Government moved them for a year: where to, by the day they are moved from. For a year without an
 * entry only the Code's own rule is known.
 */
const decrees: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  2024: { '01-06': '05-10', '01-07': '12-31', '04-27': '04-29', '11-02': '04-30', '12-28': '12-30' },
  2025: { '01-04': '05-02', '01-05': '12-31', '02-23': '05-08', '03-08': '06-13', '11-01': '11-03' },
  2026: { '01-03': '01-09', '01-04': '12-31' },
}

/** The public holidays of a year and the days off that were moved, in order. */
const publicHolidays = (year: string): readonly Holiday[] => {
  const holidays = fixed.map(([monthDay, name]): Holiday => ({ day: `${year}-${monthDay}`, name, kind: 'holiday' }))
  const days = new Set(holidays.map(({ day }) => day))
  const decree = decrees[year] ?? {}
  const moved: Holiday[] = Object.entries(decree).map(([, to]) => ({
    day: `${year}-${to}`,
    name: 'Перенесённый выходной',
    kind: 'transferred',
  }))
  for (const { day } of holidays) {
    // Weekends among the January holidays move only by decree; those of other holidays by the Code itself.
    const isJanuary = day.slice(5, 7) === '01'
    if (isJanuary || weekdayOf(day) < 6 || decree[day.slice(5)] !== undefined) continue
    let next = addDays(day, 1)
    while (weekdayOf(next) > 5 || days.has(next)) next = addDays(next, 1)
    moved.push({ day: next, name: 'Перенесённый выходной', kind: 'transferred' })
  }
  return [...holidays, ...moved].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Holidays between two days, both included: Russia's public ones and the newsroom's own days off, by day. */
export const holidaysBetween = (
  from: Day,
  to: Day,
  own: readonly { readonly day: Day; readonly name: string }[],
): ReadonlyMap<Day, Holiday> => {
  const holidays = new Map<Day, Holiday>()
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (const holiday of publicHolidays(String(year))) if (!holidays.has(holiday.day)) holidays.set(holiday.day, holiday)
  for (const { day, name } of own) holidays.set(day, { day, name, kind: 'own' })
  return new Map([...holidays].filter(([day]) => day >= from && day <= to))
}
