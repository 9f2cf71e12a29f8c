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

/** Where the measures of a line stand in the numbers that `measureFit` writes. */
export const fitMeasures = { natural: 0, ratio: 1, letters: 2, badness: 3, count: 4 } as const

/** Fits glyphs from `start` to the break into `available` points, as `measureFit` does. */
export function fitLine(
  text: MeasuredText,
  start: number,
  point: BreakPoint,
  available: number,
  profile: TypographyProfile,
): LineFit {
  const out = new Float64Array(fitMeasures.count)
  const overfull = measureFit(out, text, start, point, available, profile)
  return { natural: out[0] ?? 0, ratio: out[1] ?? 0, letters: out[2] ?? 0, badness: out[3] ?? 0, overfull }
}

/**
 * Fits glyphs from `start` to the break into `available` points. Spaces and letters give way together up to the limits of
 * the letters; beyond them the spaces alone grow, at a cost that grows with the cube. Returns whether the line is overfull
 * and writes the rest of a `LineFit` into `out`: this is asked of every way to break a line, and an object for each of
 * them was a tenth of all that setting an issue takes from memory.
 */
export function measureFit(
  out: Float64Array,
  text: MeasuredText,
  start: number,
  point: BreakPoint,
  available: number,
  profile: TypographyProfile,
): boolean {
  const end = point.at
  const natural = naturalWidth(text, start, point)
  const spaces = sum(text.spaceSums, start, end)
  const joints = (end > start ? sum(text.jointSums, start, end - 1) : 0) + (point.hyphen === null ? 0 : 1)
  const give = joints * profile.tracking * text.size + (natural - spaces) * profile.scale
  const lack = available - natural
  out[fitMeasures.natural] = natural
  if (lack < 0) {
    const room = give + spaces * (1 - profile.spaceLeast)
    const share = room > 0 ? -lack / room : Number.POSITIVE_INFINITY
    const used = Math.min(1, share)
    out[fitMeasures.ratio] = 1 - used * (1 - profile.spaceLeast)
    out[fitMeasures.letters] = -used
    out[fitMeasures.badness] = 100 * cube(used)
    return share > 1.000_001
  }
  if (point.kind === 'end') {
    out[fitMeasures.ratio] = 1
    out[fitMeasures.letters] = 0
    out[fitMeasures.badness] = 0
    return false
  }
  const comfort = give + spaces * (profile.spaceComfort - 1)
  const within = comfort > 0 && lack <= comfort
  const letters = within ? lack / comfort : 1
  const ratio = within ? 1 + letters * (profile.spaceComfort - 1) : 1 + (lack - give) / (spaces > 0 ? spaces : text.size / 4)
  out[fitMeasures.ratio] = ratio
  out[fitMeasures.letters] = letters
  out[fitMeasures.badness] = 100 * cube((ratio - 1) / profile.spaceWide)
  return false
}

/** Width of the glyphs from `start` to a break as they are, the hyphen to be drawn included. */
export const naturalWidth = (text: MeasuredText, start: number, { at, hyphen }: BreakPoint): number =>
  sum(text.widthSums, start, at) - (text.kerns[at - 1] ?? 0) + (hyphen === null ? 0 : hyphen.kern + hyphen.width)

/** A power is a call of the library of mathematics, and this is asked of every way to break a line. */
const cube = (value: number): number => value * value * value

const sum = (sums: Float64Array, from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0)
