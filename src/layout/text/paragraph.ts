import type { Faces } from './faces.ts'
import type { ParagraphVariant, SetLine, StyledRun } from './line.ts'
import { type MeasuredText, measureText, shapeText } from './measured-text.ts'
import { newspaperProfile, type TypographyProfile } from './profile.ts'
import { longestRiver } from './rivers.ts'
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
  /** One line fewer or more than the best breaking has, if there is such a breaking at all. */
  readonly looseness?: -1 | 0 | 1
}

/** Demerits that count as 1 in the cost of a variant: about those of one more hyphen. */
const costUnit = 400_000
/** A variant is offered if it costs no more than so much for each of its lines, and no line is wider, and the last one no shorter (in ems), than that. */
const acceptablePerLine = 1
const widestAcceptable = 2
const leastLastLine = 2.5
const acceptableWithin = 20 * costUnit

/** A river of so many lines is seen; one gives up a little evenness to be rid of it. */
const visibleRiver = 4
const nudges: readonly ((profile: TypographyProfile) => Partial<TypographyProfile>)[] = [
  ({ hyphenPenalty }) => ({ hyphenPenalty: hyphenPenalty * 0.7 }),
  ({ spaceWide }) => ({ spaceWide: spaceWide * 0.85 }),
  ({ spaceWide }) => ({ spaceWide: spaceWide * 1.15 }),
  ({ hyphenPenalty }) => ({ hyphenPenalty: hyphenPenalty * 1.4 }),
  ({ contrastDemerits }) => ({ contrastDemerits: contrastDemerits * 4 }),
  ({ spaceLeast }) => ({ spaceLeast: (spaceLeast + 1) / 2 }),
  ({ spaceComfort }) => ({ spaceComfort: (spaceComfort + 1) / 2 }),
  ({ spaceComfort }) => ({ spaceComfort: spaceComfort * 1.1 }),
  ({ hyphenPenalty }) => ({ hyphenPenalty: hyphenPenalty * 0.3 }),
  ({ spaceWide }) => ({ spaceWide: spaceWide * 0.7 }),
  ({ spaceWide }) => ({ spaceWide: spaceWide * 1.35 }),
  ({ spaceWide, hyphenPenalty }) => ({ spaceWide: spaceWide * 0.85, hyphenPenalty: hyphenPenalty * 0.5 }),
  ({ spaceLeast, contrastDemerits }) => ({ spaceLeast: (spaceLeast + 2) / 3, contrastDemerits: contrastDemerits * 2 }),
]

/** Breaks a paragraph into justified lines. Every word is set, whatever the width; an empty paragraph has no lines. */
export function breakParagraph(runs: readonly StyledRun[], options: ParagraphOptions): readonly SetLine[] {
  return options.faces.paragraphs.remember(keyOf(runs, options), () => {
    const looseness = options.looseness ?? 0
    const problem = problemOf(runs, options)
    const breakings = solve(problem, looseness === 0 ? null : acceptableWithin)
    const best = breakings[0]
    if (best === undefined) return []
    return set(problem, breakings.find(({ lines }) => lines.length === best.lines.length + looseness) ?? best)
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
    const problem = problemOf(runs, options)
    const breakings = solve(problem, acceptableWithin)
    const best = breakings[0]
    if (best === undefined) return []
    const variants: ParagraphVariant[] = []
    for (const looseness of [-1, 0, 1] as const) {
      const found = breakings.find(({ lines }) => lines.length === best.lines.length + looseness)
      if (found === undefined) continue
      const cost = (found.demerits - best.demerits) / costUnit
      if (looseness !== 0 && !acceptable(found, best, cost, options.size)) continue
      variants.push({ looseness, lines: set(problem, found), cost })
    }
    return variants
  })
}

function acceptable(found: Breaking, best: Breaking, cost: number, size: number): boolean {
  const lastWidth = found.lines.at(-1)?.fit.natural ?? 0
  if (lastWidth < leastLastLine * size) return false
  const widest = (breaking: Breaking) => Math.max(...breaking.lines.map(({ fit }) => fit.ratio))
  const within = widest(found) <= Math.max(widestAcceptable, widest(best))
  return within && !found.lines.some(({ fit }) => fit.overfull) && cost <= acceptablePerLine * found.lines.length
}

interface Problem {
  readonly text: MeasuredText
  readonly profile: TypographyProfile
  readonly indent: number
  readonly widthAt: (line: number) => number
  readonly widest: number
}

function problemOf(runs: readonly StyledRun[], options: ParagraphOptions): Problem {
  const { faces, size, width, widths = [], indent = 0, profile = newspaperProfile } = options
  const narrowest = Math.min(width, ...widths.map((each) => Math.max(each, size)))
  const { softBreakPenalty } = profile
  return {
    text: measureText(shapeText(runs, faces, true), { size, softBreakPenalty, narrowest }),
    profile,
    indent,
    widthAt: (line) => (widths[line] ?? width) - (line === 0 ? indent : 0),
    widest: Math.max(width, ...widths) + Math.max(0, -indent),
  }
}

function solve(problem: Problem, everyLengthWithin: number | null): readonly Breaking[] {
  if (problem.text.glyphs.length === 0) return []
  return totalFit(problem.text, { ...problem, everyLengthWithin })
}

/** The lines of a breaking, or of one nearly as good with as many lines, if that one has no river. */
function set(problem: Problem, breaking: Breaking): readonly SetLine[] {
  const lines = placed(problem, breaking)
  if (longestRiver(lines) < visibleRiver) return lines
  for (const nudge of nudges) {
    const profile = { ...problem.profile, ...nudge(problem.profile) }
    const others = solve({ ...problem, profile }, acceptableWithin)
    const other = others.find((each) => each.lines.length === lines.length)
    if (other === undefined) continue
    const dry = placed(problem, other)
    if (longestRiver(dry) < visibleRiver) return dry
  }
  return lines
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
  const { size, width, widths = [], indent = 0, profile = newspaperProfile, looseness = 0 } = options
  const settings = profile === newspaperProfile ? null : profile
  return JSON.stringify([
    runs.map(({ text, font, href }) => [text, font, href]),
    size,
    width,
    widths,
    indent,
    settings,
    looseness,
  ])
}
