import type { Node } from '@tiptap/pm/model'
import { blockProposal, runSuggestions } from './proposal.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/** A block of the text as it stands, found in the body with its suggestions. */
export interface StandingBlock {
  /** Where a place in its text is in the body; behind what is suggested to come in there. */
  readonly position: (offset: number) => number
  /** Where a part of its text is in the body: what is suggested to come in between is left out. */
  readonly ranges: (from: number, to: number) => readonly Range[]
}

const isInserted = (run: Node): boolean => runSuggestions(run).insertion !== null

/** Is the block in the text as it stands? One that somebody only suggests is, when others have written into it. */
export const isStanding = (block: Node): boolean => {
  if (!blockProposal(block, 'inserted')) return true
  let written = false
  block.forEach((run) => {
    written ||= !isInserted(run)
  })
  return block.type.name === 'paragraph' && written
}

/** The runs of the text as it stands: where each is in the body, and where in the text. */
const runsOf = (block: Node, start: number): readonly (Range & { readonly offset: number })[] => {
  const runs: (Range & { offset: number })[] = []
  let offset = 0
  block.forEach((run, at) => {
    if (isInserted(run)) return
    runs.push({ from: start + at, to: start + at + run.nodeSize, offset })
    offset += run.nodeSize
  })
  return runs
}

/** Finds the block that is the `index`-th of the text as it stands; throws where there is none. */
export const standingBlock = (body: Node, index: number): StandingBlock => {
  let left = index
  let at = 0
  for (const block of body.children) {
    if (isStanding(block)) {
      if (left === 0) {
        const start = at + 1
        const runs = runsOf(block, start)
        return {
          position: (offset) => {
            const run = runs.find((each) => offset <= each.offset + each.to - each.from)
            return run ? run.from + offset - run.offset : start + block.content.size
          },
          ranges: (from, to) =>
            runs.flatMap((run) => {
              const range = {
                from: run.from + Math.max(0, from - run.offset),
                to: Math.min(run.to, run.from + to - run.offset),
              }
              return range.from < range.to ? [range] : []
            }),
        }
      }
      left -= 1
    }
    at += block.nodeSize
  }
  throw new Error(`no block ${index} in the text`)
}
