import type { SuggestedBlock } from '../../../../shared/article/suggestion/as-it-stands.ts'
import type { Deletion, Insertion, Proposal, Reformat } from '../../../../shared/article/suggestion/proposal.ts'
import { cellSeparator, isTableKind } from '../../../../shared/article/text-schema.ts'

type Run = SuggestedBlock['content'][number]

/** What is suggested for a run; see `runSuggestions`, which says the same of a run in the editor. */
interface Suggested {
  readonly insertion: Insertion | null
  readonly deletion: Deletion | null
  readonly reformats: readonly Reformat[]
}

/** A part of a block on its way into a document, in order. */
export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly run: Run; readonly suggested: Suggested }
  /** Here somebody suggests that a paragraph ends. */
  | { readonly kind: 'break'; readonly insertion: Insertion; readonly deletion: Proposal | null }
  /** Here ends a cell of a row. */
  | { readonly kind: 'cell' }
  | { readonly kind: 'comment'; readonly thread: number; readonly begins: boolean }

/** Where a conversation begins or ends in a block, letters counted in UTF-16 units. */
export interface CommentEdge {
  readonly offset: number
  readonly thread: number
  readonly begins: boolean
}

const suggestedFor = ({ marks = [] }: Run): Suggested => {
  let insertion: Insertion | null = null
  let deletion: Deletion | null = null
  const reformats: Reformat[] = []
  for (const mark of marks) if (mark.type === 'insertion') insertion = mark.attrs
  const of = insertion?.id ?? ''
  for (const mark of marks) {
    if (mark.type === 'deletion' && mark.attrs.of === of) deletion ??= mark.attrs
    if (mark.type === 'reformat') reformats.push(mark.attrs)
  }
  return { insertion, deletion, reformats }
}

/** What ends at a place stands before what begins there. */
const inOrder = (a: CommentEdge, b: CommentEdge): number => a.offset - b.offset || Number(a.begins) - Number(b.begins)

/** A block in parts: its runs, cut where a conversation begins or ends and between cells. */
export const tokensOf = (block: SuggestedBlock, edges: readonly CommentEdge[]): readonly Token[] => {
  const isRow = block.type === 'paragraph' && isTableKind(block.attrs.kind)
  const waiting = [...edges].sort(inOrder)
  const tokens: Token[] = []
  let offset = 0
  const edgesUpTo = (limit: number): void => {
    while (waiting[0] && waiting[0].offset <= limit) {
      const edge = waiting.shift()
      if (edge) tokens.push({ kind: 'comment', thread: edge.thread, begins: edge.begins })
    }
  }
  for (const run of block.content) {
    const suggested = suggestedFor(run)
    const { insertion, deletion } = suggested
    if (insertion && insertion.breaks !== null) {
      edgesUpTo(offset)
      tokens.push({ kind: 'break', insertion, deletion })
      offset += run.text.length
      continue
    }
    let from = 0
    const text = (to: number): void => {
      if (to > from) tokens.push({ kind: 'text', text: run.text.slice(from, to), run, suggested })
      from = to
    }
    for (let at = 0; at < run.text.length; at += 1) {
      if (waiting[0] && waiting[0].offset <= offset + at) {
        text(at)
        edgesUpTo(offset + at)
      }
      if (isRow && run.text.charAt(at) === cellSeparator) {
        text(at)
        tokens.push({ kind: 'cell' })
        from = at + 1
      }
    }
    text(run.text.length)
    offset += run.text.length
  }
  edgesUpTo(Number.POSITIVE_INFINITY)
  return tokens
}
