import type { SetLine } from './line.ts'

/** Where a space between words begins and ends, in points. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A line as rivers see it. */
export interface RiverLine {
  readonly gaps: readonly Stretch[]
  /** It stands right under the line before it, in the same column. */
  readonly goesOn: boolean
}

/** Rivers in a row of lines. */
export interface Rivers {
  /** The numbers of the lines in which a river has become long enough to be seen, one for each river. */
  readonly seenAt: readonly number[]
  /** Lines of the longest one. */
  readonly longest: number
}

/** A river of so many lines or more is seen. */
export const visibleRiver = 4

/** Gaps closer than this part of the em run into one another. */
const nearness = 0.35

/** The rivers through lines of a size: word spaces one under another, as wide as each other or nearly so. */
export function riversThrough(lines: readonly RiverLine[], size: number): Rivers {
  const seenAt: number[] = []
  let longest = 0
  let above: readonly (Stretch & { readonly length: number })[] = []
  lines.forEach(({ gaps, goesOn }, number) => {
    const over = goesOn ? above : []
    above = gaps.map((gap) => {
      let length = 1
      for (const one of over) if (one.length >= length && meets(one, gap, size)) length = one.length + 1
      if (length === visibleRiver) seenAt.push(number)
      longest = Math.max(longest, length)
      return { ...gap, length }
    })
  })
  return { seenAt, longest }
}

/** Whether a gap stands under another one, in lines of a size, so that the eye joins them. */
function meets(above: Stretch, below: Stretch, size: number): boolean {
  const overlap = Math.min(above.to, below.to) - Math.max(above.from, below.from)
  const apart = Math.abs(above.from + above.to - below.from - below.to) / 2
  return overlap > 0.5 * Math.min(above.to - above.from, below.to - below.from) && apart < nearness * size
}

/** Lines are set once and stand in many trials of columns. */
const known = new WeakMap<SetLine, readonly Stretch[]>()

/** Where the spaces between the words of a line begin and end, from the column's left edge. */
export function gapsOf(line: SetLine): readonly Stretch[] {
  const found = known.get(line) ?? findGaps(line)
  known.set(line, found)
  return found
}

function findGaps(line: SetLine): readonly Stretch[] {
  const gaps: Stretch[] = []
  let from: number | null = null
  for (const { clusters, xs } of line.segments)
    for (const [index, cluster] of clusters.entries()) {
      const x = line.x + (xs[index] ?? 0)
      if (cluster.trim() === '') from ??= x
      else if (from !== null) {
        gaps.push({ from, to: x })
        from = null
      }
    }
  return gaps
}
