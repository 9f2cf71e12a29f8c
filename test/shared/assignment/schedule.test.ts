import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentIn, pressTimeOf, scheduleSchema, stages, stageTimes } from '../../../src/shared/assignment/schedule.ts'

const schedule = scheduleSchema.parse({})

describe('the week counted back from the press', () => {
  it('D1: an issue is signed on the evening before it comes out, by the clocks of Moscow', () => {
    expect(pressTimeOf('2026-11-25', schedule)).toBe(Date.UTC(2026, 10, 24, 15))
  })

  it('D1: the day, the hour and the zone are settings', () => {
    const other = scheduleSchema.parse({ daysBefore: 2, pressTime: '09:30', zone: 'Asia/Vladivostok' })
    expect(pressTimeOf('2026-03-01', other)).toBe(Date.UTC(2026, 1, 26, 23, 30))
  })

  it.each([
    ['2026-03-29', '01:30', Date.UTC(2026, 2, 29, 0, 30)],
    ['2026-03-29', '03:30', Date.UTC(2026, 2, 29, 1, 30)],
    ['2026-10-25', '12:00', Date.UTC(2026, 9, 25, 11)],
  ])('D1: clocks that change on %s are followed: %s', (day, time, moment) => {
    expect(momentIn('Europe/Berlin', day, time)).toBe(moment)
  })

  it('D1: an unknown zone is taken for UTC instead of stopping the newsroom', () => {
    expect(momentIn('Nowhere/None', '2026-11-24', '18:00')).toBe(Date.UTC(2026, 10, 24, 18))
  })

  it('D2: each stage ends so many hours before the press, in the order of the work', () => {
    const press = pressTimeOf('2026-11-25', schedule)
    const times = stageTimes(press, schedule)
    const inOrder = stages.map((stage) => times[stage])
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
    expect(times.layout).toBeLessThan(press)
    expect(press - times.file).toBe(schedule.hours.file * 3_600_000)
  })

  it('D1: any day has a press time on the day before, whatever the year', () =>
    fc.assert(
      fc.property(fc.date({ min: new Date('2015-01-02'), max: new Date('2060-01-01'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(pressTimeOf(day, schedule)).toBe(Date.parse(`${day}T15:00:00Z`) - 24 * 3_600_000)
      }),
    ))
})
