import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../../src/renderer/i18n/format.ts'

const { ru, en } = formatsOf
/** The newspaper's time in November, as the formats show it. */
const at = (day: number, hour: number, minute: number, year = 2026) => Date.UTC(year, 10, day, hour - 3, minute)
const now = at(24, 12, 0)
const spaced = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('what screens write in Russian', () => {
  it('groups numbers and signs lines', () => {
    expect(spaced(ru.number(12_400))).toBe('12 400')
    expect(ru.number(1.25)).toBe('1,3')
    expect([ru.overset(14), ru.overset(-3), ru.overset(0)]).toEqual(['+14', '\u22123', null])
  })

  it.each([
    [at(24, 9, 5), 'сегодня, 09:05'],
    [at(23, 23, 59), 'вчера, 23:59'],
    [at(25, 10, 0), 'завтра, 10:00'],
    [at(12, 8, 0), '12 ноября'],
    [at(12, 8, 0, 2025), '12 ноября 2025 г.'],
  ])('tells a moment by how near it is', (moment, written) => {
    expect(spaced(ru.moment(moment, now))).toBe(written)
  })

  it('gives a coming moment its time', () => {
    expect(ru.comingMoment(at(28, 10, 0), now)).toBe('28 ноября, 10:00')
  })

  it('names a day without moving it across midnight, and writes it as it is typed', () => {
    expect(ru.day('2026-11-25')).toBe('среда, 25 ноября')
    expect(ru.typedDay('2026-11-05')).toBe('05.11.2026')
    expect(spaced(ru.today(now))).toBe('вторник, 24 ноября 2026 г.')
  })

  it('writes sizes in kB, then in MB', () => {
    expect([10, 20_480, 1_468_006].map(ru.bytes).map(spaced)).toEqual(['1 кБ', '20 кБ', '1,4 МБ'])
  })
})

describe('what screens write in English', () => {
  it('does it in the same places by its own rules', () => {
    expect(en.number(12_400)).toBe('12,400')
    expect(en.moment(at(24, 9, 5), now)).toBe('today, 09:05')
    expect(en.day('2026-11-25')).toBe('Wednesday 25 November')
    expect(en.typedDay('2026-11-25')).toBe('25/11/2026')
    expect(spaced(en.bytes(1_468_006))).toBe('1.4 MB')
    expect(en.overset(-3)).toBe('\u22123')
  })
})
