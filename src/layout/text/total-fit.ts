import type { BreakPoint } from './break-points.ts'
import { fitLine, fitMeasures, type LineFit, measureFit } from './line-fit.ts'
import type { MeasuredText } from './measured-text.ts'
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
  /** What the last line leaves free. */
  readonly endRoom: number
  /** The most `widthAt` gives. */
  readonly widest: number
  /**
   * Null: only the best breaking is wanted. A number: the best one for every number of lines, as far as its demerits
   * exceed those of the best of all by no more than this.
   */
  readonly everyLengthWithin: number | null
}

const overfullDemerits = 1e14
/** A hyphen beyond the longest ladder is worse than any loose line. */
const brokenLadderDemerits = 1e11
const contrastCap = 9
const ratioLimits = [0.9, 1.15, 1.4, 1.8] as const
const ratioClasses = ratioLimits.length + 1

/**
 * Total-fit line breaking: of all ways to break the paragraph, the one with the least demerits (Knuth and Plass 1981),
 * with two more things in the state of a partial solution: the hyphens that stand at the last line ends, and how wide the
 * last line's spaces are, because neighbours should not differ much. A piece that fits nowhere is set overfull rather
 * than not at all, so there is always an answer. The best comes first.
 */
export function totalFit(text: MeasuredText, options: TotalFitOptions): readonly Breaking[] {
  const { profile, widthAt, endRoom, widest, everyLengthWithin } = options
  const everyLength = everyLengthWithin !== null
  const points = text.breaks
  // Partial solutions in the order of their breaks; those that end at break b stand from firstOf[b] up to firstOf[b + 1].
  const breakOf: number[] = [-1]
  const lineOf: number[] = [0]
  const ladderOf: number[] = [0]
  const ratioOf: number[] = [1]
  const costOf: number[] = [0]
  const previousOf: number[] = [-1]
  const firstOf: number[] = []
  const slots = createSlots(profile)
  /** A solution worse than another in the same place by more than neighbours can cost will never win. */
  const hopeless = profile.contrastDemerits * contrastCap

  const fit = new Float64Array(fitMeasures.count)
  let earliest = -1
  for (let index = 0; index < points.length; index += 1) {
    const point = points[index]
    if (point === undefined) break
    slots.clear()
    const isLast = point.kind === 'end'
    const hangRight = hangAt(point)
    const hyphenated = point.hyphen !== null || point.kind === 'explicit'
    const hyphenPenalty = point.hyphen !== null ? profile.hyphenPenalty : hyphenated ? profile.hyphenPenalty / 2 : 0
    const penalty = point.penalty + hyphenPenalty
    for (let from = earliest; from < index; from += 1) {
      const origin = from < 0 ? undefined : points[from]
      const start = origin?.next ?? 0
      if (start >= point.at) continue
      const forced = from === index - 1
      const hang = hangRight + (origin?.hangLeft ?? text.hangLeft)
      if (!forced && from === earliest && measureFit(fit, text, start, point, widest + hang, profile)) {
        earliest += 1
        continue
      }
      const to = from < 0 ? 1 : (firstOf[from + 1] ?? breakOf.length)
      let width = Number.NaN
      let overfull = false
      let own = 0
      for (let node = from < 0 ? 0 : (firstOf[from] ?? 0); node < to; node += 1) {
        const line = lineOf[node] ?? 0
        const available = widthAt(line)
        if (available !== width) {
          width = available
          overfull = measureFit(fit, text, start, point, width + hang, profile)
          own = square(1 + (fit[fitMeasures.badness] ?? 0) + penalty)
          if (overfull) own += overfullDemerits * (1 + (fit[fitMeasures.natural] ?? 0))
        }
        if (overfull && !forced) continue
        let cost = (costOf[node] ?? 0) + own
        const slotLine = everyLength ? line : 0
        if (cost > slots.least(slotLine) + hopeless) continue
        const before = ladderOf[node] ?? 0
        const ladder = hyphenated ? before + 1 : 0
        if (ladder > 1) cost += ladder > profile.ladderMost ? brokenLadderDemerits : (profile.ladderDemerits[ladder - 2] ?? 0)
        const ratio = fit[fitMeasures.ratio] ?? 1
        if (isLast) cost += lastLineDemerits(fit[fitMeasures.natural] ?? 0, before, text.size, line, width, profile)
        else if (line > 0) cost += contrastDemerits(ratio, ratioOf[node] ?? 1, profile)
        slots.offer(slotLine, ladder, ratio, cost, node)
      }
    }
    firstOf.push(breakOf.length)
    slots.settle(hyphenated ? 1 : 0, hopeless, everyLengthWithin ?? Number.POSITIVE_INFINITY, (slot) => {
      breakOf.push(index)
      lineOf.push((lineOf[slot.previous] ?? 0) + 1)
      ladderOf.push(slot.ladder)
      ratioOf.push(slot.ratio)
      costOf.push(slot.cost)
      previousOf.push(slot.previous)
    })
  }
  return endings()

  /** How far a line that ends here may hang out, or how much it leaves free. */
  function hangAt({ kind, hangRight }: BreakPoint): number {
    return kind === 'end' && endRoom > 0 ? -endRoom : hangRight
  }

  function endings(): readonly Breaking[] {
    const best = new Map<number, number>()
    for (let node = firstOf[points.length - 1] ?? 1; node < breakOf.length; node += 1) {
      const key = everyLength ? (lineOf[node] ?? 0) : 0
      const known = best.get(key)
      if (known === undefined || (costOf[node] ?? 0) < (costOf[known] ?? 0)) best.set(key, node)
    }
    const found = [...best.values()].map((node) => ({ lines: trace(node), demerits: costOf[node] ?? 0 }))
    return found.sort((left, right) => left.demerits - right.demerits)
  }

  function trace(end: number): readonly ChosenLine[] {
    const lines: ChosenLine[] = []
    for (let node = end; node > 0; node = previousOf[node] ?? 0) {
      const point = points[breakOf[node] ?? 0]
      const before = previousOf[node] ?? 0
      const origin = before === 0 ? undefined : points[breakOf[before] ?? 0]
      if (point === undefined) continue
      const start = origin?.next ?? 0
      const hangLeft = origin?.hangLeft ?? text.hangLeft
      const available = widthAt(lineOf[before] ?? 0) + hangLeft + hangAt(point)
      lines.push({ start, hangLeft, point, fit: fitLine(text, start, point, available, profile) })
    }
    return lines.reverse()
  }
}

