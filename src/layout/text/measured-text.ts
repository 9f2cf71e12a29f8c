import type { FontId } from '../../shared/layout/display.ts'
import type { FaceGlyph, Faces } from './faces.ts'
import { hyphenationPoints } from './hyphenation.ts'
import type { StyledRun } from './line.ts'
import { leftProtrusion, rightProtrusion } from './protrusion.ts'

/** Why a line may end at a place. Only `hyphen` and `emergency` draw a hyphen that is not in the text. */
export type BreakKind = 'space' | 'softSpace' | 'hyphen' | 'explicit' | 'emergency' | 'end'

/** A place where a line may end. Lengths in points. */
export interface BreakPoint {
  readonly kind: BreakKind
  /** The line's glyphs end before `at`; the next line's begin with `next`. */
  readonly at: number
  readonly next: number
  readonly penalty: number
  /** A hyphen to be drawn with its kerning; null where none is. */
  readonly hyphen: { readonly glyph: FaceGlyph; readonly kern: number; readonly width: number } | null
  /** How far the line's end may hang out to the right, and the next line's beginning to the left. */
  readonly hangRight: number
  readonly hangLeft: number
}

/**
 * A paragraph as glyphs in a row with sums over them, so that the width of any stretch is a subtraction. `sums[i]` are
 * over the glyphs before i. A glyph's kern is what stands between it and the next one.
 */
export interface MeasuredText {
  readonly size: number
  readonly glyphs: readonly number[]
  readonly clusters: readonly string[]
  readonly advances: Float64Array
  readonly kerns: Float64Array
  /** 1 where the glyph is an elastic word space. */
  readonly elastic: Uint8Array
  readonly runs: readonly number[]
  readonly fonts: readonly { readonly font: FontId; readonly href: string | null; readonly spaceGlyph: number }[]
  readonly widthSums: Float64Array
  readonly spaceSums: Float64Array
  /** Joints that tracking may open: pairs of neighbours neither of which is elastic; joint i is after glyph i. */
  readonly jointSums: Float64Array
  readonly breaks: readonly BreakPoint[]
  readonly hangLeft: number
}

export interface MeasureOptions {
  readonly faces: Faces
  readonly size: number
  readonly hyphenate: boolean
  readonly softBreakPenalty: number
  /** Pieces wider than this get emergency break points. */
  readonly widest: number
}

interface Piece {
  readonly character: string
  readonly glyph: FaceGlyph
  readonly run: number
  readonly advance: number
  readonly elastic: boolean
  readonly space: 'none' | 'breaks' | 'keeps'
  /** The author allows a break before it: with a hyphen or without one. */
  readonly allowed: 'none' | 'hyphen' | 'bare'
}

const emergencyPenalty = 30_000

export function measureText(runs: readonly StyledRun[], options: MeasureOptions): MeasuredText {
  const pieces = piecesOf(runs, options)
  const count = pieces.length
  const advances = new Float64Array(count)
  const kerns = new Float64Array(count)
  const elastic = new Uint8Array(count)
  const widthSums = new Float64Array(count + 1)
  const spaceSums = new Float64Array(count + 1)
  const jointSums = new Float64Array(count + 1)
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1]
    const kern = next === undefined ? 0 : kernBetween(piece, next, runs, options)
    advances[index] = piece.advance
    kerns[index] = kern
    elastic[index] = piece.elastic ? 1 : 0
    widthSums[index + 1] = (widthSums[index] ?? 0) + piece.advance + kern
    spaceSums[index + 1] = (spaceSums[index] ?? 0) + (piece.elastic ? piece.advance : 0)
    jointSums[index + 1] = (jointSums[index] ?? 0) + (next === undefined || piece.elastic || next.elastic ? 0 : 1)
  }
  const first = pieces[0]
  return {
    size: options.size,
    glyphs: pieces.map((piece) => piece.glyph.id),
    clusters: pieces.map((piece) => piece.character),
    advances,
    kerns,
    elastic,
    runs: pieces.map((piece) => piece.run),
    fonts: runs.map(({ font, href }) => ({ font, href, spaceGlyph: options.faces.face(font).spaceGlyph })),
    widthSums,
    spaceSums,
    jointSums,
    breaks: breakPoints(pieces, runs, widthSums, options),
    hangLeft: first === undefined ? 0 : leftProtrusion(first.character) * first.advance,
  }
}

