import type { OfferedShape } from '../shared/layout/api.ts'
import { type Copyfit, copyfit, type PageKind, slotOf } from './copyfit.ts'
import type { IssueInput, IssueLayout, StoryInput } from './input.ts'
import { type LayoutProgress, lastOf, layOutSteps } from './lay-out-issue.ts'
import { createLayoutMemory, type LayoutMemory } from './page/layout-memory.ts'
import { type OfferBox, type OfferPlace, offerArrangements, offerShapes } from './page/offer-shapes.ts'
import { publicationSpec } from './page/publication-spec.ts'
import type { Faces } from './text/faces.ts'

/** Lays out issues one after another and remembers: of an issue that changed a little only the change is set anew. */
export interface LayoutEngine {
  layOut(input: IssueInput): IssueLayout
  /** The same a story or a page at a time; one may leave off after any step. */
  steps(input: IssueInput): Generator<LayoutProgress, IssueLayout, void>
  /** How a story in another state of its text would fit its place in an issue; see `copyfit`. */
  copyfit(story: StoryInput, input: IssueInput): Generator<LayoutProgress, Copyfit, void>
  /** How many lines a story without a place has in the columns of a kind of pages. */
  linesOf(story: StoryInput, kind: PageKind): number
  /** The shapes that suit a story on a page; see `offerShapes`. */
  shapes(kind: PageKind, story: StoryInput, place: OfferPlace): readonly OfferedShape[]
  /** The ways to arrange a story in a zone; see `offerArrangements`. */
  arrangements(kind: PageKind, story: StoryInput, box: OfferBox, place: OfferPlace): ReturnType<typeof offerArrangements>
}

export const createLayoutEngine = (faces: Faces): LayoutEngine => {
  let known: { readonly kind: string; readonly memory: LayoutMemory } | null = null
  const memoryFor = ({ columns, style }: PageKind): LayoutMemory => {
    const kind = JSON.stringify([columns, style])
    if (known?.kind !== kind) known = { kind, memory: createLayoutMemory(publicationSpec(style, columns), faces) }
    return known.memory
  }
  return {
    layOut: (input) => lastOf(layOutSteps(input, memoryFor(input))),
    steps: (input) => layOutSteps(input, memoryFor(input)),
    copyfit(story, input) {
      const memory = memoryFor(input)
      return copyfit(story, slotOf(input, story.id, memory), memory)
    },
    linesOf: (story, kind) => memoryFor(kind).galley(story).rows,
    shapes: (kind, story, place) => offerShapes(story, place, memoryFor(kind)),
    arrangements: (kind, story, box, place) => offerArrangements(story, box, place, memoryFor(kind)),
  }
}
