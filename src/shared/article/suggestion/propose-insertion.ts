import { Fragment, type Node, type Slice } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import { breakSign, suggestionMarks } from '../text-schema.ts'
import { encodeProposal, type Proposal } from './proposal.ts'

const isSuggestion = (name: string): boolean => suggestionMarks.some((mark) => mark === name)

/** A run as the author's insertion: its look stays, other people's suggestions do not come along. */
const insertedRun = (run: Node, proposal: Proposal): Node => {
  const { insertion } = run.type.schema.marks
  const marks = run.marks.filter((mark) => !isSuggestion(mark.type.name))
  return insertion ? run.mark(insertion.create({ ...proposal, breaks: null }).addToSet(marks)) : run
}

const inlineOf = (content: Fragment, proposal: Proposal): Node[] => {
  const runs: Node[] = []
  content.forEach((run) => {
    if (run.isText) runs.push(insertedRun(run, proposal))
  })
  return runs
}

/** The sign behind which a paragraph of this kind is suggested to begin. */
const breakTo = (block: Node, proposal: Proposal): Node =>
  block.type.schema.text(breakSign, [
    ...(block.type.schema.marks.insertion?.create({ ...proposal, breaks: block.attrs.kind }).addToSet([]) ?? []),
  ])

const insertedBlock = (block: Node, proposal: Proposal): Node =>
  block.type.create(
    {
      ...block.attrs,
      inserted: encodeProposal(proposal),
      deleted: null,
      ...(block.type.name === 'paragraph' && { join: null, change: null }),
    },
    inlineOf(block.content, proposal),
  )

interface Parts {
  readonly inline: readonly Node[]
  readonly blocks: readonly Node[]
}

/** What of a slice goes into the paragraph at hand, and which blocks go behind it. */
const split = (slice: Slice, proposal: Proposal, breaks: boolean): Parts => {
  const inline: Node[] = []
  const blocks: Node[] = []
  slice.content.forEach((node, _offset, index) => {
    if (node.isText) inline.push(insertedRun(node, proposal))
    else if (node.type.name !== 'paragraph') blocks.push(insertedBlock(node, proposal))
    else if (node.isTextblock) {
      if (breaks && index > 0) inline.push(breakTo(node, proposal))
      inline.push(...inlineOf(node.content, proposal))
    }
  })
  return { inline, blocks }
}

/**
 * Suggests to insert a slice; returns where the caret goes. Inside of a paragraph text comes in with signs for the ends
 * of paragraphs, and insets behind the paragraph; between blocks whole blocks come in.
 */
export const proposeInsertion = (tr: Transform, at: number, slice: Slice, proposal: Proposal): number => {
  const place = tr.doc.resolve(at)
  if (!place.parent.isTextblock) {
    const blocks: Node[] = []
    slice.content.forEach((node) => {
      if (node.isTextblock) blocks.push(insertedBlock(node, proposal))
    })
    tr.insert(at, Fragment.from(blocks))
    const size = blocks.reduce((sum, block) => sum + block.nodeSize, 0)
    return size > 0 ? at + size - 1 : at
  }
  const caption = place.parent.type.name !== 'paragraph'
  const { inline, blocks } = split(slice, proposal, !caption)
  const allowed = caption ? inline.map((run) => run.mark(run.marks.filter(({ type }) => isSuggestion(type.name)))) : inline
  if (blocks.length > 0) tr.insert(place.after(), Fragment.from([...blocks]))
  if (allowed.length > 0) tr.replaceWith(at, at, Fragment.from([...allowed]))
  return at + allowed.reduce((sum, run) => sum + run.nodeSize, 0)
}
