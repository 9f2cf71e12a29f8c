import type { FontId, PageRole } from '../../shared/layout/display.ts'
import type { Faces } from '../text/faces.ts'
import type { SetLine, StyledRun } from '../text/line.ts'
import { breakRagged, fitHeadline } from '../text/ragged.ts'
import { type Galley, headNumbers, jumpFromNumber } from './galley.ts'
import { type PublicationSpec, spanWidth, type TextStyle } from './publication-spec.ts'

export interface HeadLine {
  readonly line: SetLine
  readonly style: TextStyle
  readonly role: PageRole
  readonly number: number
  /** Baseline, from the top of the head. */
  readonly y: number
}

/** Kicker, headline, deck and byline of a story over so many columns. */
export interface Head {
  readonly lines: readonly HeadLine[]
  /** Points it takes, with the room below its last line. */
  readonly depth: number
  /** Whole rows of the grid it needs. */
  readonly rows: number
  readonly headlineSize: number
  readonly headlineLines: number
  /** The headline stands whole within its width and its lines. */
  readonly fits: boolean
}

/** The story that opens a page is set larger than the others. */
export type Importance = 'lead' | 'second'

/** How much smaller than the full size a headline is set, step by step. */
export const headlineSteps = [1, 0.86, 0.74] as const
const tries = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64]
/** Lines a headline should have at most, and those it may have where it does not go into these. */
const wantedLines = (span: number, importance: Importance): number =>
  span === 1 ? 4 : span === 2 ? 3 : span === 3 && importance === 'lead' ? 3 : 2
const mostLines = (span: number): number => (span === 1 ? 7 : span === 2 ? 5 : 4)

/** Largest headline over so many columns, in points: usually about 18 over one column of five, 58 over all of them. */
export const headlineSize = (spec: PublicationSpec, span: number, importance: Importance): number => {
  const { parts, largestSecond } = spec.headline
  const size = (8.6 + spanWidth(spec, span) * 0.0645) * (parts[importance][span - 1] ?? 1)
  return importance === 'lead' ? size : Math.min(largestSecond, size)
}

const rounded = (size: number): number => Math.round(size * 2) / 2

export interface HeadOptions {
  readonly span: number
  readonly importance: Importance
  readonly step: number
  /** Stands instead of deck and byline where a story goes on: «Начало на с. 1». */
  readonly continued: string | null
}

/** What a head is set of. */
export type HeadTexts = Pick<Galley, 'rubric' | 'kicker' | 'headline' | 'deck' | 'byline'>

/** Rubric and kicker with a dot between them; one under the other where they need more than a line. */
const kickerLines = ({ rubric, kicker }: HeadTexts, spec: PublicationSpec, faces: Faces, width: number): readonly SetLine[] => {
  const { font, size } = spec.kicker
  const set = (runs: readonly StyledRun[]) => breakRagged(runs, { faces, size, width, hyphenate: false })
  const run = (text: string, face: FontId): StyledRun => ({ text, font: face, href: null })
  if (rubric === '' || kicker === '') return set([run(rubric || kicker, font)])
  const { regular } = spec.families.label
  const together = set([run(rubric, font), run(` · ${kicker}`, regular)])
  return together.length <= 1 ? together : [...set([run(rubric, font)]), ...set([run(kicker, regular)])]
}

export const composeHead = (texts: HeadTexts, spec: PublicationSpec, faces: Faces, options: HeadOptions): Head => {
  const { span, importance, step, continued } = options
  const width = spanWidth(spec, span)
  const lines: HeadLine[] = []
  let y = 0
  const add = (line: SetLine, style: TextStyle, role: PageRole, number: number) => lines.push({ line, style, role, number, y })

  kickerLines(texts, spec, faces, width).forEach((line, index) => {
    y += index === 0 ? spec.kicker.size * 0.78 : spec.kicker.leading
    add(line, spec.kicker, 'kicker', headNumbers.kicker)
  })

  const most = headlineSize(spec, span, importance) * (headlineSteps[step] ?? 1)
  const sizes = [...new Set(tries.map((factor) => Math.max(spec.headline.smallest, rounded(most * factor))))]
  const setIn = (maxLines: number) => fitHeadline(texts.headline, { faces, font: spec.headline.font, sizes, width, maxLines })
  const short = setIn(wantedLines(span, importance))
  const fitted = short.fits ? short : setIn(mostLines(span))
  const capHeight = faces.face(spec.headline.font).capHeight * fitted.size
  const headline: TextStyle = {
    font: spec.headline.font,
    size: fitted.size,
    leading: fitted.size * spec.headline.leading,
    ink: 'black',
  }
  fitted.lines.forEach((line, index) => {
    y += index > 0 ? headline.leading : y === 0 ? capHeight : capHeight + 5 + fitted.size * 0.06
    add(line, headline, 'headline', headNumbers.headline)
  })

  const deck = importance === 'lead' && span >= 3 ? spec.leadDeck : spec.deck
  const deckStyle = span === 1 ? { ...deck, size: deck.size - 1, leading: deck.leading - 1.2 } : deck
  const deckWidth = span > 3 ? spanWidth(spec, span - 1) : width
  const deckRuns = [{ text: continued === null ? texts.deck : '', font: deckStyle.font, href: null }]
  breakRagged(deckRuns, { faces, size: deckStyle.size, width: deckWidth, hyphenate: false }).forEach((line, index) => {
    y += index > 0 ? deckStyle.leading : deckStyle.size + 4 + fitted.size * 0.12
    add(line, deckStyle, 'deck', headNumbers.deck)
  })

  const byline = continued === null ? spec.byline : spec.jumpLine
  const bylineRuns = [{ text: continued ?? texts.byline, font: byline.font, href: null }]
  breakRagged(bylineRuns, { faces, size: byline.size, width, hyphenate: false }).forEach((line, index) => {
    y += index > 0 ? byline.leading : byline.size + 5 + (lines.at(-1)?.role === 'headline' ? fitted.size * 0.14 : 0)
    add(line, byline, continued === null ? 'byline' : 'jumpLine', continued === null ? headNumbers.byline : jumpFromNumber)
  })

  // Room below the last descender, so that the x-height of the body does not touch it.
  const below = lines.length === 0 ? 0 : (lines.at(-1)?.style.size ?? 0) * 0.2 + 5
  const depth = y + below
  return {
    lines,
    depth,
    rows: Math.ceil(depth / spec.grid),
    headlineSize: fitted.size,
    headlineLines: fitted.lines.length,
    fits: fitted.fits,
  }
}
