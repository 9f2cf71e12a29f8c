import type { Node } from '@tiptap/pm/model'
import { type BlockChange, blockChange, blockProposal, type Proposal, type Reformat, runSuggestions } from './proposal.ts'

/** One place a suggestion touches, as a range of the document. */
export type Piece = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'insertion' | 'deletion'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'reformat'; readonly text: string; readonly reformat: Reformat }
  | { readonly kind: 'join' | 'blockInserted' | 'blockDeleted' }
  | { readonly kind: 'change'; readonly change: BlockChange; readonly text: string }
)

/** What a list calls a suggestion. */
export const suggestionKinds = ['insertion', 'deletion', 'replacement', 'format', 'paragraphs', 'block', 'inset'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** Everything one person did in one go: accepted or rejected as a whole. */
export interface Suggestion extends Proposal {
  readonly kind: SuggestionKind
  /** In reading order. */
  readonly pieces: readonly Piece[]
  readonly from: number
  readonly to: number
  /** The text that comes and the text that goes; a paragraph sign stands for the end of a paragraph. */
  readonly inserted: string
  readonly deleted: string
}

type LocalPiece = readonly [Proposal, Piece]

const at = <P extends { readonly from: number; readonly to: number }>(piece: P, offset: number): P => ({
  ...piece,
  from: piece.from + offset,
  to: piece.to + offset,
})

const wholeBlock = (block: Node): LocalPiece[] => {
  const range = { from: 0, to: block.nodeSize }
  const pieces: LocalPiece[] = []
  const inserted = blockProposal(block, 'inserted')
  if (inserted) pieces.push([inserted, { ...range, kind: 'blockInserted' }])
  const deleted = blockProposal(block, 'deleted')
  if (deleted) pieces.push([deleted, { ...range, kind: 'blockDeleted' }])
  if (block.type.name !== 'paragraph') return pieces
  const join = blockProposal(block, 'join')
  if (join) pieces.push([join, { from: 0, to: 1, kind: 'join' }])
  const change = blockChange(block)
  if (change) pieces.push([change, { ...range, kind: 'change', change, text: block.textContent.slice(0, 80) }])
  return pieces
}

const readBlock = (block: Node): readonly LocalPiece[] => {
  const pieces = wholeBlock(block)
  block.forEach((run, offset) => {
    if (run.marks.length === 0) return
    const range = { from: offset + 1, to: offset + 1 + run.nodeSize }
    const text = run.text ?? ''
    const { insertion, deletions, reformats } = runSuggestions(run)
    if (insertion)
      pieces.push([insertion, insertion.breaks === null ? { ...range, kind: 'insertion', text } : { ...range, kind: 'break' }])
    for (const { deletion } of deletions) pieces.push([deletion, { ...range, kind: 'deletion', text }])
    for (const { reformat } of reformats) pieces.push([reformat, { ...range, kind: 'reformat', text, reformat }])
  })
  return pieces
}

/** Blocks are values: one that was not touched has the suggestions it had. */
const known = new WeakMap<Node, readonly LocalPiece[]>()

const piecesOf = (block: Node): readonly LocalPiece[] => {
  const remembered = known.get(block)
  if (remembered) return remembered
  const pieces = readBlock(block)
  known.set(block, pieces)
  return pieces
}

const kindOf = (pieces: readonly Piece[], inserted: string, deleted: string): SuggestionKind => {
  const has = (...kinds: readonly Piece['kind'][]) => pieces.some(({ kind }) => kinds.includes(kind))
  if (inserted !== '' && deleted !== '') return 'replacement'
  if (has('insertion')) return 'insertion'
  if (has('deletion')) return 'deletion'
  if (has('break', 'join')) return 'paragraphs'
  if (has('change')) return 'block'
  if (has('blockInserted', 'blockDeleted')) return 'inset'
  return 'format'
}

const words = (pieces: readonly Piece[], wanted: 'insertion' | 'deletion'): string =>
  pieces
    .map((piece) => {
      if (piece.kind === wanted) return piece.text
      return piece.kind === (wanted === 'insertion' ? 'break' : 'join') ? '¶' : ''
    })
    .join('')

/** The open suggestions of a body in the order of their first places. */
export const listSuggestions = (body: Node): readonly Suggestion[] => {
  const byId = new Map<string, { readonly proposal: Proposal; readonly pieces: Piece[] }>()
  body.forEach((block, offset) => {
    for (const [proposal, piece] of piecesOf(block)) {
      const group = byId.get(proposal.id) ?? { proposal, pieces: [] }
      byId.set(proposal.id, group)
      group.pieces.push(at(piece, offset))
    }
  })
  return [...byId.values()].map(({ proposal: { id, person, at: when }, pieces }) => {
    const inserted = words(pieces, 'insertion')
    const deleted = words(pieces, 'deletion')
    return {
      ...{ id, person, at: when, pieces, inserted, deleted },
      kind: kindOf(pieces, inserted.replaceAll('¶', ''), deleted.replaceAll('¶', '')),
      from: Math.min(...pieces.map(({ from }) => from)),
      to: Math.max(...pieces.map(({ to }) => to)),
    }
  })
}
