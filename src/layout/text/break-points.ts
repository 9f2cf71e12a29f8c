import type { FaceGlyph, Faces } from './faces.ts'
import type { StyledRun } from './line.ts'
import type { Pieces } from './pieces.ts'
import { leftProtrusion, rightProtrusion } from './protrusion.ts'
import { type TokenBreak, tokenBreaks } from './token-breaks.ts'

/**
 * Why a line may end at a place. A `softSpace` should rather hold, an `explicit` one is after a hyphen the author wrote;
 * an `emergency` is there only because a piece is wider than the column.
 */
export type BreakKind = 'space' | 'softSpace' | 'hyphen' | 'explicit' | 'emergency' | 'end'

/** A place where a line may end. Lengths in points. */
export interface BreakPoint {
  readonly kind: BreakKind
  /** The line's glyphs end before `at`; the next line's begin with `next`. */
  readonly at: number
  readonly next: number
  readonly penalty: number
  /** A hyphen to be drawn that is not in the text, with the kerning before it; null where none is. */
  readonly hyphen: { readonly glyph: FaceGlyph; readonly kern: number; readonly width: number } | null
  /** How far the line's end may hang out to the right, and the next line's beginning to the left. */
  readonly hangRight: number
  readonly hangLeft: number
}

export interface BreakPointOptions {
  readonly faces: Faces
  readonly size: number
  readonly hyphenate: boolean
  readonly softBreakPenalty: number
  /** Pieces wider than this get emergency break points. */
  readonly narrowest: number
}

/** Any other way out is better. */
const emergencyPenalty = 30_000
const letter = /\p{L}/u

/** All places where a line of the paragraph may end, ascending; the last one is the paragraph's end. */
export function breakPoints(
  pieces: Pieces,
  runs: readonly StyledRun[],
  widthSums: Float64Array,
  options: BreakPointOptions,
): readonly BreakPoint[] {
  const { text, spaces, clusters, glyphs, advances, allowances } = pieces
  const found: BreakPoint[] = []
  const hangLeft = (at: number) => leftProtrusion(clusters[at] ?? '') * (advances[at] ?? 0)
  const hangRight = (at: number) => rightProtrusion(clusters[at] ?? '') * (advances[at] ?? 0)

  function bare(kind: BreakKind, at: number, next: number, penalty: number): void {
    found.push({ kind, at, next, penalty, hyphen: null, hangRight: hangRight(at - 1), hangLeft: hangLeft(next) })
  }

  function hyphened(kind: BreakKind, at: number, penalty: number): void {
    const font = runs[pieces.runs[at - 1] ?? 0]?.font
    const last = glyphs[at - 1]
    if (font === undefined || last === undefined) return
    const face = options.faces.face(font)
    const width = face.hyphen.advance * options.size
    const hyphen = { glyph: face.hyphen, kern: face.kern(last, face.hyphen) * options.size, width }
    found.push({ kind, at, next: at, penalty, hyphen, hangRight: rightProtrusion('-') * width, hangLeft: hangLeft(at) })
  }

  /** Cuts a stretch that no line can hold wherever it can be cut. */
  function emergencies(from: number, to: number): void {
    if ((widthSums[to] ?? 0) - (widthSums[from] ?? 0) <= options.narrowest * 0.9) return
    for (let at = from + 1; at < to; at += 1) {
      if (spaces[at - 1] !== 0) continue
      if (spaces[at] !== 0) bare('space', at, at + 1, emergencyPenalty / 3)
      else if (letter.test(clusters[at - 1] ?? '') && letter.test(clusters[at] ?? '')) hyphened('emergency', at, emergencyPenalty)
      else bare('explicit', at, at, emergencyPenalty / 2)
    }
  }

  function token(start: number, end: number): void {
    let from = start
    for (const point of allowed(start, end)) {
      const at = start + point.at
      emergencies(from, at)
      if (point.hyphen) hyphened('hyphen', at, point.penalty)
      else bare('explicit', at, at, point.penalty)
      from = at
    }
    emergencies(from, end)
  }

  /** A word that the author divided is divided there and nowhere else. */
  function allowed(start: number, end: number): readonly TokenBreak[] {
    const byWords = tokenBreaks(text.slice(start, end), options.hyphenate)
    if (allowances.size === 0) return byWords
    const byAuthor: TokenBreak[] = []
    for (const [at, allowance] of allowances)
      if (at > start && at < end) byAuthor.push({ at: at - start, penalty: 0, hyphen: allowance === 'hyphen' })
    return byAuthor.length > 0 ? byAuthor : byWords
  }

  let start = 0
  for (let at = 0; at < spaces.length; at += 1) {
    const space = spaces[at]
    if (space === 0 || (space === 2 && !leansSoftly(text, start, at))) continue
    token(start, at)
    if (space === 1) bare('space', at, at + 1, 0)
    else bare('softSpace', at, at + 1, options.softBreakPenalty)
    start = at + 1
  }
  token(start, spaces.length)
  bare('end', spaces.length, spaces.length, 0)
  return found
}

/** A no-break space that only keeps a word of one or two letters with the next may give way; every other one holds. */
function leansSoftly(text: string, start: number, at: number): boolean {
  const from = Math.max(start, at - 4)
  return /(?:^|[ «„(])[а-яё]{1,2}$/i.test(text.slice(from, at)) && !/^(?:[а-яё]{1,2}\.|[—–])/i.test(text.slice(at + 1, at + 4))
}
