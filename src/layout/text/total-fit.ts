import { fitLine, type LineFit } from './line-fit.ts'
import type { BreakPoint, MeasuredText } from './measured-text.ts'
import type { TypographyProfile } from './profile.ts'

/** A line that was chosen: from glyph `start` to its break. */
export interface ChosenLine {
  readonly start: number
  readonly hangLeft: number
  readonly point: BreakPoint
  readonly fit: LineFit
}

/** A way to break the whole paragraph, with its demerits. */
export interface Breaking {
  readonly lines: readonly ChosenLine[]
  readonly demerits: number
}

export interface TotalFitOptions {
  readonly profile: TypographyProfile
  /** Width of the column at a line (0 = first), its indent already taken off. */
  readonly widthAt: (line: number) => number
  /** Keep the best breaking for every number of lines, not only the best of all. */
  readonly everyLength: boolean
}

const overfullDemerits = 1e14
const brokenLadderFactor = 400
const ratioClasses = 5

/**
 * Total-fit line breaking: of all ways to break the paragraph, the one with the least demerits (Knuth and Plass 1981),
 * with two more things in the state of a partial solution: the hyphens that stand at the last line ends, and how wide the
 * last line's spaces are, because neighbours should not differ much. A piece that fits nowhere is set overfull rather
 * than not at all, so there is always an answer. Best first; with `everyLength` one breaking for each number of lines.
 */
export function totalFit(text: MeasuredText, options: TotalFitOptions): readonly Breaking[] {
  const { profile, widthAt, everyLength } = options
  const points = text.breaks
  // Partial solutions, column by column; those that end at break b stand from firstOf[b] up to firstOf[b + 1].
  const breakOf: number[] = [-1]
  const lineOf: number[] = [0]
  const ladderOf: number[] = [0]
  const ratioOf: number[] = [1]
  const costOf: number[] = [0]
  const previousOf: number[] = [-1]
  const firstOf: number[] = [1]
  const best = new Map<number, Candidate>()

  for (const [index, point] of points.entries()) {
    best.clear()
    for (let from = index - 1; from >= -1; from -= 1) {
      const origin = from < 0 ? undefined : points[from]
      const start = origin?.next ?? 0
      if (start > point.at || (start === point.at && point.kind !== 'end')) continue
      const hang = point.hangRight + (origin?.hangLeft ?? text.hangLeft)
      const nodesFrom = from < 0 ? 0 : (firstOf[from] ?? 0)
      const nodesTo = from < 0 ? 1 : (firstOf[from + 1] ?? 0)
      let width = Number.NaN
      let fit: LineFit | undefined
      let widestAvailable = 0
      for (let node = nodesFrom; node < nodesTo; node += 1) {
        const line = lineOf[node] ?? 0
        const own = widthAt(line)
        if (fit === undefined || own !== width) {
          width = own
          fit = fitLine(text, start, point, own + hang, profile)
        }
        widestAvailable = Math.max(widestAvailable, own + hang)
        if (fit.overfull && from !== index - 1) continue
        consider(node, fit, point, line)
      }
      const narrowest = (text.widthSums[point.at] ?? 0) - (text.widthSums[start] ?? 0)
      if (nodesTo > nodesFrom && narrowest * 0.7 > widestAvailable) break
    }
    for (const candidate of best.values()) {
      breakOf.push(index)
      lineOf.push(candidate.line)
      ladderOf.push(candidate.ladder)
      ratioOf.push(candidate.ratio)
      costOf.push(candidate.cost)
      previousOf.push(candidate.previous)
    }
    firstOf.push(breakOf.length)
  }

  function consider(node: number, fit: LineFit, point: BreakPoint, line: number): void {
    const hyphenated = point.hyphen !== null || point.kind === 'explicit'
    const ladder = hyphenated ? (ladderOf[node] ?? 0) + 1 : 0
    let cost = costOf[node] ?? 0
    const penalty = point.penalty + (point.hyphen !== null ? profile.hyphenPenalty : hyphenated ? profile.hyphenPenalty / 2 : 0)
    cost += (1 + fit.badness + penalty) ** 2
    if (fit.overfull) cost += overfullDemerits * (1 + fit.natural)
    if (ladder > 1) cost += profile.ladderDemerits * (ladder - 1) * (ladder > profile.ladderMost ? brokenLadderFactor : 1)
    const last = point.kind === 'end'
    if (line > 0 && !last) cost += profile.contrastDemerits * Math.min(9, ((fit.ratio - (ratioOf[node] ?? 1)) / 0.5) ** 2)
    if (last) cost += lastLineDemerits(fit, ladderOf[node] ?? 0, text.size, line, widthAt(line), profile)
    const capped = Math.min(ladder, profile.ladderMost + 1)
    const key = ((everyLength ? line : 0) * 8 + capped) * ratioClasses + ratioClass(fit.ratio)
    const known = best.get(key)
    if (known === undefined || cost < known.cost)
      best.set(key, { line: line + 1, ladder, ratio: fit.ratio, cost, previous: node })
  }

  const endFrom = firstOf[points.length - 1] ?? 0
  const ends = Array.from({ length: breakOf.length - endFrom }, (_, offset) => endFrom + offset)
  ends.sort((left, right) => (costOf[left] ?? 0) - (costOf[right] ?? 0))
  const seen = new Set<number>()
  const breakings: Breaking[] = []
  for (const end of ends) {
    const length = lineOf[end] ?? 0
    if (seen.has(length)) continue
    seen.add(length)
    breakings.push({ lines: trace(end), demerits: costOf[end] ?? 0 })
    if (!everyLength) break
  }
  return breakings

  function trace(end: number): readonly ChosenLine[] {
    const lines: ChosenLine[] = []
    for (let node = end; node > 0; node = previousOf[node] ?? 0) {
      const point = points[breakOf[node] ?? 0]
      const before = previousOf[node] ?? 0
      const origin = before === 0 ? undefined : points[breakOf[before] ?? 0]
      if (point === undefined) continue
      const start = origin?.next ?? 0
      const hangLeft = origin?.hangLeft ?? text.hangLeft
      const available = widthAt(lineOf[before] ?? 0) + hangLeft + point.hangRight
      lines.push({ start, hangLeft, point, fit: fitLine(text, start, point, available, profile) })
    }
    return lines.reverse()
  }
}

interface Candidate {
  readonly line: number
  readonly ladder: number
  readonly ratio: number
  readonly cost: number
  readonly previous: number
}

function ratioClass(ratio: number): number {
  if (ratio < 0.9) return 0
  if (ratio < 1.15) return 1
  if (ratio < 1.4) return 2
  return ratio < 1.8 ? 3 : 4
}

/** A paragraph should not end in a scrap, nor a hair short of the full line, nor after a hyphen. */
function lastLineDemerits(
  fit: LineFit,
  hyphensBefore: number,
  size: number,
  line: number,
  width: number,
  profile: TypographyProfile,
): number {
  let demerits = hyphensBefore > 0 ? profile.lastHyphenDemerits : 0
  if (line === 0) return demerits
  if (fit.natural < 2.2 * size) demerits += 4 * profile.runtDemerits
  else if (fit.natural < 3.5 * size) demerits += profile.runtDemerits
  const rest = width - fit.natural
  if (rest > 0.3 && rest < size) demerits += profile.runtDemerits / 3
  return demerits
}
