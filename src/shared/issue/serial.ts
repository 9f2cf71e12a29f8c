import type { Issue } from './issue.ts'

/**
 * The numbers of an issue: in its year and running, each from the first to the last it bears; a double issue bears two
 * of each.
 */
export interface IssueNumbers {
  readonly inYear: readonly [first: number, last: number]
  readonly running: readonly [first: number, last: number]
}

const pattern = /^(\d+)(?:–(\d+))? \((\d+)(?:–(\d+))?\)$/

/** Reads «47 (1295)» and, of a double issue, «1–2 (1301–1302)»; null for anything else. */
export const numbersOf = (serial: string): IssueNumbers | null => {
  const match = pattern.exec(serial)
  if (!match) return null
  const [inYear, running] = [Number(match[1]), Number(match[3])]
  return { inYear: [inYear, Number(match[2] ?? inYear)], running: [running, Number(match[4] ?? running)] }
}

const range = ([first, last]: readonly [number, number]): string => (first === last ? String(first) : `${first}–${last}`)

/** The serial that bears these numbers. */
export const serialOf = ({ inYear, running }: IssueNumbers): string => `${range(inYear)} (${range(running)})`

/** The numbers that follow others; `inYear` is the first of those in the year. */
const following = (before: IssueNumbers, inYear: number, count: number): IssueNumbers => {
  const running = before.running[1] + 1
  return { inYear: [inYear, inYear + count - 1], running: [running, running + count - 1] }
}

const weekMs = 7 * 24 * 3600 * 1000

/** How many weeks of its year had begun by a day, YYYY-MM-DD: what a weekly's first known issue is numbered by. */
const weekOfYear = (day: string): number =>
  Math.floor((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)) / weekMs) + 1

/** The numbers of the first issue there is: its year is counted by weeks, as a weekly's is. */
const firstNumbers = (day: string, runningBefore: number, count: number): IssueNumbers => {
  const inYear = weekOfYear(day)
  const running = Math.max(runningBefore, inYear - 1) + 1
  return { inYear: [inYear, inYear + count - 1], running: [running, running + count - 1] }
}

/** Weeks without an issue after which a new year is counted by weeks again: the issues between are not known here. */
const knownGap = 6

type Dated = Pick<Issue, 'serial' | 'plannedFor'>

/** The number in the year of an issue of this day that follows another. */
const firstInYear = (before: Dated & { readonly numbers: IssueNumbers }, day: string): number => {
  if (before.plannedFor.startsWith(day.slice(0, 4))) return before.numbers.inYear[1] + 1
  return Date.parse(day) - Date.parse(before.plannedFor) > knownGap * weekMs ? weekOfYear(day) : 1
}

/** Issues in the order they come out; of one day, in the order of their numbers. */
export const inOrderOfDays = <T extends Dated>(issues: readonly T[]): readonly T[] =>
  [...issues].sort((a, b) => {
    if (a.plannedFor !== b.plannedFor) return a.plannedFor < b.plannedFor ? -1 : 1
    return (numbersOf(a.serial)?.running[0] ?? 0) - (numbersOf(b.serial)?.running[0] ?? 0)
  })

/** A serial that becomes another. */
export interface Renumbering {
  readonly from: string
  readonly to: string
}

/** What a new issue is numbered, and what that changes for those after it. */
export interface Numbering {
  readonly serial: string
  /** Issues after the new one whose numbers move, in the order of their days; empty for one at the end. */
  readonly renumbered: readonly Renumbering[]
}

/**
 * Numbers a new issue of this day that bears `count` numbers. It follows the last issue up to its day; those after it
 * move only as far as its numbers push them, so that a number that is free is taken and none is left out twice.
 */
export const numberIssue = (issues: readonly Dated[], plannedFor: string, runningBefore: number, count = 1): Numbering => {
  const ordered = inOrderOfDays(issues).flatMap((issue) => {
    const numbers = numbersOf(issue.serial)
    return numbers ? [{ ...issue, numbers }] : []
  })
  const before = ordered.findLast((issue) => issue.plannedFor <= plannedFor)
  const after = ordered.filter((issue) => issue.plannedFor > plannedFor)
  const year = plannedFor.slice(0, 4)
  const own = before
    ? following(before.numbers, firstInYear(before, plannedFor), count)
    : fitBefore(firstNumbers(plannedFor, runningBefore, count), after[0]?.numbers ?? null, count)
  const renumbered: Renumbering[] = []
  let last = { numbers: own, year }
  for (const issue of after) {
    const sameYear = issue.plannedFor.startsWith(last.year)
    const isFree =
      issue.numbers.running[0] > last.numbers.running[1] && (!sameYear || issue.numbers.inYear[0] > last.numbers.inYear[1])
    if (isFree) break
    const size = issue.numbers.running[1] - issue.numbers.running[0] + 1
    // In another year the number in the year stays what it is.
    const numbers = following(last.numbers, sameYear ? last.numbers.inYear[1] + 1 : issue.numbers.inYear[0], size)
    renumbered.push({ from: issue.serial, to: serialOf(numbers) })
    last = { numbers, year: issue.plannedFor.slice(0, 4) }
  }
  return { serial: serialOf(own), renumbered }
}

/** A first issue that comes before known ones takes the numbers just below theirs, where there are any. */
const fitBefore = (wished: IssueNumbers, next: IssueNumbers | null, count: number): IssueNumbers => {
  if (!next || wished.running[1] < next.running[0]) return wished
  const running = Math.max(1, next.running[0] - count)
  return { ...wished, running: [running, running + count - 1] }
}
