import type { Faces } from './faces.ts'
import type { ParagraphVariant, SetLine, StyledRun } from './line.ts'
import { type MeasuredText, measureText } from './measured-text.ts'
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
  /** One line fewer or more than the best breaking has, if there is such a breaking at all. */
  readonly looseness?: -1 | 0 | 1
}

/** Demerits that count as 1 in the cost of a variant: about those of one more hyphen. */
const costUnit = 160_000
/** A variant is offered if it costs no more than so much for each of its lines, and no line is wider than that. */
const acceptablePerLine = 1
const widestAcceptable = 2
const acceptableWithin = 20 * costUnit

/** Breaks a paragraph into justified lines. Every word is set, whatever the width; an empty paragraph has no lines. */
export function breakParagraph(runs: readonly StyledRun[], options: ParagraphOptions): readonly SetLine[] {
  return options.faces.paragraphs.remember(keyOf(runs, options), () => {
    const looseness = options.looseness ?? 0
    const { text, breakings } = broken(runs, options, looseness === 0 ? null : acceptableWithin)
    const best = breakings[0]
    if (best === undefined) return []
    const wanted = breakings.find(({ lines }) => lines.length === best.lines.length + looseness)
    return set(text, wanted ?? best, options)
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
    const { text, breakings } = broken(runs, options, acceptableWithin)
    const best = breakings[0]
    if (best === undefined) return []
    const variants: ParagraphVariant[] = []
    for (const looseness of [-1, 0, 1] as const) {
      const found = breakings.find(({ lines }) => lines.length === best.lines.length + looseness)
      if (found === undefined) continue
      const cost = (found.demerits - best.demerits) / costUnit
      if (looseness !== 0 && !acceptable(found, best, cost)) continue
      variants.push({ looseness, lines: set(text, found, options), cost })
    }
    return variants
  })
}

function acceptable(found: Breaking, best: Breaking, cost: number): boolean {
  const widest = (breaking: Breaking) => Math.max(...breaking.lines.map(({ fit }) => fit.ratio))
  const within = widest(found) <= Math.max(widestAcceptable, widest(best))
  return within && !found.lines.some(({ fit }) => fit.overfull) && cost <= acceptablePerLine * found.lines.length
}

function broken(
  runs: readonly StyledRun[],
  options: ParagraphOptions,
  everyLengthWithin: number | null,
): { readonly text: MeasuredText; readonly breakings: readonly Breaking[] } {
  const { faces, size, width, widths = [], indent = 0, profile = newspaperProfile } = options
  const narrowest = Math.min(width, ...widths.map((each) => Math.max(each, size)))
  const text = measureText(runs, { faces, size, hyphenate: true, softBreakPenalty: profile.softBreakPenalty, narrowest })
  if (text.glyphs.length === 0) return { text, breakings: [] }
  const widthAt = (line: number) => (widths[line] ?? width) - (line === 0 ? indent : 0)
  const most = Math.max(width, ...widths) + Math.max(0, -indent)
  return { text, breakings: totalFit(text, { profile, widthAt, widest: most, everyLengthWithin }) }
}

function set(text: MeasuredText, breaking: Breaking, options: ParagraphOptions): readonly SetLine[] {
  const { profile = newspaperProfile, indent = 0 } = options
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
