import type { IssueInput, IssueLayout } from './input.ts'
import { layOutIssue } from './lay-out-issue.ts'
import { createLayoutMemory, type LayoutMemory } from './page/layout-memory.ts'
import { publicationSpec } from './page/publication-spec.ts'
import type { Faces } from './text/faces.ts'

/** Lays out issues one after another and remembers: of an issue that changed a little only the change is set anew. */
export interface LayoutEngine {
  layOut(input: IssueInput): IssueLayout
}

export const createLayoutEngine = (faces: Faces): LayoutEngine => {
  let memory: LayoutMemory | null = null
  return {
    layOut(input) {
      if (memory === null || memory.spec.columns !== input.columns)
        memory = createLayoutMemory(publicationSpec(input.columns), faces)
      return layOutIssue(input, faces, memory)
    },
  }
}
