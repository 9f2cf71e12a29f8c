import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/calendar/day.ts'
import { inOrderOfDays, numberIssue, numbersOf, serialOf } from '../../../src/shared/issue/serial.ts'

interface Dated {
  readonly serial: string
  readonly plannedFor: string
}

/** Puts an issue in as the program does: those after it get their new numbers. */
const insert = (issues: readonly Dated[], plannedFor: string, count = 1): readonly Dated[] => {
  const { serial, renumbered } = numberIssue(issues, plannedFor, 1294, count)
  const renamed = new Map(renumbered.map(({ from, to }) => [from, to]))
  return [...issues.map((issue) => ({ ...issue, serial: renamed.get(issue.serial) ?? issue.serial })), { serial, plannedFor }]
}

const runningOf = ({ serial }: Dated): readonly [number, number] => numbersOf(serial)?.running ?? [0, 0]

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-01-01', days))

test('Q1: номер читается и пишется одинаково, и сдвоенный тоже', () => {
  for (const serial of ['47 (1295)', '1–2 (1301–1302)']) {
    const numbers = numbersOf(serial)
    expect(numbers && serialOf(numbers)).toBe(serial)
  }
  expect(numbersOf('спецвыпуск')).toBeNull()
})

test('Q1: в каком бы порядке ни заводили номера, они разные и растут со дня на день', () => {
  const turns = fc.array(fc.record({ day, count: fc.integer({ min: 1, max: 3 }) }), { maxLength: 40 })
  fc.assert(
    fc.property(turns, (given) => {
      const unique = given.filter((one, at) => given.findIndex((other) => other.day === one.day) === at)
      const issues = inOrderOfDays(unique.reduce<readonly Dated[]>((all, one) => insert(all, one.day, one.count), []))
      for (const [at, issue] of issues.entries()) {
        const before = issues[at - 1]
        if (!before) continue
        expect(runningOf(issue)[0]).toBeGreaterThan(runningOf(before)[1])
        if (before.plannedFor.slice(0, 4) === issue.plannedFor.slice(0, 4))
          expect(numbersOf(issue.serial)?.inYear[0] ?? 0).toBeGreaterThan(numbersOf(before.serial)?.inYear[1] ?? 0)
      }
    }),
  )
})

test('Q2: еженедельник десять лет подряд — без дыр, номер в году начинается с первого', () => {
  let issues: readonly Dated[] = [{ serial: '1 (1301)', plannedFor: '2027-01-06' }]
  for (let week = 1; week < 520; week += 1) issues = insert(issues, addDays('2027-01-06', 7 * week))
  for (const [at, issue] of issues.entries()) {
    expect(runningOf(issue)).toEqual([1301 + at, 1301 + at])
    const before = issues[at - 1]
    if (before && before.plannedFor.slice(0, 4) !== issue.plannedFor.slice(0, 4)) expect(issue.serial).toMatch(/^1 \(/)
  }
})

test('Q3: вставленный номер сдвигает следующие и говорит какие; в новом году номер в году остаётся', () => {
  const issues = [
    { serial: '51 (1299)', plannedFor: '2026-12-16' },
    { serial: '52 (1300)', plannedFor: '2026-12-23' },
    { serial: '1 (1301)', plannedFor: '2027-01-06' },
  ]
  expect(numberIssue(issues, '2026-12-18', 0)).toEqual({
    serial: '52 (1300)',
    renumbered: [
      { from: '52 (1300)', to: '53 (1301)' },
      { from: '1 (1301)', to: '1 (1302)' },
    ],
  })
  expect(numberIssue(issues, '2027-01-13', 0)).toEqual({ serial: '2 (1302)', renumbered: [] })
})

test('Q3: пропущенная неделя не оставляет дыры, а свободный номер занимают без сдвига', () => {
  const gap = [
    { serial: '47 (1295)', plannedFor: '2026-11-25' },
    { serial: '49 (1297)', plannedFor: '2026-12-09' },
  ]
  expect(numberIssue(gap, '2026-12-02', 0)).toEqual({ serial: '48 (1296)', renumbered: [] })
  expect(numberIssue([{ serial: '47 (1295)', plannedFor: '2026-11-25' }], '2026-12-09', 0).serial).toBe('48 (1296)')
})
