import type { IssueInput, IssueLayout } from './input.ts'
import { type LayoutProgress, lastOf, layOutSteps } from './lay-out-issue.ts'
import { createLayoutMemory, type LayoutMemory } from './page/layout-memory.ts'
import { publicationSpec } from './page/publication-spec.ts'
import type { Faces } from './text/faces.ts'

/** Lays out issues one after another and remembers: of an issue that changed a little only the change is set anew. */
export interface LayoutEngine {
  layOut(input: IssueInput): IssueLayout
  /** The same a story or a page at a time; one may leave off after any step. */
  steps(input: IssueInput): Generator<LayoutProgress, IssueLayout, void>
}

export const createLayoutEngine = (faces: Faces): LayoutEngine => {
  let memory: LayoutMemory | null = null
  const memoryFor = ({ columns }: IssueInput): LayoutMemory => {
    if (memory === null || memory.spec.columns !== columns) memory = createLayoutMemory(publicationSpec(columns), faces)
    return memory
  }
  return {
    layOut: (input) => lastOf(layOutSteps(input, memoryFor(input))),
    steps: (input) => layOutSteps(input, memoryFor(input)),
  }
}