interface Slot {
  readonly ladder: number
  readonly ratio: number
  readonly cost: number
  readonly previous: number
}

/** The best ways to one break, one for each state: number of lines (0 if all are alike), ladder, class of space ratio. */
function createSlots(profile: TypographyProfile) {
  const ladders = profile.ladderMost + 2
  const states = ladders * ratioClasses
  const found: (Slot | undefined)[] = []
  const leastOf: number[] = []
  const touched: number[] = []
  return {
    clear() {
      for (const key of touched) {
        found[key] = undefined
        leastOf[Math.floor(key / states)] = Number.POSITIVE_INFINITY
      }
      touched.length = 0
    },
    /** The least cost among the ways with the shortest ladder this break can have. */
    least: (line: number) => leastOf[line] ?? Number.POSITIVE_INFINITY,
    offer(line: number, ladder: number, ratio: number, cost: number, previous: number) {
      const kept = Math.min(ladder, ladders - 1)
      const key = line * states + kept * ratioClasses + ratioClass(ratio)
      const known = found[key]
      if (known === undefined) touched.push(key)
      else if (known.cost <= cost) return
      while (leastOf.length <= line) leastOf.push(Number.POSITIVE_INFINITY)
      found[key] = { ladder: kept, ratio, cost, previous }
      if (ladder <= 1 && cost < (leastOf[line] ?? Number.POSITIVE_INFINITY)) leastOf[line] = cost
    },
    /** Hands out what is worth keeping: not dominated by a way with as short a ladder, nor beyond the limit. */
    settle(shortest: number, hopeless: number, limit: number, keep: (slot: Slot) => void) {
      ascending(touched)
      let least = Number.POSITIVE_INFINITY
      for (const key of touched) least = Math.min(least, found[key]?.cost ?? least)
      let line = -1
      let shorter = Number.POSITIVE_INFINITY
      for (const key of touched) {
        const slot = found[key]
        if (slot === undefined) continue
        const own = Math.floor(key / states)
        if (own !== line) {
          line = own
          shorter = Number.POSITIVE_INFINITY
        }
        const dominated = slot.cost > shorter + hopeless || slot.cost > least + limit + hopeless
        if (slot.ladder >= shortest && slot.cost < shorter) shorter = slot.cost
        if (!dominated) keep(slot)
      }
    },
  }
}

/** Puts a few numbers in order where they stand; the sort of the language takes copies. */
function ascending(numbers: number[]): void {
  for (let at = 1; at < numbers.length; at += 1) {
    const moved = numbers[at] ?? 0
    let place = at
    for (; place > 0 && (numbers[place - 1] ?? 0) > moved; place -= 1) numbers[place] = numbers[place - 1] ?? 0
    numbers[place] = moved
  }
}

function ratioClass(ratio: number): number {
  let index = 0
  for (const limit of ratioLimits) {
    if (ratio < limit) return index
    index += 1
  }
  return index
}

const contrastDemerits = (ratio: number, before: number, profile: TypographyProfile): number =>
  profile.contrastDemerits * Math.min(contrastCap, square((ratio - before) / 0.5))

const square = (value: number): number => value * value

/** A paragraph should not end in a scrap, nor a hair short of the full line, nor after a hyphen. */
function lastLineDemerits(
  natural: number,
  hyphensBefore: number,
  size: number,
  line: number,
  width: number,
  profile: TypographyProfile,
): number {
  if (line === 0) return 0
  let demerits = hyphensBefore > 0 ? profile.lastHyphenDemerits : 0
  if (natural < 2.2 * size) demerits += 4 * profile.runtDemerits
  else if (natural < 3.5 * size) demerits += profile.runtDemerits
  const rest = width - natural
  if (rest > 0.3 && rest < size) demerits += profile.runtDemerits / 3
  return demerits
}
