import type { Typography } from '../../shared/settings/page-style.ts'

/**
 * What a newspaper allows its lines to do. Ratios are of the natural word space, `tracking` is a fraction of the em,
 * `scale` of the glyph's width; penalties and demerits are in the units of Knuth and Plass, «Breaking paragraphs into
 * lines» (1981), where a badness of 100 is a line stretched as far as one likes to see.
 */
export interface TypographyProfile {
  /** Least and comfortable most word space. Between them letters give way together with spaces. */
  readonly spaceLeast: number
  /** The least one where a line would have gaps otherwise. */
  readonly spaceLeastPressed: number
  readonly spaceComfort: number
  readonly tracking: number
  readonly scale: number
  /** Word space above the natural one at which badness is 100. */
  readonly spaceWide: number
  readonly hyphenPenalty: number
  readonly softBreakPenalty: number
  /** Hyphens at the ends of consecutive lines: how many there may be; what the second and the third one cost. */
  readonly ladderMost: number
  readonly ladderDemerits: readonly number[]
  /** For neighbours whose word spaces differ by half the natural one. */
  readonly contrastDemerits: number
  /** A hyphen on the last line but one. */
  readonly lastHyphenDemerits: number
  /** A last line of a few letters. */
  readonly runtDemerits: number
}

/** Evenness before all: tried out on news stories until word spaces, hyphens and ladders were in balance. */
const strict: TypographyProfile = {
  spaceLeast: 0.66,
  spaceLeastPressed: 0.6,
  spaceComfort: 1.2,
  tracking: 0.015,
  scale: 0.03,
  spaceWide: 0.38,
  hyphenPenalty: 600,
  softBreakPenalty: 480,
  ladderMost: 2,
  ladderDemerits: [60_000, 2_000_000],
  contrastDemerits: 60_000,
  lastHyphenDemerits: 50_000,
  runtDemerits: 100_000,
}

/** More text in the same room: word spaces down to 60 %, hyphens sooner. */
const tight: TypographyProfile = {
  ...strict,
  spaceLeast: 0.6,
  spaceWide: 0.36,
  hyphenPenalty: 400,
  softBreakPenalty: 350,
}

/** In a column of fewer ems a third hyphen in a row is less of an evil than a line with gaps. */
const narrow = 18
const inNarrow = (profile: TypographyProfile): TypographyProfile => ({
  ...profile,
  ladderMost: 3,
  hyphenPenalty: profile.hyphenPenalty * 1.2,
})
const profiles = { strict: [strict, inNarrow(strict)], tight: [tight, inNarrow(tight)] } as const

/** The profile for a column so many ems wide. */
export const profileFor = (typography: Typography, ems: number): TypographyProfile => profiles[typography][ems < narrow ? 1 : 0]

/** The strict profile in a column of five. */
export const newspaperProfile: TypographyProfile = profiles.strict[1]