function piecesOf(runs: readonly StyledRun[], { faces, size }: MeasureOptions): readonly Piece[] {
  const pieces: Piece[] = []
  let allowed: Piece['allowed'] = 'none'
  for (const [run, { text, font }] of runs.entries()) {
    const face = faces.face(font)
    for (const character of text.normalize('NFC')) {
      const codePoint = character.codePointAt(0) ?? 0
      const use = face.use(codePoint)
      if (use.kind === 'nothing') continue
      if (use.kind === 'softHyphen') allowed = 'hyphen'
      else if (use.kind === 'breakOpportunity') allowed = 'bare'
      else if (use.kind === 'space') {
        allowed = 'none'
        const last = pieces.at(-1)
        // Spaces at the beginning are dropped, and a row of them is one.
        if (last === undefined) continue
        if (last.space !== 'none') {
          if (!use.breaks && last.space === 'breaks') pieces[pieces.length - 1] = { ...last, space: 'keeps' }
          continue
        }
        const glyph = face.glyph(0x20)
        const space = use.breaks ? 'breaks' : 'keeps'
        pieces.push({ character: ' ', glyph, run, advance: glyph.advance * size, elastic: true, space, allowed: 'none' })
      } else if (use.kind === 'fixedSpace') {
        const glyph = face.glyph(0x20)
        const advance = glyph.advance * size * use.natural
        pieces.push({ character: ' ', glyph, run, advance, elastic: false, space: 'none', allowed: 'none' })
        allowed = 'none'
      } else {
        const glyph = face.glyph(codePoint)
        const advance = glyph.advance * size
        pieces.push({ character, glyph, run, advance, elastic: false, space: 'none', allowed })
        allowed = 'none'
      }
    }
  }
  while (pieces.at(-1)?.elastic === true) pieces.pop()
  return pieces
}

function kernBetween(left: Piece, right: Piece, runs: readonly StyledRun[], { faces, size }: MeasureOptions): number {
  if (left.character === ' ' || right.character === ' ') return 0
  const font = runs[left.run]?.font
  if (font === undefined || font !== runs[right.run]?.font) return 0
  return faces.face(font).kern(left.glyph, right.glyph) * size
}

function breakPoints(
  pieces: readonly Piece[],
  runs: readonly StyledRun[],
  widthSums: Float64Array,
  options: MeasureOptions,
): readonly BreakPoint[] {
  const found: BreakPoint[] = []
  const hangRightOf = (piece: Piece | undefined) => (piece === undefined ? 0 : rightProtrusion(piece.character) * piece.advance)
  const hangLeftOf = (piece: Piece | undefined) => (piece === undefined ? 0 : leftProtrusion(piece.character) * piece.advance)

  function bare(kind: BreakKind, at: number, next: number, penalty: number): BreakPoint {
    return {
      kind,
      at,
      next,
      penalty,
      hyphen: null,
      hangRight: hangRightOf(pieces[at - 1]),
      hangLeft: hangLeftOf(pieces[next]),
    }
  }

  function withHyphen(kind: BreakKind, at: number, penalty: number): BreakPoint {
    const last = pieces[at - 1]
    const font = last === undefined ? undefined : runs[last.run]?.font
    if (last === undefined || font === undefined) return bare(kind, at, at, penalty)
    const face = options.faces.face(font)
    const width = face.hyphen.advance * options.size
    return {
      kind,
      at,
      next: at,
      penalty,
      hyphen: { glyph: face.hyphen, kern: face.kern(last.glyph, face.hyphen) * options.size, width },
      hangRight: rightProtrusion('-') * width,
      hangLeft: hangLeftOf(pieces[at]),
    }
  }

  function tokenBreaks(start: number, end: number): readonly BreakPoint[] {
    const own: BreakPoint[] = []
    const token = pieces.slice(start, end)
    const joined = token.map((piece) => (piece.character.length === 1 ? piece.character : '\ufffc')).join('')
    for (const [index, piece] of token.entries()) {
      if (index === 0) continue
      if (piece.allowed === 'hyphen') own.push(withHyphen('hyphen', start + index, 0))
      if (piece.allowed === 'bare') own.push(bare('explicit', start + index, start + index, 0))
    }
    for (const { at, penalty } of explicitBreaks(joined)) own.push(bare('explicit', start + at, start + at, penalty))
    if (options.hyphenate) for (const { at, penalty } of wordBreaks(joined)) own.push(withHyphen('hyphen', start + at, penalty))
    own.sort((left, right) => left.at - right.at)
    const kept = own.filter((point, index) => own[index - 1]?.at !== point.at)
    return withEmergencies(kept, start, end)
  }

  function withEmergencies(points: readonly BreakPoint[], start: number, end: number): readonly BreakPoint[] {
    const result: BreakPoint[] = []
    let from = start
    const width = (left: number, right: number) => (widthSums[right] ?? 0) - (widthSums[left] ?? 0)
    for (const to of [...points.map((point) => point.at), end]) {
      if (width(from, to) > options.widest * 0.9)
        for (let at = from + 1; at < to; at += 1) {
          const beforeSpace = pieces[at]?.elastic === true
          const afterSpace = pieces[at - 1]?.elastic === true
          if (afterSpace) continue
          if (beforeSpace) result.push(bare('space', at, at + 1, emergencyPenalty / 3))
          else {
            const lettered = /[\p{L}]/u.test(`${pieces[at - 1]?.character}`) && /\p{L}/u.test(`${pieces[at]?.character}`)
            result.push(lettered ? withHyphen('emergency', at, emergencyPenalty) : bare('explicit', at, at, emergencyPenalty / 2))
          }
        }
      const point = points.find((candidate) => candidate.at === to)
      if (point !== undefined) result.push(point)
      from = to
    }
    return result
  }

  let start = 0
  for (let index = 0; index <= pieces.length; index += 1) {
    const piece = pieces[index]
    const ends = piece === undefined || piece.space === 'breaks'
    const soft = piece?.space === 'keeps' && leansSoftly(pieces, start, index)
    if (!ends && !soft) continue
    found.push(...tokenBreaks(start, index))
    if (piece === undefined) found.push(bare('end', index, index, 0))
    else if (ends) found.push(bare('space', index, index + 1, 0))
    else found.push(bare('softSpace', index, index + 1, options.softBreakPenalty))
    start = index + 1
  }
  return found
}

