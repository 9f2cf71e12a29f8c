import type { Mark, Node } from '@tiptap/pm/model'
import { runSuggestions } from '../suggestion/proposal.ts'

/** A part of a body, in its positions. */
export interface Range {
  readonly from: number
  readonly to: number
}

interface Run extends Range {
  readonly offset: number
  readonly marks: readonly Mark[]
}

/** The words of one block as a person reads them: what is struck is left out, what is suggested to come in is there. */
export interface BlockWords {
  /** Its place among the blocks. */
  readonly index: number
  readonly kind: string
  /** A suggested end of a paragraph is a line break in it. */
  readonly text: string
  /** Where the block begins in the body. */
  readonly start: number
  /** Where a part of the text is in the body: struck words in between are left out. */
  readonly ranges: (from: number, to: number) => readonly Range[]
  /** Where a place in the text is in the body: in front of the letter there, or behind the last one. */
  readonly position: (offset: number) => number
  /** The place in the text of a position of the body in this block; of one within struck words the place behind them. */
  readonly offset: (position: number) => number
  /** The marks of the letter at a place, without what is suggested. */
  readonly marksAt: (offset: number) => readonly Mark[]
}

const isLook = (mark: Mark): boolean => !['insertion', 'deletion', 'reformat'].includes(mark.type.name)

/** Reads a block; `start` is its position in the body. */
export const readWords = (block: Node, start: number, index: number): BlockWords => {
  const runs: Run[] = []
  let text = ''
  block.forEach((run, at) => {
    const { deletions, insertion } = runSuggestions(run)
    if (deletions.length > 0) return
    const from = start + 1 + at
    runs.push({ from, to: from + run.nodeSize, offset: text.length, marks: run.marks })
    text += insertion?.breaks ? '\n' : (run.text ?? '')
  })
  const runAt = (offset: number) => runs.find((run) => offset < run.offset + run.to - run.from)
  return {
    index,
    kind: typeof block.attrs.kind === 'string' ? block.attrs.kind : block.type.name,
    text,
    start,
    ranges: (from, to) =>
      runs.flatMap((run) => {
        const range = { from: run.from + Math.max(0, from - run.offset), to: Math.min(run.to, run.from + to - run.offset) }
        return range.from < range.to ? [range] : []
      }),
    position: (offset) => {
      const run = runAt(offset)
      if (run) return run.from + Math.max(0, offset - run.offset)
      return runs.at(-1)?.to ?? start + 1
    },
    offset: (position) => {
      const run = runs.find(({ to }) => position <= to)
      return run ? run.offset + Math.max(0, position - run.from) : text.length
    },
    marksAt: (offset) => (runAt(offset)?.marks ?? []).filter(isLook),
  }
}

/** The words of every block of a body. */
export const wordsOf = (body: Node): readonly BlockWords[] => {
  const blocks: BlockWords[] = []
  body.forEach((block, start, index) => {
    blocks.push(readWords(block, start, index))
  })
  return blocks
}
