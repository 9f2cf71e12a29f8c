import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/calendar/day.ts'
import type { Cadence } from '../../../src/shared/rubric/rubric.ts'
import { type IssueRubrics, nextDayOf, standingOf } from '../../../src/shared/rubric/standing.ts'

const law = (cadence: Cadence) => ({ name: 'Право на право', cadence })
const weekly = { kind: 'issues', every: 1 } as const

/** Weekly issues since 4 November 2026 that came out, each with or without the rubric. */
const out = (...present: readonly boolean[]): readonly IssueRubrics[] =>
  present.map((has, at) => ({
    serial: `${44 + at}`,
    day: addDays('2026-11-04', 7 * at),
    rubrics: new Set(has ? ['право на право'] : ['новости']),
    isOut: true,
  }))
const inWork = (has: boolean): IssueRubrics => ({
  ...{ serial: '50', day: '2026-12-16', isOut: false },
  rubrics: new Set(has ? ['право на право'] : []),
})
const today = '2026-12-10'

describe('a rubric', () => {
  it('U3: counts the issues that came out without it', () => {
    expect(standingOf(law(weekly), out(true, false, false), today)).toMatchObject({
      ...{ missed: 2, state: 'late', planned: null },
      last: { serial: '44', day: '2026-11-04' },
    })
    expect(standingOf(law(weekly), [...out(false, true), inWork(false)], today)).toMatchObject({ missed: 0, state: 'due' })
  })

  it('U3: has missed every issue that is known where it never stood', () =>
    expect(standingOf(law(weekly), out(false, false, false), today)).toMatchObject({ last: null, missed: 3, state: 'late' }))

  it('U4: is planned where it stands in an issue in work, however late it was', () =>
    expect(standingOf(law(weekly), [...out(false, false), inWork(true)], today)).toMatchObject({
      ...{ missed: 2, planned: '50', state: 'planned' },
    }))

  it('U4: is due in the last issue that keeps its cadence', () => {
    const every = (count: number) => standingOf(law({ kind: 'issues', every: count }), out(true, false, false), today).state
    expect([every(2), every(3), every(4)]).toEqual(['late', 'due', 'resting'])
  })

  it('U4: that is monthly may rest in the month it stood in, and is late after a whole month without it', () => {
    const monthly = law({ kind: 'monthly' })
    const next = (day: string): IssueRubrics => ({ serial: '60', day, isOut: false, rubrics: new Set() })
    const state = (day: string) => standingOf(monthly, [...out(true), next(day)], today).state
    expect([state('2026-11-25'), state('2026-12-02'), state('2027-01-13')]).toEqual(['resting', 'due', 'late'])
  })

  it('U4: that comes as it comes is never due', () =>
    expect(standingOf(law({ kind: 'free' }), out(false, false), today).state).toBe('resting'))

  it('U3: no issue with it lies among those it has missed', () =>
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (present) => {
        const { missed, last } = standingOf(law(weekly), out(...present), today)
        expect(present.slice(present.length - missed)).not.toContain(true)
        expect(last === null).toBe(!present.includes(true))
      }),
    ))
})

describe('an event', () => {
  it('U5: comes again next year, on 28 February where there is no 29th', () => {
    expect(nextDayOf({ day: '2020-10-05', yearly: true }, '2026-10-05')).toBe('2026-10-05')
    expect(nextDayOf({ day: '2020-10-05', yearly: true }, '2026-10-06')).toBe('2027-10-05')
    expect(nextDayOf({ day: '2024-02-29', yearly: true }, '2026-12-01')).toBe('2027-02-28')
    expect(nextDayOf({ day: '2026-10-05', yearly: false }, '2026-12-01')).toBe('2026-10-05')
  })
})
