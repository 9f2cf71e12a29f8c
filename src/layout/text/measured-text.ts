import type { FontId } from '../../shared/layout/display.ts'
import { type BreakPoint, type BreakPointOptions, breakPoints } from './break-points.ts'
import type { StyledRun } from './line.ts'
import { piecesOf } from './pieces.ts'
import { leftProtrusion } from './protrusion.ts'

/**
 * A paragraph as glyphs in a row with sums over them, so that the width of any stretch is a subtraction: `sums[i]` are
 * over the glyphs before i. Lengths in points.
 */
export interface MeasuredText {
  readonly size: number
  readonly glyphs: readonly number[]
  readonly clusters: readonly string[]
  readonly advances: readonly number[]
  /** Kerning between a glyph and the next one. */
  readonly kerns: Float64Array
  /** Whether the glyph is an elastic word space. */
  readonly elastic: readonly boolean[]
  /** Which of `fonts` a glyph is of. */
  readonly runs: readonly number[]
  readonly fonts: readonly { readonly font: FontId; readonly href: string | null; readonly spaceGlyph: number }[]
  readonly widthSums: Float64Array
  readonly spaceSums: Float64Array
  /** Joints that tracking may open: pairs of neighbours neither of which is elastic; joint i is after glyph i. */
  readonly jointSums: Float64Array
  readonly breaks: readonly BreakPoint[]
  /** How far the first line may hang out to the left. */
  readonly hangLeft: number
}

export function measureText(runs: readonly StyledRun[], options: BreakPointOptions): MeasuredText {
  const { faces, size } = options
  const pieces = piecesOf(runs, faces, size)
  const { advances, spaces, clusters, glyphs } = pieces
  const count = advances.length
  const kerns = new Float64Array(count)
  const widthSums = new Float64Array(count + 1)
  const spaceSums = new Float64Array(count + 1)
  const jointSums = new Float64Array(count + 1)
  const fonts = runs.map(({ font, href }) => ({ font, href, spaceGlyph: faces.face(font).spaceGlyph }))
  let width = 0
  let space = 0
  let joints = 0
  for (let index = 0; index < count; index += 1) {
    const advance = advances[index] ?? 0
    const joined = index + 1 < count && spaces[index] === 0 && spaces[index + 1] === 0
    const kern = joined ? kernAfter(index) : 0
    kerns[index] = kern
    width += advance + kern
    if (spaces[index] !== 0) space += advance
    if (joined) joints += 1
    widthSums[index + 1] = width
    spaceSums[index + 1] = space
    jointSums[index + 1] = joints
  }

  function kernAfter(index: number): number {
    const left = glyphs[index]
    const right = glyphs[index + 1]
    const run = pieces.runs[index] ?? 0
    const font = fonts[run]?.font
    if (left === undefined || right === undefined || font === undefined) return 0
    if (font !== fonts[pieces.runs[index + 1] ?? 0]?.font) return 0
    return faces.face(font).kern(left, right) * size
  }

  return {
    size,
    glyphs: glyphs.map(({ id }) => id),
    clusters,
    advances,
    kerns,
    elastic: spaces.map((kind) => kind !== 0),
    runs: pieces.runs,
    fonts,
    widthSums,
    spaceSums,
    jointSums,
    breaks: breakPoints(pieces, runs, widthSums, options),
    hangLeft: leftProtrusion(clusters[0] ?? '') * (advances[0] ?? 0),
  }
}
