import type { Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import { blockProposal, encodeProposal, type Proposal, runSuggestions } from './proposal.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/** Strikes the text of a range; what the author inserted themselves is returned instead, to be really taken out. */
const strikeText = (tr: Transform, { from, to }: Range, proposal: Proposal): readonly Range[] => {
  const own: Range[] = []
  const deletion = tr.doc.type.schema.marks.deletion
  if (!deletion) return own
  tr.doc.nodesBetween(from, to, (run, position) => {
    if (!run.isText) return true
    const range = { from: Math.max(from, position), to: Math.min(to, position + run.nodeSize) }
    if (range.from >= range.to) return false
    const { insertion, deletions } = runSuggestions(run)
    if (insertion?.person === proposal.person) own.push(range)
    else if (!deletions.some(({ deletion: other }) => other.person === proposal.person))
      tr.addMark(range.from, range.to, deletion.create({ ...proposal, of: insertion?.id ?? '' }))
    return false
  })
  return own
}

/** Is the block the author's own suggestion and, but for text of the same, empty? */
const isOwn = (block: Node, person: string): boolean => {
  let own = blockProposal(block, 'inserted')?.person === person
  block.forEach((run) => {
    if (runSuggestions(run).insertion?.person !== person) own = false
  })
  return own
}

/**
 * Suggests to delete a range: text is struck, whole blocks are marked, paragraphs that would become one are marked to
 * join. What the author had suggested to insert is taken out for good.
 */
export const proposeDeletion = (tr: Transform, from: number, to: number, proposal: Proposal): void => {
  const gone: Range[] = []
  const fromText = tr.doc.resolve(from).parent.isTextblock
  tr.doc.forEach((block, position) => {
    const end = position + block.nodeSize
    if (end <= from || position >= to) return
    const whole = from <= position && to >= end
    if (whole && isOwn(block, proposal.person)) {
      if (tr.doc.childCount > 1) gone.push({ from: position, to: end })
      return
    }
    if (whole && !blockProposal(block, 'deleted')) tr.setNodeAttribute(position, 'deleted', encodeProposal(proposal))
    if (whole && block.type.name !== 'paragraph') return
    const before = tr.doc.resolve(position).nodeBefore
    if (fromText && !whole && from <= position && block.type.name === 'paragraph' && before?.type.name === 'paragraph') {
      // The author's own paragraph joins the one before it at once.
      if (blockProposal(block, 'inserted')?.person === proposal.person) gone.push({ from: position - 1, to: position + 1 })
      else if (!blockProposal(block, 'join')) tr.setNodeAttribute(position, 'join', encodeProposal(proposal))
    }
    gone.push(...strikeText(tr, { from: Math.max(from, position + 1), to: Math.min(to, end - 1) }, proposal))
  })
  for (const range of gone.reverse()) tr.delete(range.from, range.to)
}
