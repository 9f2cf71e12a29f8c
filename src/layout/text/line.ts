import type { FontId } from '../../shared/layout/display.ts'

/** A stretch of text in one face; a paragraph is a list of them. */
export interface StyledRun {
  readonly text: string
  readonly font: FontId
  readonly href: string | null
}

/**
 * Glyphs of one face within a set line, ready for the display list; lengths in points from the start of the line.
 * Spaces are glyphs too. A line that broke at a space carries it as its last glyph, at the line's end, so that words stay
 * apart when the text is copied; neither `end` nor the line's width counts it.
 */
export interface LineSegment {
  readonly font: FontId
  readonly href: string | null
  // Not read-only, so that display lists share them; nobody writes into them.
  readonly glyphs: number[]
  readonly clusters: string[]
  readonly xs: number[]
  /** Where the segment ends. */
  readonly end: number
}

/** One line of a paragraph. `x` is its offset from the column's left edge (indent, or negative where it hangs out). */
export interface SetLine {
  readonly x: number
  readonly segments: readonly LineSegment[]
  readonly width: number
  readonly size: number
  /** Horizontal glyph scale of the whole line. */
  readonly scale: number
  /** Ends in a hyphen that is not in the text. */
  readonly hyphenated: boolean
  /** Mean word space ÷ natural word space; 1 where there is none. */
  readonly spaceRatio: number
}

/** Lines more than the best breaking of a paragraph has. */
export const loosenesses = [-1, 0, 1] as const
export type Looseness = (typeof loosenesses)[number]

/** A way to break a paragraph that differs from the best one by `looseness` lines, and how much worse it is (0 = best). */
export interface ParagraphVariant {
  readonly looseness: Looseness
  readonly lines: readonly SetLine[]
  readonly cost: number
}
