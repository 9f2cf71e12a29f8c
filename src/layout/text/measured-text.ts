import type { FontId } from '../../shared/layout/display.ts'
import {
  type BreakPlace,
  type BreakPoint,
  type BreakPointOptions,
  breakPlaces,
  breakPoints,
  type Dividing,
} from './break-points.ts'
import type { Faces } from './faces.ts'
import type { StyledRun } from './line.ts'
import { type Pieces, piecesOf } from './pieces.ts'
import { leftProtrusion } from './protrusion.ts'

/** A paragraph in its faces, before it has a size: measured in many sizes it is shaped once. */
export interface ShapedText {
  readonly styled: readonly StyledRun[]
  readonly faces: Faces
  readonly pieces: Pieces
  readonly places: readonly BreakPlace[]
  readonly glyphs: readonly number[]
  readonly elastic: readonly boolean[]
  readonly jointSums: Float64Array
  readonly fonts: MeasuredText['fonts']
}

/**
 * A paragraph as glyphs in a row with sums over them, so that the width of any stretch is a subtraction: `sums[i]` are
 * over the glyphs before i. Lengths in points.
 */
export interface MeasuredText {
  readonly size: number
  readonly glyphs: readonly number[]
  readonly clusters: readonly string[]
  readonly advances: Float64Array
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

/** Shapes a paragraph, its words divided as is said. */
export function shapeText(styled: readonly StyledRun[], faces: Faces, dividing: Dividing): ShapedText {
  const pieces = piecesOf(styled, faces)
  const { spaces } = pieces
  const count = spaces.length
  const jointSums = new Float64Array(count + 1)
  for (let index = 0; index < count; index += 1) {
    const joined = index + 1 < count && spaces[index] === 0 && spaces[index + 1] === 0
    jointSums[index + 1] = (jointSums[index] ?? 0) + (joined ? 1 : 0)
  }
  return {
    ...{ styled, faces, pieces, jointSums },
    places: breakPlaces(pieces, styled, faces, dividing),
    glyphs: pieces.glyphs.map(({ id }) => id),
    elastic: spaces.map((kind) => kind !== 0),
    fonts: styled.map(({ font, href }) => ({ font, href, spaceGlyph: faces.face(font).spaceGlyph })),
  }
}

/** The same paragraph with its words divided otherwise. */
export const dividedAs = (shaped: ShapedText, dividing: Dividing): ShapedText => ({
  ...shaped,
  places: breakPlaces(shaped.pieces, shaped.styled, shaped.faces, dividing),
})

/** A shaped paragraph in a size. */
export function measureText(shaped: ShapedText, options: BreakPointOptions): MeasuredText {
  const { styled, faces, pieces, places, ...same } = shaped
  const { size } = options
  const { spaces, glyphs, fixed, clusters, runs } = pieces
  const count = spaces.length
  const advances = new Float64Array(count)
  const kerns = new Float64Array(count)
  const widthSums = new Float64Array(count + 1)
  const spaceSums = new Float64Array(count + 1)
  let width = 0
  let space = 0
  for (let index = 0; index < count; index += 1) {
    const natural = (glyphs[index]?.advance ?? 0) * size
    const advance = fixed.size === 0 ? natural : natural * (fixed.get(index) ?? 1)
    const kern = (pieces.kerns[index] ?? 0) * size
    advances[index] = advance
    kerns[index] = kern
    width += advance + kern
    if (spaces[index] !== 0) space += advance
    widthSums[index + 1] = width
    spaceSums[index + 1] = space
  }
  return {
    glyphs: same.glyphs,
    elastic: same.elastic,
    jointSums: same.jointSums,
    fonts: same.fonts,
    ...{ size, clusters, advances, kerns, runs, widthSums, spaceSums },
    breaks: breakPoints(pieces, places, styled, faces, { advances, widthSums }, options),
    hangLeft: leftProtrusion(clusters[0] ?? '') * (advances[0] ?? 0),
  }
}