/** A no-break space that only keeps a word of one or two letters with the next may give way; every other one holds. */
function leansSoftly(pieces: readonly Piece[], start: number, at: number): boolean {
  let word = ''
  for (let index = at - 1; index >= start; index -= 1) {
    const character = pieces[index]?.character ?? ''
    if (character === ' ') break
    word = character + word
  }
  const after = `${pieces[at + 1]?.character ?? ''}${pieces[at + 2]?.character ?? ''}`
  return /^[«„(]?[а-яё]{1,2}$/i.test(word) && !/^(?:[а-яё]\.|—)/i.test(after)
}

/** After a hyphen the author wrote, between parts of at least two letters; after a slash or before a dot of an address. */
function explicitBreaks(token: string): readonly { readonly at: number; readonly penalty: number }[] {
  const found: { at: number; penalty: number }[] = []
  for (const match of token.matchAll(/(?<=\p{L}{2})[-\u2010](?=\p{L}{2})/gu)) {
    const rest = /^\p{L}+/u.exec(token.slice(match.index + 1))?.[0].length ?? 0
    found.push({ at: match.index + 1, penalty: rest < 4 ? 45 : 10 })
  }
  for (const match of token.matchAll(/(?<=[\p{L}\d]{3})\/(?=[\p{L}\d]{3})/gu)) found.push({ at: match.index + 1, penalty: 60 })
  for (const match of token.matchAll(/(?<=[\p{L}\d—]{2})—(?=[\p{L}\d])/gu)) found.push({ at: match.index + 1, penalty: 30 })
  return found
}

/** Hyphenation points of the words of a token, dearer where two letters are cut off or a name is cut. */
function wordBreaks(token: string): readonly { readonly at: number; readonly penalty: number }[] {
  const found: { at: number; penalty: number }[] = []
  for (const match of token.matchAll(/(?<![\p{L}\d@./])[а-яё]+(?![\p{L}\d@/]|\.\p{L})/giu)) {
    const word = match[0]
    const name = /^[А-ЯЁ]/.test(word) ? 35 : 0
    for (const at of hyphenationPoints(word)) {
      const short = (at < 3 ? 18 : 0) + (word.length - at < 3 ? 28 : 0)
      found.push({ at: match.index + at, penalty: short + name })
    }
  }
  return found
}
