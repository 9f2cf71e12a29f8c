import type { PublicationSpec } from '../page/publication-spec.ts'
import { meets } from '../text/rivers.ts'
import type { PageLine } from './page-lines.ts'

/** A river of so many lines or more is seen. */
const visible = 4

/** Rivers in columns of lines, which run on from paragraph to paragraph: how many are seen, and lines of the longest. */
export const riversOf = (
  lines: readonly PageLine[],
  spec: PublicationSpec,
): { readonly count: number; readonly longest: number } => {
  let count = 0
  let longest = 0
  let above: readonly { readonly from: number; readonly to: number; readonly length: number }[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const goesOn = before !== undefined && !line.opensColumn && line.y - before.y < 1.3 * spec.grid
    above = line.gaps.map((gap) => {
      const length =
        1 + (goesOn ? Math.max(0, ...above.filter((one) => meets(one, gap, spec.body.size)).map((one) => one.length)) : 0)
      if (length === visible) count += 1
      longest = Math.max(longest, length)
      return { ...gap, length }
    })
  })
  return { count, longest }
}
