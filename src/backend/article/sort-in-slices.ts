import { setImmediate } from 'node:timers/promises'

/** Values sorted or merged before the program answers its windows again: a few milliseconds' worth of Russian headlines. */
const slice = 2048

type Compare<T> = (a: T, b: T) => number

const merge = async <T>(left: readonly T[], right: readonly T[], compare: Compare<T>): Promise<T[]> => {
  const merged: T[] = []
  let [l, r] = [0, 0]
  for (;;) {
    const [a, b] = [left[l], right[r]]
    if (a === undefined || b === undefined) return merged.concat(left.slice(l), right.slice(r))
    if (compare(a, b) <= 0) {
      merged.push(a)
      l += 1
    } else {
      merged.push(b)
      r += 1
    }
    if (merged.length % slice === 0) await setImmediate()
  }
}

const isSorted = <T>(values: readonly T[], compare: Compare<T>): boolean =>
  values.every((value, at) => {
    const before = at > 0 ? values[at - 1] : undefined
    return before === undefined || compare(before, value) <= 0
  })

/** Sorts without keeping anybody waiting for long. */
export const sortInSlices = async <T>(values: readonly T[], compare: Compare<T>): Promise<readonly T[]> => {
  if (isSorted(values, compare)) return values
  let runs: (readonly T[])[] = []
  for (let at = 0; at < values.length; at += slice) {
    runs.push(values.slice(at, at + slice).sort(compare))
    if (values.length > slice) await setImmediate()
  }
  while (runs.length > 1) {
    const next: (readonly T[])[] = []
    for (let at = 0; at < runs.length; at += 2) next.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = next
  }
  return runs[0] ?? []
}

/** Puts these values in their places in a sorted row. */
export const insertSorted = <T>(sorted: readonly T[], values: readonly T[], compare: Compare<T>): readonly T[] => {
  const row = [...sorted]
  for (const value of values) {
    let [low, high] = [0, row.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const there = row[middle]
      if (there !== undefined && compare(there, value) < 0) low = middle + 1
      else high = middle
    }
    row.splice(low, 0, value)
  }
  return row
}
