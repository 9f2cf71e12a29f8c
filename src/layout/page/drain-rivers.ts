import type { Faces } from '../text/faces.ts'
import { rebreakParagraph } from '../text/paragraph.ts'
import { gapsOf, type RiverLine, riversThrough, visibleRiver } from '../text/rivers.ts'
import { besideDropCap } from './drop-cap.ts'
import type { ColumnFit, FlowPoint } from './fit-columns.ts'
import type { GalleyBlock } from './galley.ts'

/** A line of a block as it stands in a column. */
interface StandingLine extends RiverLine {
  readonly block: number
  readonly variant: number
  /** Its number in the block. */
  readonly line: number
}

/** A block set anew, and how much worse that is than before. */
interface Remedy {
  readonly index: number
  readonly block: GalleyBlock
  readonly cost: number
}

const standingLines = (blocks: readonly GalleyBlock[], { placed }: ColumnFit): readonly StandingLine[] =>
  placed.flatMap(({ block: index, variant, from, to, column, row }, number) => {
    const block = blocks[index]
    if (block === undefined) return []
    const before = placed[number - 1]
    const joins =
      block.boxRows === null &&
      before?.column === column &&
      blocks[before.block]?.boxRows === null &&
      before.row + before.to - before.from === row
    return (block.variants[variant] ?? []).slice(from, to).map((line, at) => ({
      gaps:
        block.inset === 0
          ? gapsOf(line)
          : gapsOf(line).map(({ from, to }) => ({ from: from + block.inset, to: to + block.inset })),
      goesOn: joins || at > 0,
      block: index,
      variant,
      line: from + at,
    }))
  })

/** Ways to set one of the blocks anew that a river runs through, each without one of the line ends that make it, best first. */
const remediesOf = (
  river: readonly StandingLine[],
  blocks: readonly GalleyBlock[],
  isWhole: (block: number) => boolean,
  faces: Faces,
): readonly Remedy[] =>
  [...new Set(river.map(({ block }) => block))]
    .filter(isWhole)
    .flatMap((index) => {
      const block = blocks[index]
      const own = river.filter((one) => one.block === index)
      const variant = own[0]?.variant ?? 0
      const count = block?.variants[variant]?.length ?? 0
      if (block === undefined || block.source === null) return []
      const ends = [...new Set(own.flatMap(({ line }) => [line - 1, line]))].filter((end) => end >= 0 && end < count - 1)
      const { runs, options } = block.source
      return rebreakParagraph(runs, { faces, ...options }, count, ends).map(({ lines, cost }) => ({
        index,
        block: { ...block, variants: block.variants.with(variant, besideDropCap(lines, block.dropCap)) },
        cost,
      }))
    })
    .sort((one, other) => one.cost - other.cost)

/**
 * The blocks of a story whose columns are filled, with those set anew, in as many lines, that a river would run through: from
 * paragraph to paragraph it is seen here only. What begins or goes on elsewhere stays as it was broken.
 */
export const drainRivers = (
  blocks: readonly GalleyBlock[],
  fit: ColumnFit,
  from: FlowPoint,
  size: number,
  faces: Faces,
): readonly GalleyBlock[] => {
  const isWhole = (block: number): boolean =>
    !(block === from.block && from.line > 0) && !(block === fit.rest?.block && fit.rest.line > 0)
  let drained = blocks
  let lines = standingLines(blocks, fit)
  let rivers = riversThrough(lines, size).seenAt
  /** Rivers that nothing helps against. */
  let left = 0
  while (left < rivers.length) {
    const end = rivers[left] ?? 0
    const before = rivers.length
    for (const { index, block } of remediesOf(lines.slice(end - visibleRiver + 1, end + 1), drained, isWhole, faces)) {
      const tried = drained.with(index, block)
      const standing = standingLines(tried, fit)
      const found = riversThrough(standing, size).seenAt
      if (found.length >= before) continue
      drained = tried
      lines = standing
      rivers = found
      break
    }
    if (rivers.length === before) left += 1
  }
  return drained
}
