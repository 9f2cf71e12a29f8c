import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../../src/renderer/i18n/format.ts'
import { readDeadline } from '../../../src/renderer/i18n/read-moment.ts'
import { ui } from '../../../src/renderer/i18n/ru/ui.ts'

/** By the newspaper's clock. */
const at = (year: number, month: number, day: number, hour: number, minute: number) =>
  Date.UTC(year, month, day, hour - 3, minute)
const now = at(2026, 10, 24, 14, 30)

describe('a deadline as people write it', () => {
  it('is read with a year, without one, and as a time of today', () => {
    expect(readDeadline('25.11.2026 18:00', now)).toBe(at(2026, 10, 25, 18, 0))
    expect(readDeadline(' 25.11, 9.05 ', now)).toBe(at(2026, 10, 25, 9, 5))
    expect(readDeadline('25.11.26 18:00', now)).toBe(at(2026, 10, 25, 18, 0))
    expect(readDeadline('18:00', now)).toBe(at(2026, 10, 24, 18, 0))
  })

  it('may lie in the past; without a year the nearest one is meant', () => {
    expect(readDeadline('10:00', now)).toBe(at(2026, 10, 24, 10, 0))
    expect(readDeadline('20.11 10:00', now)).toBe(at(2026, 10, 20, 10, 0))
    expect(readDeadline('12.01 10:00', now)).toBe(at(2027, 0, 12, 10, 0))
    expect(readDeadline('30.12 10:00', at(2026, 0, 3, 9, 0))).toBe(at(2025, 11, 30, 10, 0))
  })

  it('is refused where there is no such day or time', () => {
    for (const wrong of [
      '',
      'завтра',
      '29.02 10:00',
      '00.11 10:00',
      '31.11 10:00',
      '25.13 10:00',
      '25.11',
      '25.11 24:00',
      '10:60',
      '25.11.2026',
    ])
      expect(readDeadline(wrong, now)).toBeNull()
  })

  it.each(['ru', 'en'] as const)('is read back as it is written in %s', (language) => {
    for (const moment of [at(2026, 0, 5, 9, 5), at(2029, 1, 28, 23, 59)])
      expect(readDeadline(formatsOf[language].typedMoment(moment), now)).toBe(moment)
  })
})

describe('a deadline in words', () => {
  it('names near days by their names', () => {
    expect(formatsOf.ru.comingMoment(at(2026, 10, 24, 18, 0), now)).toBe('сегодня, 18:00')
    expect(formatsOf.ru.comingMoment(at(2026, 10, 25, 18, 0), now)).toBe('завтра, 18:00')
    expect(formatsOf.ru.comingMoment(at(2026, 10, 23, 18, 0), now)).toBe('вчера, 18:00')
    expect(formatsOf.ru.comingMoment(at(2026, 10, 27, 9, 0), now)).toBe('27 ноября, 09:00')
    expect(formatsOf.ru.comingMoment(at(2027, 0, 12, 18, 0), now)).toMatch(/^12 января 2027 г\., 18:00$/)
  })

  it('says how late in minutes, hours or days', () => {
    expect(ui.lateBy(20_000)).toBe('опаздывает на 1\u00a0минуту')
    expect(ui.lateBy(59 * 60_000)).toBe('опаздывает на 59\u00a0минут')
    expect(ui.lateBy(2 * 3_600_000)).toBe('опаздывает на 2\u00a0часа')
    expect(ui.lateBy(49 * 3_600_000)).toBe('опаздывает на 2\u00a0дня')
  })
})
