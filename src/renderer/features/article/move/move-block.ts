import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'

/** Some blocks that stand together, by the number of the first and of the one behind the last. */
export interface BlockRange {
  readonly first: number
  readonly end: number
}

const startOf = (doc: Node, index: number): number => {
  let position = 0
  for (let at = 0; at < index; at += 1) position += doc.child(at).nodeSize
  return position
}

/** The blocks that a range of the text touches. */
export const blocksOf = (doc: Node, from: number, to: number): BlockRange => ({
  first: doc.resolve(from).index(0),
  end: Math.min(doc.childCount, doc.resolve(to).indexAfter(0)),
})

/** May blocks go in front of the block `target`, or with the number of blocks to the end? Not where they stand already. */
export const canMove = (doc: Node, { first, end }: BlockRange, target: number): boolean =>
  first < end && target >= 0 && target <= doc.childCount && (target < first || target > end)

/**
 * Moves blocks in front of the block that has the number `target` now; the selection goes along. Nothing where they cannot
 * go. Returns the number of the first of them afterwards, or null.
 */
export const moveBlocks = (tr: Transaction, range: BlockRange, target: number): number | null => {
  const { doc, selection } = tr
  if (!canMove(doc, range, target)) return null
  const [from, to, goal] = [startOf(doc, range.first), startOf(doc, range.end), startOf(doc, target)]
  const blocks = doc.slice(from, to).content
  tr.delete(from, to)
  const size = to - from
  const place = goal > to ? goal - size : goal
  tr.insert(place, blocks)
  const within = selection.anchor >= from && selection.anchor <= to && selection.head >= from && selection.head <= to
  if (within) {
    const moved = (position: number) => tr.doc.resolve(position + place - from)
    tr.setSelection(TextSelection.between(moved(selection.anchor), moved(selection.head)))
  } else tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1)))
  return target > range.end ? target - (range.end - range.first) : target
}
