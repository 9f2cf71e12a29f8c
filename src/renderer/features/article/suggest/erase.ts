import type { Node } from '@tiptap/pm/model'
import { runSuggestions } from '../../../../shared/article/suggestion/proposal.ts'

/** What a press of Backspace or Delete means where text is struck, not taken out. */
export interface Erasure {
  readonly from: number
  readonly to: number
}

interface Letters {
  readonly from: number
  readonly text: string
}

const letters = new Intl.Segmenter('ru', { granularity: 'grapheme' })
const isStruck = (run: Node): boolean => runSuggestions(run).deletions.length > 0

/** The runs of a block that are not struck, in front of a place or behind it, cut there. */
const open = (body: Node, position: number, back: boolean): readonly Letters[] => {
  const place = body.resolve(position)
  const start = place.start()
  const runs: Letters[] = []
  place.parent.forEach((run, offset) => {
    if (isStruck(run)) return
    const cut = position - start - offset
    const text = run.text ?? ''
    const part = back ? text.slice(0, Math.max(0, cut)) : text.slice(Math.max(0, cut))
    if (part !== '') runs.push({ from: start + offset + (back ? 0 : Math.max(0, cut)), text: part })
  })
  return runs
}

const lastOf = (text: string, word: boolean): number =>
  word ? (/[^\s]*\s*$/u.exec(text)?.[0].length ?? 1) : ([...letters.segment(text)].at(-1)?.segment.length ?? 1)

const firstOf = (text: string, word: boolean): number =>
  word ? (/^\s*[^\s]*/u.exec(text)?.[0].length ?? 1) : ([...letters.segment(text)][0]?.segment.length ?? 1)

/**
 * What one press erases with the caret at a position: the next letter or word that is not struck already; at the edge of
 * a paragraph the seam to its neighbour. Null where there is nothing to erase.
 */
export const findErasure = (body: Node, position: number, back: boolean, word: boolean): Erasure | null => {
  const place = body.resolve(position)
  if (!place.parent.isTextblock) return null
  const runs = open(body, position, back)
  const run = back ? runs.at(-1) : runs[0]
  if (run) {
    const size = back ? lastOf(run.text, word) : firstOf(run.text, word)
    return back
      ? { from: run.from + run.text.length - size, to: run.from + run.text.length }
      : { from: run.from, to: run.from + size }
  }
  const seam = back ? place.before() : place.after()
  const { nodeBefore, nodeAfter } = body.resolve(seam)
  const both = nodeBefore?.type.name === 'paragraph' && nodeAfter?.type.name === 'paragraph'
  return both ? { from: seam - 1, to: seam + 1 } : null
}
