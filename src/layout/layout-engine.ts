import type { OfferedShape } from '../shared/layout/api.ts'
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
  /** The shapes that suit a story on a page with so many columns; see `offerShapes`. */
  shapes(columns: IssueInput['columns'], story: StoryInput, place: OfferPlace): readonly OfferedShape[]
  /** The ways to arrange a story in a zone; see `offerArrangements`. */
  arrangements(
    columns: IssueInput['columns'],
    story: StoryInput,
    box: OfferBox,
    place: OfferPlace,
  ): ReturnType<typeof offerArrangements>
}

export const createLayoutEngine = (faces: Faces): LayoutEngine => {
  let memory: LayoutMemory | null = null
  const memoryFor = (columns: IssueInput['columns']): LayoutMemory => {
    if (memory === null || memory.spec.columns !== columns) memory = createLayoutMemory(publicationSpec(columns), faces)
    return memory
  }
  return {
    layOut: (input) => lastOf(layOutSteps(input, memoryFor(input.columns))),
    steps: (input) => layOutSteps(input, memoryFor(input.columns)),
    shapes: (columns, story, place) => offerShapes(story, place, memoryFor(columns)),
    arrangements: (columns, story, box, place) => offerArrangements(story, box, place, memoryFor(columns)),
  }
}
