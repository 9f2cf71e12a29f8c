import type { Mark, Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import { blockKinds, media } from '../text-schema.ts'
import type { Author } from './author.ts'
import { type BlockChange, blockChange, blockProposal, encodeProposal, formats, runSuggestions } from './proposal.ts'

/** Suggests to put a mark on a range or to take it off; on the author's own insertions that is done at once. */
export const proposeFormat = (tr: Transform, from: number, to: number, mark: Mark, on: boolean, author: Author): void => {
  const reformatType = tr.doc.type.schema.marks.reformat
  const format = formats.find((name) => name === mark.type.name)
  if (!format || !reformatType) return
  const proposal = { id: author.newId(), person: author.person, at: author.now() }
  const runs: { readonly run: Node; readonly from: number; readonly to: number }[] = []
  tr.doc.nodesBetween(from, to, (run, position) => {
    if (run.isText) runs.push({ run, from: Math.max(from, position), to: Math.min(to, position + run.nodeSize) })
    return !run.isText
  })
  for (const place of runs) {
    const { insertion, reformats } = runSuggestions(place.run)
    if (insertion?.person === author.person) {
      if (on) tr.addMark(place.from, place.to, mark)
      else tr.removeMark(place.from, place.to, mark.type)
      continue
    }
    const own = reformats.filter(({ reformat }) => reformat.person === author.person && reformat.mark === format)
    for (const earlier of own) tr.removeMark(place.from, place.to, earlier.mark)
    // The same once more takes it back, as a key does that switches.
    if (own.some(({ reformat }) => reformat.on === on)) continue
    const has = place.run.marks.some((each) => (on ? mark.eq(each) : each.type === mark.type))
    if (has === on) continue
    const href = format === 'link' && on ? String(mark.attrs.href) : ''
    tr.addMark(place.from, place.to, reformatType.create({ ...proposal, mark: format, on, href }))
  }
}

const wanted = (block: Node, name: string, value: unknown): Pick<BlockChange, 'kind' | 'medium'> => {
  const kind = name === 'kind' ? blockKinds.find((each) => each === value) : undefined
  const medium = name === 'medium' ? media.find((each) => each === value) : undefined
  const before = blockChange(block) ?? {}
  const { kind: kindBefore, medium: mediumBefore } = { kind: undefined, medium: undefined, ...before }
  const change = { kind: kind ?? kindBefore, medium: medium ?? mediumBefore }
  return {
    ...(change.kind !== undefined && change.kind !== block.attrs.kind && { kind: change.kind }),
    ...(change.medium !== undefined && change.medium !== block.attrs.medium && { medium: change.medium }),
  }
}

/**
 * Suggests that a paragraph becomes of another kind or appears elsewhere. What stands beside a photo is no text and
 * changes at once, as do the author's own new paragraphs.
 */
export const proposeAttribute = (tr: Transform, position: number, name: string, value: unknown, author: Author): void => {
  const block = tr.doc.nodeAt(position)
  if (!block) return
  const own = blockProposal(block, 'inserted')?.person === author.person
  if (block.type.name !== 'paragraph' || own || (name !== 'kind' && name !== 'medium')) {
    tr.setNodeAttribute(position, name, value)
    return
  }
  const change = wanted(block, name, value)
  const proposal = { id: author.newId(), person: author.person, at: author.now() }
  const isNone = change.kind === undefined && change.medium === undefined
  tr.setNodeAttribute(position, 'change', isNone ? null : encodeProposal({ ...proposal, ...change }))
}
