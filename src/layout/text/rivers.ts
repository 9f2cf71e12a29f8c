import type { SetLine } from './line.ts'

/** Where a space between words begins and ends, in points. */
interface Stretch {
  readonly from: number
  readonly to: number
}

interface Gap extends Stretch {
  /** Lines of the river that ends here. */
  readonly length: number
}

/** Gaps closer than this part of the em run into one another. */
const nearness = 0.35

/** The number of lines the longest river runs through: word spaces one under another, as wide as each other or nearly so. */
export function longestRiver(lines: readonly SetLine[]): number {
  let longest = 0
  let above: readonly Gap[] = []
  for (const line of lines) {
    above = gapsOf(line).map(([from, to]) => {
      let length = 1
      for (const gap of above) if (meets(gap, { from, to }, line.size)) length = Math.max(length, gap.length + 1)
      longest = Math.max(longest, length)
      return { from, to, length }
    })
  }
  return longest
}

/** Whether a gap stands under another one, in lines of a size, so that the eye joins them. */
export function meets(above: Stretch, below: Stretch, size: number): boolean {
  const overlap = Math.min(above.to, below.to) - Math.max(above.from, below.from)
  const apart = Math.abs(above.from + above.to - below.from - below.to) / 2
  return overlap > 0.5 * Math.min(above.to - above.from, below.to - below.from) && apart < nearness * size
}

/** Where the spaces between words begin and end, from the column's left edge. */
function gapsOf(line: SetLine): readonly (readonly [number, number])[] {
  const gaps: [number, number][] = []
  let open: number | null = null
  for (const { clusters, xs } of line.segments)
    for (const [index, cluster] of clusters.entries()) {
      const x = line.x + (xs[index] ?? 0)
      if (cluster === ' ') open ??= x
      else if (open !== null) {
        gaps.push([open, x])
        open = null
      }
    }
  return gaps
}
