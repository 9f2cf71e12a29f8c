import type { Issue } from '../../shared/issue/issue.ts'

/** Numbers of a serial such as «47 (1295)»: in the year, and running. */
const numbersOf = (serial: string): readonly [number, number] => {
  const match = /^(\d+) \((\d+)\)$/.exec(serial)
  return match ? [Number(match[1]), Number(match[2])] : [0, 0]
}

const weekMs = 7 * 24 * 3600 * 1000

/**
 * The serial of a new issue. The running number follows the highest there is. The number in the year follows the year's
 * highest; a year's first issue here is counted by weeks, as a weekly's is.
 */
export const nextSerial = (
  issues: readonly Pick<Issue, 'serial' | 'plannedFor'>[],
  plannedFor: string,
  runningBefore: number,
): string => {
  const year = plannedFor.slice(0, 4)
  const ofYear = issues.filter((issue) => issue.plannedFor.startsWith(year)).map((issue) => numbersOf(issue.serial)[0])
  const weeks = Math.floor((Date.parse(`${plannedFor}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / weekMs) + 1
  const inYear = ofYear.length > 0 ? Math.max(...ofYear) + 1 : weeks
  const running = Math.max(runningBefore, inYear - 1, ...issues.map((issue) => numbersOf(issue.serial)[1])) + 1
  return `${inYear} (${running})`
}
