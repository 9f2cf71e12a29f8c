import type { Faces } from './faces.ts'
import { type Looseness, loosenesses, type ParagraphVariant, type SetLine, type StyledRun } from './line.ts'
import { dividedAs, type MeasuredText, measureText, type ShapedText, shapeText } from './measured-text.ts'
import { newspaperProfile, type TypographyProfile } from './profile.ts'
import { setLine } from './set-line.ts'
import { type Breaking, totalFit } from './total-fit.ts'

/** How a paragraph is to be set; lengths in points. */
export interface ParagraphOptions {
  readonly faces: Faces
  readonly size: number
  readonly width: number
  /** Indent of the first line. */
  readonly indent?: number
  /** Widths of the first lines where they differ from `width`, as beside a picture. */
  readonly widths?: readonly number[]
  readonly profile?: TypographyProfile
  /** What the last line leaves free at its end, whatever may hang out there. */
  readonly endRoom?: number
  /** One line fewer or more than the best breaking has, if there is such a breaking at all. */
  readonly looseness?: Looseness
}

/** Demerits that count as 1 in the cost of a variant: about those of one more hyphen. */
const costUnit = 400_000
/** A variant is offered if it costs no more than so much for each of its lines, and no line is wider, and the last one no shorter (in ems), than that. */
const acceptablePerLine = 1
const widestAcceptable = 2
const leastLastLine = 2.5
const mostAcceptable = 20 * costUnit
/** A column is filled to so large a part at least. */
const leastFilled = 0.7

/** Breaks a paragraph into justified lines. Every word is set, whatever the width; an empty paragraph has no lines. */
export function breakParagraph(runs: readonly StyledRun[], options: ParagraphOptions): readonly SetLine[] {
  return options.faces.paragraphs.remember(keyOf(runs, options), () => {
    const looseness = options.looseness ?? 0
    const { problem, breakings } = solved(runs, options, looseness === 0 ? bestOnly : () => mostAcceptable)
    const best = breakings[0]
    if (best === undefined) return []
    return placed(problem, breakings.find(({ lines }) => lines.length === best.lines.length + looseness) ?? best)
  })
}

/**
 * The best breaking (looseness 0, cost 0) and, where they look acceptable, those one line shorter and longer, by
 * ascending looseness. The cost grows by about 1 for each hyphen more, or line as wide as a hyphen is bad.
 */
export function paragraphVariants(
  runs: readonly StyledRun[],
  options: Omit<ParagraphOptions, 'looseness'>,
): readonly ParagraphVariant[] {
  return options.faces.variants.remember(keyOf(runs, options), () => {
    const { problem, breakings } = solved(runs, options, withinAcceptable)
    const best = breakings[0]
    if (best === undefined) return []
    const variants: ParagraphVariant[] = []
    for (const looseness of loosenesses) {
      const found = breakings.find(({ lines }) => lines.length === best.lines.length + looseness)
      if (found === undefined) continue
      const cost = (found.demerits - best.demerits) / costUnit
      if (looseness !== 0 && !acceptable(found, best, cost, options.size)) continue
      variants.push({ looseness, lines: placed(problem, found), cost })
    }
    return variants
  })
}

/**
 * The variant of so many lines set anew, from the best way on: each looks acceptable beside it and leaves out the break at
 * the end of one of the lines that are named by their numbers. The costs say by how much each is worse than the variant.
 */
export function rebreakParagraph(
  runs: readonly StyledRun[],
  options: Omit<ParagraphOptions, 'looseness'>,
  count: number,
  ends: readonly number[],
): readonly ParagraphVariant[] {
  return options.faces.variants.remember(`${keyOf(runs, options)} ${count} ${ends}`, () => {
    const { problem, breakings } = solved(runs, options, withinAcceptable)
    const asLong = ({ lines }: Breaking): boolean => lines.length === count
    const known = breakings.find(asLong)
    const looseness = loosenesses.find((each) => each === count - (breakings[0]?.lines.length ?? 0))
    if (known === undefined || looseness === undefined) return []
    const others = ends.flatMap((end): readonly ParagraphVariant[] => {
      const left = known.lines[end]?.point
      const text = { ...problem.text, breaks: problem.text.breaks.filter((point) => point !== left) }
      const found = solve({ ...problem, text }, withinAcceptable(problem)).find(asLong)
      if (found === undefined) return []
      const cost = (found.demerits - known.demerits) / costUnit
      return acceptable(found, known, cost, options.size) ? [{ looseness, lines: placed(problem, found), cost }] : []
    })
    return others.sort((one, other) => one.cost - other.cost)
  })
}

