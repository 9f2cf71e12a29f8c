import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/calendar/day.ts'
import { daysOfEvent, shownDays, stretchesOf } from '../../../src/shared/rubric/dates.ts'
import { projectRhythms } from '../../../src/shared/rubric/rubric.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const winter = { from: '2026-12-01', to: '2027-02-28' }
const project = { from: '2024-12-30', to: '2025-01-02', rhythm: 'yearly', closed: false } as const
const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2010-01-01', days))

describe('Q26: the days of events and projects', () => {
  it('an event falls on its day, a yearly one on that of every year since', () => {
    expect(daysOfEvent({ day: '2026-11-05', yearly: false }, november)).toEqual(['2026-11-05'])
    expect(daysOfEvent({ day: '2025-11-05', yearly: false }, november)).toEqual([])
    expect(daysOfEvent({ day: '2020-11-05', yearly: true }, november)).toEqual(['2026-11-05'])
    expect(daysOfEvent({ day: '2027-11-05', yearly: true }, november)).toEqual([])
    expect(daysOfEvent({ day: '2024-02-29', yearly: true }, winter)).toEqual(['2027-02-28'])
  })

  it('a yearly project comes over the turn of the year, a finished one does not come again', () => {
    expect(stretchesOf(project, winter)).toEqual([{ from: '2026-12-30', to: '2027-01-02' }])
    expect(stretchesOf(project, { from: '2027-01-01', to: '2027-01-31' })).toEqual([{ from: '2026-12-30', to: '2027-01-02' }])
    expect(stretchesOf({ ...project, closed: true }, winter)).toEqual([])
    expect(stretchesOf({ ...project, rhythm: 'once' }, { from: '2025-01-01', to: '2025-01-31' })).toHaveLength(1)
    expect(stretchesOf({ ...project, from: null, to: null }, winter)).toEqual([])
  })

  it('a monthly programme comes on the date of its first, the last of a shorter month, until its end', () => {
    const monthly = { ...project, rhythm: 'monthly', from: '2026-08-31', to: '2027-01-31' } as const
    expect(stretchesOf(monthly, winter).map(({ from }) => from)).toEqual(['2026-12-31', '2027-01-31'])
  })

  it('a week stands on each of its days, longer ones where they begin and end', () => {
    expect(shownDays({ from: '2026-11-02', to: '2026-11-08' })).toHaveLength(7)
    expect(shownDays({ from: '2026-11-02', to: '2026-11-09' })).toEqual(['2026-11-02', '2026-11-09'])
  })

  it('of any project two halves of a time show what the whole of it shows', () => {
    fc.assert(
      fc.property(
        fc.record({ first: day, length: fc.integer({ min: 0, max: 500 }), rhythm: fc.constantFrom(...projectRhythms) }),
        fc.record({ from: day, half: fc.integer({ min: 0, max: 400 }), rest: fc.integer({ min: 1, max: 400 }) }),
        ({ first, length, rhythm }, { from, half, rest }) => {
          const one = { from: first, to: addDays(first, length), rhythm, closed: false }
          const [middle, to] = [addDays(from, half), addDays(from, half + rest)]
          const keys = (start: string, end: string) => stretchesOf(one, { from: start, to: end }).map((turn) => turn.from)
          expect(new Set([...keys(from, middle), ...keys(addDays(middle, 1), to)])).toEqual(new Set(keys(from, to)))
        },
      ),
    )
  })
})
