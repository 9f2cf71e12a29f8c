import type { ComposedStory } from './compose-story.ts'
import { headlineSteps } from './head.ts'
import type { Zone } from './page-plan.ts'
import type { Piece } from './piece.ts'

interface Standing {
  readonly piece: Piece
  readonly zone: Zone
  readonly composed: ComposedStory
}

/** Of two headlines side by side the smaller one has at most this part of the larger one's size, or they read as one. */
const apart = 0.88

const headlineOf = ({ piece, composed: { shape } }: Standing): number =>
  piece.head(shape.head.span, shape.importance, shape.headStep).headlineSize

const touches = (left: Standing, right: Standing): boolean =>
  left.zone.column + left.zone.span === right.zone.column &&
  left.zone.row + left.composed.shape.head.row === right.zone.row + right.composed.shape.head.row &&
  // A headline that ends before its zone does, a photo beside it, keeps off its neighbour.
  left.composed.shape.head.span === left.zone.span

const alike = (one: number, other: number): boolean => Math.min(one, other) > apart * Math.max(one, other)

/** The stories whose headlines would better be smaller, because another of nearly their size begins beside them. */
export const tombstones = (standing: readonly Standing[]): readonly Piece[] =>
  standing.flatMap((left) =>
    standing.flatMap((right): readonly Piece[] => {
      if (!touches(left, right)) return []
      const [first, second] = [headlineOf(left), headlineOf(right)]
      if (!alike(first, second)) return []
      return [first < second && left.zone.importance !== 'lead' ? left.piece : right.piece]
    }),
  )

const quietHeads = new WeakMap<Piece['head'], Piece['head']>()

/** A piece whose headline begins one step smaller; of the same piece always with the same head. */
export const quieter = (piece: Piece): Piece => {
  const known = quietHeads.get(piece.head)
  const head: Piece['head'] =
    known ?? ((span, importance, step) => piece.head(span, importance, Math.min(step + 1, headlineSteps.length - 1)))
  quietHeads.set(piece.head, head)
  return { ...piece, head }
}
