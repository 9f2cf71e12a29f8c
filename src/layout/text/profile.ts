/**
 * What a newspaper allows its lines to do. Ratios are of the natural word space, `tracking` is a fraction of the em,
 * `scale` of the glyph's width; penalties and demerits are in the units of Knuth and Plass, «Breaking paragraphs into
 * lines» (1981), where a badness of 100 is a line stretched as far as one likes to see.
 */
export interface TypographyProfile {
  /** Least and comfortable most word space. Between them letters give way together with spaces. */
  readonly spaceLeast: number
  readonly spaceComfort: number
  readonly tracking: number
  readonly scale: number
  /** Word space above the natural one at which badness is 100. */
  readonly spaceWide: number
  readonly hyphenPenalty: number
  readonly softBreakPenalty: number
  /** Hyphens at the ends of consecutive lines: how many there may be; the cost of the second, four times for the third. */
  readonly ladderMost: number
  readonly ladderDemerits: number
  /** For neighbours whose word spaces differ by half the natural one. */
  readonly contrastDemerits: number
  /** A hyphen on the last line but one. */
  readonly lastHyphenDemerits: number
  /** A last line of a few letters. */
  readonly runtDemerits: number
}

/** For columns of 30 to 40 characters: tried out on news stories until hyphens, ladders and wide lines were in balance. */
export const newspaperProfile: TypographyProfile = {
  spaceLeast: 0.73,
  spaceComfort: 1.22,
  tracking: 0.015,
  scale: 0.03,
  spaceWide: 0.45,
  hyphenPenalty: 650,
  softBreakPenalty: 900,
  ladderMost: 3,
  ladderDemerits: 150_000,
  contrastDemerits: 70_000,
  lastHyphenDemerits: 50_000,
  runtDemerits: 100_000,
}
