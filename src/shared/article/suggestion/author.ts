import type { Node } from '@tiptap/pm/model'
import { type Proposal, runSuggestions } from './proposal.ts'

/** Who suggests, from whom ids and time come. */
export interface Author {
  readonly person: string
  readonly now: () => number
  readonly newId: () => string
}

const ownOf = (run: Node | null, person: string): Proposal | null => {
  if (!run) return null
  const { insertion, deletions } = runSuggestions(run)
  const own = insertion?.person === person ? insertion : deletions.find(({ deletion }) => deletion.person === person)?.deletion
  return own ? { id: own.id, person: own.person, at: own.at } : null
}

/** Is this run struck by the author, or written by them? */
export const isStruckBy = (run: Node | null, person: string): boolean =>
  run !== null && runSuggestions(run).deletions.some(({ deletion }) => deletion.person === person)
export const isInsertedBy = (run: Node | null, person: string): boolean =>
  run !== null && runSuggestions(run).insertion?.person === person

/**
 * The suggestion that a change here belongs to: letter after letter is one, and so is what takes the place of struck
 * words. A new one where the author has none beside this range.
 */
export const proposalAt = (body: Node, from: number, to: number, author: Author): Proposal => {
  const start = body.resolve(from)
  const end = body.resolve(to)
  return (
    ownOf(start.nodeBefore, author.person) ??
    ownOf(end.nodeAfter, author.person) ??
    ownOf(start.nodeAfter, author.person) ?? { id: author.newId(), person: author.person, at: author.now() }
  )
}
