import type { BreakPoint } from './break-points.ts'
import type { MeasuredText } from './measured-text.ts'
import type { TypographyProfile } from './profile.ts'

/** How a line would fill its width. */
export interface LineFit {
  /** Natural width, the drawn hyphen included. */
  readonly natural: number
  /** Word space ÷ natural word space; for a line without spaces what it would be if it had one. */
  readonly ratio: number
  /** How far letters give way: −1 tightest … 1 widest tracking and scale. */
  readonly letters: number
  readonly badness: number
  readonly overfull: boolean
}

/**
 * Fits glyphs from `start` to the break into `available` points. Spaces and letters give way together up to the limits of
 * the letters; beyond them the spaces alone grow, at a cost that grows with the cube.
 */
export function fitLine(
  text: MeasuredText,
  start: number,
  point: BreakPoint,
  available: number,
  profile: TypographyProfile,
): LineFit {
  const end = point.at
  const hyphen = point.hyphen === null ? 0 : point.hyphen.kern + point.hyphen.width
  const natural = sum(text.widthSums, start, end) - (text.kerns[end - 1] ?? 0) + hyphen
  const spaces = sum(text.spaceSums, start, end)
  const joints = (end > start ? sum(text.jointSums, start, end - 1) : 0) + (point.hyphen === null ? 0 : 1)
  const give = joints * profile.tracking * text.size + (natural - spaces) * profile.scale
  const lack = available - natural
  if (lack < 0) {
    const room = give + spaces * (1 - profile.spaceLeast)
    const share = room > 0 ? -lack / room : Number.POSITIVE_INFINITY
    const used = Math.min(1, share)
    return {
      natural,
      ratio: 1 - used * (1 - profile.spaceLeast),
      letters: -used,
      badness: 100 * used ** 3,
      overfull: share > 1.000_001,
    }
  }
  if (point.kind === 'end') return { natural, ratio: 1, letters: 0, badness: 0, overfull: false }
  const comfort = give + spaces * (profile.spaceComfort - 1)
  const within = comfort > 0 && lack <= comfort
  const letters = within ? lack / comfort : 1
  const ratio = within ? 1 + letters * (profile.spaceComfort - 1) : 1 + (lack - give) / (spaces > 0 ? spaces : text.size / 4)
  return { natural, ratio, letters, badness: 100 * ((ratio - 1) / profile.spaceWide) ** 3, overfull: false }
}

const sum = (sums: Float64Array, from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0)
