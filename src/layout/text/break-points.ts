import type { FaceGlyph, Faces } from './faces.ts'
import type { StyledRun } from './line.ts'
import type { Pieces } from './pieces.ts'
import { leftProtrusion, rightProtrusion } from './protrusion.ts'
import { lastResortBreaks, type TokenBreak, tokenBreaks } from './token-breaks.ts'

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

/** The same whatever the size and the width; lengths in ems. */
export interface BreakPlace {
  readonly kind: BreakKind
  /** Where the stretch begins that no other place divides. */
  readonly from: number
  readonly at: number
  readonly next: number
  /** Of a soft space: what the setting says. */
  readonly penalty: number
  /** The hyphen to be drawn. */
  readonly hyphen: { readonly glyph: FaceGlyph; readonly kern: number } | null
  /** Parts of the widths of the last piece, or the hyphen, and of the first one after the place. */
  readonly hangRight: number
  readonly hangLeft: number
}

export interface BreakPointOptions {
  readonly size: number
  readonly softBreakPenalty: number
  /** Pieces wider than this get emergency break points. */
  readonly narrowest: number
}

/** How words may be divided: not at all, between syllables as usual, or wherever it can be done rather than leave gaps. */
export type Dividing = 'never' | 'usually' | 'anyhow'

/** Any other way out is better. */
const emergencyPenalty = 30_000
const letter = /\p{L}/u

/** All places where a line of a paragraph may end by its words, ascending; the last one is the paragraph's end. */
export function breakPlaces(pieces: Pieces, runs: readonly StyledRun[], faces: Faces, dividing: Dividing): readonly BreakPlace[] {
  const { text, spaces, clusters, allowances } = pieces
  const found: BreakPlace[] = []
  let from = 0

  function bare(kind: BreakKind, at: number, next: number, penalty: number): void {
    const hangRight = rightProtrusion(clusters[at - 1] ?? '')
    found.push({ kind, from, at, next, penalty, hyphen: null, hangRight, hangLeft: leftProtrusion(clusters[next] ?? '') })
    from = next
  }

  function hyphened(at: number, penalty: number): void {
    const hyphen = hyphenAt(pieces, runs, faces, at)
    const hangLeft = leftProtrusion(clusters[at] ?? '')
    found.push({ kind: 'hyphen', from, at, next: at, penalty, hyphen, hangRight: rightProtrusion('-'), hangLeft })
    from = at
  }

  function token(start: number, end: number): void {
    for (const { at, hyphen, penalty } of allowed(start, end)) {
      if (hyphen) hyphened(start + at, penalty)
      else bare('explicit', start + at, start + at, penalty)
    }
  }

  /** A word that the author divided is divided there and nowhere else. */
  function allowed(start: number, end: number): readonly TokenBreak[] {
    const word = text.slice(start, end)
    const byWords = dividing === 'anyhow' ? lastResortBreaks(word) : tokenBreaks(word, dividing === 'usually')
    if (allowances.size === 0) return byWords
    const byAuthor: TokenBreak[] = []
    for (const [at, allowance] of allowances)
      if (at > start && at < end) byAuthor.push({ at: at - start, penalty: 0, hyphen: allowance === 'hyphen' })
    return byAuthor.length > 0 ? byAuthor : byWords
  }

  let start = 0
  for (let at = 0; at < spaces.length; at += 1) {
    const space = spaces[at]
    if (space === 0 || (space === 2 && !leansSoftly(text, start, at) && !(dividing === 'anyhow' && givesWay(text, at)))) continue
    token(start, at)
    bare(space === 1 ? 'space' : 'softSpace', at, at + 1, 0)
    start = at + 1
  }
  token(start, spaces.length)
  bare('end', spaces.length, spaces.length, 0)
  return found
}

/** The hyphen of the face that a place stands in, with the kerning before it, in ems. */
function hyphenAt(pieces: Pieces, runs: readonly StyledRun[], faces: Faces, at: number): NonNullable<BreakPlace['hyphen']> {
  const font = runs[pieces.runs[at - 1] ?? 0]?.font
  const last = pieces.glyphs[at - 1]
  if (font === undefined || last === undefined) throw new Error('A hyphen after nothing')
  const face = faces.face(font)
  return { glyph: face.hyphen, kern: face.kern(last, face.hyphen) }
}

/**
 * The places in a size; where a stretch between two of them is wider than the column, also wherever it can be cut.
 * `advances` are those of the pieces and `widthSums` the sums over them, in points.
 */
export function breakPoints(
  pieces: Pieces,
  places: readonly BreakPlace[],
  runs: readonly StyledRun[],
  faces: Faces,
  { advances, widthSums }: { readonly advances: Float64Array; readonly widthSums: Float64Array },
  { size, softBreakPenalty, narrowest }: BreakPointOptions,
): readonly BreakPoint[] {
  const { spaces, clusters } = pieces
  const found: BreakPoint[] = []

  const add = (place: Omit<BreakPlace, 'from'>): void => {
    const { kind, at, next, penalty, hyphen, hangRight, hangLeft } = place
    const width = hyphen === null ? 0 : hyphen.glyph.advance * size
    found.push({
      kind,
      at,
      next,
      penalty: kind === 'softSpace' ? softBreakPenalty : penalty,
      hyphen: hyphen === null ? null : { glyph: hyphen.glyph, kern: hyphen.kern * size, width },
      hangRight: hangRight * (hyphen === null ? (advances[at - 1] ?? 0) : width),
      hangLeft: hangLeft * (advances[next] ?? 0),
    })
  }

  /** Cuts a stretch that no line can hold wherever it can be cut. */
  function emergencies(from: number, to: number): void {
    if ((widthSums[to] ?? 0) - (widthSums[from] ?? 0) <= narrowest * 0.9) return
    for (let at = from + 1; at < to; at += 1) {
      if (spaces[at - 1] !== 0) continue
      const next = spaces[at] !== 0 ? at + 1 : at
      const hangLeft = leftProtrusion(clusters[next] ?? '')
      const bare = { at, next, hyphen: null, hangRight: rightProtrusion(clusters[at - 1] ?? ''), hangLeft }
      if (next > at) add({ ...bare, kind: 'space', penalty: emergencyPenalty / 3 })
      else if (letter.test(clusters[at - 1] ?? '') && letter.test(clusters[at] ?? '')) {
        const hyphen = hyphenAt(pieces, runs, faces, at)
        add({ ...bare, kind: 'emergency', penalty: emergencyPenalty, hyphen, hangRight: rightProtrusion('-') })
      } else add({ ...bare, kind: 'explicit', penalty: emergencyPenalty / 2 })
    }
  }

  for (const place of places) {
    emergencies(place.from, place.at)
    add(place)
  }
  return found
}

/** A no-break space that only keeps a word of one or two letters with the next may give way; every other one holds. */
function leansSoftly(text: string, start: number, at: number): boolean {
  const from = Math.max(start, at - 4)
  return /(?:^|[ «„(])[а-яё]{1,2}$/i.test(text.slice(from, at)) && !/^(?:[а-яё]{1,2}\.|[—–])/i.test(text.slice(at + 1, at + 4))
}

/** Before a particle, and between millions and what there are millions of: held unless a line would have gaps. */
const givesWay = (text: string, at: number): boolean =>
  /^(?:бы|ли|же)(?![а-яё])/i.test(text.slice(at + 1, at + 5)) ||
  (/(?:тыс\.|млн|млрд|трлн)$/.test(text.slice(Math.max(0, at - 4), at)) && /^[а-яё]{5}/.test(text.slice(at + 1, at + 6)))