function acceptable(found: Breaking, best: Breaking, cost: number, size: number): boolean {
  const lastWidth = found.lines.at(-1)?.fit.natural ?? 0
  if (lastWidth < leastLastLine * size) return false
  const within = widestRatio(found) <= Math.max(widestAcceptable, widestRatio(best))
  return within && !found.lines.some(({ fit }) => fit.overfull) && cost <= acceptablePerLine * found.lines.length
}

interface Problem {
  readonly text: MeasuredText
  readonly profile: TypographyProfile
  readonly indent: number
  readonly widthAt: (line: number) => number
  readonly endRoom: number
  readonly narrowest: number
  readonly widest: number
}

/**
 * The ways to break a paragraph, the best one first. Where even that has a line with gaps, all are looked for again with
 * places where one would not divide otherwise, and spaces as tight as they may be.
 */
function solved(
  runs: readonly StyledRun[],
  options: ParagraphOptions,
  everyLengthWithin: (problem: Problem) => number | null,
): { readonly problem: Problem; readonly breakings: readonly Breaking[] } {
  const shaped = shapeText(runs, options.faces, 'usually')
  const problem = problemOf(shaped, options)
  const breakings = solve(problem, everyLengthWithin(problem))
  if (breakings[0] === undefined || widestRatio(breakings[0]) <= widestAcceptable) return { problem, breakings }
  const { profile = newspaperProfile } = options
  const anyhow = { ...options, profile: { ...profile, spaceLeast: profile.spaceLeastPressed } }
  const pressed = problemOf(dividedAs(shaped, 'anyhow'), anyhow)
  return { problem: pressed, breakings: solve(pressed, everyLengthWithin(pressed)) }
}

const bestOnly = (): null => null

/** What is acceptable grows with the lines; ways that are worse for all the lines there can be need not be followed. */
const withinAcceptable = ({ text, narrowest, indent }: Problem): number => {
  const width = Math.max(text.size, leastFilled * narrowest)
  const lines = ((text.widthSums.at(-1) ?? 0) + indent) / width + 2
  return Math.min(mostAcceptable, acceptablePerLine * costUnit * lines)
}

const widestRatio = ({ lines }: Breaking): number => Math.max(...lines.map(({ fit }) => fit.ratio))

function problemOf(shaped: ShapedText, options: ParagraphOptions): Problem {
  const { size, width, widths = [], indent = 0, endRoom = 0, profile = newspaperProfile } = options
  const narrowest = Math.min(width, ...widths.map((each) => Math.max(each, size)))
  const { softBreakPenalty } = profile
  return {
    text: measureText(shaped, { size, softBreakPenalty, narrowest }),
    profile,
    ...{ indent, endRoom, narrowest },
    widthAt: (line) => (widths[line] ?? width) - (line === 0 ? indent : 0),
    widest: Math.max(width, ...widths) + Math.max(0, -indent),
  }
}

function solve(problem: Problem, everyLengthWithin: number | null): readonly Breaking[] {
  if (problem.text.glyphs.length === 0) return []
  return totalFit(problem.text, { ...problem, everyLengthWithin })
}

function placed({ text, profile, indent }: Problem, breaking: Breaking): readonly SetLine[] {
  return breaking.lines.map(({ start, hangLeft, point, fit }, index) =>
    setLine(text, start, point, (index === 0 ? indent : 0) - hangLeft, {
      ratio: fit.ratio,
      scale: 1 + fit.letters * profile.scale,
      tracking: fit.letters * profile.tracking * text.size,
    }),
  )
}

function keyOf(runs: readonly StyledRun[], options: ParagraphOptions): string {
  const { size, width, widths = [], indent = 0, endRoom = 0, profile = newspaperProfile, looseness = 0 } = options
  const settings = profile === newspaperProfile ? null : profile
  return JSON.stringify([
    runs.map(({ text, font, href }) => [text, font, href]),
    size,
    width,
    widths,
    indent,
    endRoom,
    settings,
    looseness,
  ])
}
