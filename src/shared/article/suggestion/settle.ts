import type { Mark, Node } from '@tiptap/pm/model'
import { canSplit, type Transform } from '@tiptap/pm/transform'
import { blockChange, blockProposal, encodeProposal, type Proposal, runSuggestions } from './proposal.ts'

export type Verdict = 'accept' | 'reject'

/** A part of a suggestion that a verdict is asked about: whose it is, and where it stood before anything was decided. */
export type Chosen = (proposal: Proposal, from: number, to: number) => boolean

interface Place {
  readonly block: Node
  readonly position: number
}

const placesOf = (body: Node): readonly Place[] => {
  const places: Place[] = []
  body.forEach((block, position) => {
    places.push({ block, position })
  })
  return places
}

/** The second half of a paragraph that is cut: of the kind that was suggested, everywhere the first one is. */
const splitAt = (tr: Transform, position: number, kind: string): void => {
  const { parent } = tr.doc.resolve(position)
  const after = [{ type: parent.type, attrs: { kind, medium: parent.attrs.medium } }]
  if (canSplit(tr.doc, position, 1, after)) tr.split(position, 1, after)
}

const removeMarks = (tr: Transform, from: number, to: number, marks: readonly Mark[]): void => {
  for (const mark of marks) tr.removeMark(from, to, mark)
}

const decideRun = (tr: Transform, run: Node, from: number, verdict: Verdict, chosen: Chosen): void => {
  const to = from + run.nodeSize
  const { insertion, deletions, reformats, stray } = runSuggestions(run)
  const isChosen = (proposal: Proposal) => chosen(proposal, from, to)
  const inserted = insertion !== null && isChosen(insertion)
  const struck = deletions.filter(({ deletion }) => isChosen(deletion))
  if ((inserted && verdict === 'reject') || (struck.length > 0 && verdict === 'accept')) {
    tr.delete(from, to)
    return
  }
  for (const { reformat, mark } of reformats) {
    if (!isChosen(reformat)) continue
    const type = tr.doc.type.schema.marks[reformat.mark]
    if (verdict === 'accept' && type) {
      if (reformat.on) tr.addMark(from, to, type.create(reformat.mark === 'link' ? { href: reformat.href } : null))
      else tr.removeMark(from, to, type)
    }
    tr.removeMark(from, to, mark)
  }
  removeMarks(
    tr,
    from,
    to,
    struck.map(({ mark }) => mark),
  )
  if (!inserted) return
  const own = run.marks.filter((mark) => mark.type.name === 'insertion')
  // With the insertion decided, a deletion that was meant for other text would begin to mean this one.
  removeMarks(tr, from, to, [...own, ...stray])
  // A deletion of the inserted text by somebody else is from now on one of plain text.
  for (const { mark } of deletions) {
    tr.removeMark(from, to, mark)
    tr.addMark(from, to, mark.type.create({ ...mark.attrs, of: '' }))
  }
  if (insertion.breaks === null) return
  tr.delete(from, to)
  splitAt(tr, from, insertion.breaks)
}

const removeBlock = (tr: Transform, position: number): void => {
  const block = tr.doc.nodeAt(position)
  if (!block) return
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (tr.doc.childCount === 1 && paragraph) tr.replaceWith(position, position + block.nodeSize, paragraph.create())
  else tr.delete(position, position + block.nodeSize)
}

/** A paragraph goes only when nobody has written into it meanwhile; an inset goes with its caption. */
const isFree = (block: Node): boolean => block.type.name !== 'paragraph' || block.content.size === 0

const decideBlock = (tr: Transform, { block, position }: Place, verdict: Verdict, chosen: Chosen): void => {
  const end = position + block.nodeSize
  const goes = verdict === 'accept' ? 'deleted' : 'inserted'
  const change = block.type.name === 'paragraph' ? blockChange(block) : null
  if (change && chosen(change, position, end)) {
    if (verdict === 'accept' && change.kind) tr.setNodeAttribute(position, 'kind', change.kind)
    if (verdict === 'accept' && change.medium) tr.setNodeAttribute(position, 'medium', change.medium)
    tr.setNodeAttribute(position, 'change', null)
  }
  for (const name of ['inserted', 'deleted'] as const) {
    const proposal = blockProposal(block, name)
    if (!proposal || !chosen(proposal, position, end)) continue
    const now = tr.doc.nodeAt(position)
    if (now && name === goes && isFree(now)) {
      removeBlock(tr, position)
      return
    }
    tr.setNodeAttribute(position, name, null)
  }
}

/** Two paragraphs become one. The first says what it is, unless there is nothing in it. */
const joinBlocks = (tr: Transform, before: Place, { block, position }: Place): void => {
  if (before.block.content.size === 0)
    for (const name of ['kind', 'medium'] as const) tr.setNodeAttribute(before.position, name, block.attrs[name])
  tr.join(position)
}

const decideJoins = (tr: Transform, verdict: Verdict, chosen: (proposal: Proposal) => boolean): void => {
  for (let index = tr.doc.childCount - 1; index >= 0; index -= 1) {
    const places = placesOf(tr.doc)
    const [before, place] = [places[index - 1], places[index]]
    const join = place?.block.type.name === 'paragraph' ? blockProposal(place.block, 'join') : null
    if (!place || !join || !chosen(join)) continue
    tr.setNodeAttribute(place.position, 'join', null)
    if (verdict === 'accept' && before?.block.type.name === 'paragraph') joinBlocks(tr, before, place)
  }
}

/**
 * Accepts or rejects what is chosen of the suggestions in a body, and nothing else. What was struck goes first, then
 * paragraphs join: what stood between them may have been in the way.
 */
export const settle = (tr: Transform, verdict: Verdict, chosen: Chosen): void => {
  const joins = new Set<string>()
  for (const place of [...placesOf(tr.doc)].reverse()) {
    const { block, position } = place
    const join = block.type.name === 'paragraph' ? blockProposal(block, 'join') : null
    if (join && chosen(join, position, position + 1)) joins.add(encodeProposal(join))
    const runs: { readonly run: Node; readonly from: number }[] = []
    block.forEach((run, offset) => {
      if (run.marks.length > 0) runs.push({ run, from: position + 1 + offset })
    })
    for (const { run, from } of runs.reverse()) decideRun(tr, run, from, verdict, chosen)
    decideBlock(tr, place, verdict, chosen)
  }
  if (joins.size > 0) decideJoins(tr, verdict, (join) => joins.has(encodeProposal(join)))
}
