import type { Block } from '../../../shared/article/content.ts'
import { type SuggestedBlock, suggestedBlockSchema } from '../../../shared/article/suggestion/as-it-stands.ts'
import { encodeProposal, type Proposal } from '../../../shared/article/suggestion/proposal.ts'
import { type BlockKind, breakSign, isTableKind } from '../../../shared/article/text-schema.ts'
import type { BodyPosition } from '../../../shared/comment/body-position.ts'
import { normalRuns } from './inline.ts'
import { splitAtSigns, type Trace, type TraceAuthor } from './trace.ts'

type Run = SuggestedBlock['content'][number]
type Mark = NonNullable<Run['marks']>[number]

/** A conversation of the margin and the words it is about. */
export interface MarginThread {
  readonly comment: Extract<Trace, { kind: 'comment' }>
  readonly from: BodyPosition
  readonly to: BodyPosition
}

/** A body with what was suggested in it, and what was said of it. */
export interface TracedBody {
  readonly body: readonly SuggestedBlock[]
  readonly threads: readonly MarginThread[]
  /** Conversations whose words are no part of the body: about the headline, a caption or nothing. */
  readonly loose: readonly MarginThread['comment'][]
}

export interface TraceContext {
  readonly traces: readonly Trace[]
  readonly newId: () => string
  /** The person a name stands for, by an id of the staff or as an outsider. */
  readonly person: (author: string) => string
  /** For what names no time, milliseconds since 1970. */
  readonly now: number
}

interface Change {
  readonly trace: number
  readonly kind: 'insertion' | 'deletion'
  readonly proposal: Proposal
}

/** A block in hand, and what its last letters say of the one behind it. */
interface ReadBlock {
  readonly block: SuggestedBlock
  readonly breaks: Proposal | null
  readonly joins: Proposal | null
}

/** What the letters of a block have said of it as a whole so far. */
interface Said {
  row: { readonly name: 'inserted' | 'deleted'; readonly proposal: Proposal } | null
  breaks: Proposal | null
  joins: Proposal | null
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0)

/**
 * Gives suggestions their ids. What one person did in one go is one (rule G2): changes of an author that stand beside one
 * another, with no other words between.
 */
const createProposals = ({ newId, person, now }: TraceContext) => {
  let last: Proposal | null = null
  return {
    next: ({ author, at }: TraceAuthor): Proposal => {
      const who = person(author)
      last = { id: last?.person === who ? last.id : newId(), person: who, at: at ?? now }
      return last
    },
    /** Words that nobody changed stand here. */
    interrupt: () => {
      last = null
    },
  }
}

const suggestionMarks = (open: readonly Omit<Change, 'trace'>[]): Mark[] => {
  const inserted = open.findLast(({ kind }) => kind === 'insertion')?.proposal
  const deleted = open.findLast(({ kind }) => kind === 'deletion')?.proposal
  return [
    ...(inserted ? [{ type: 'insertion' as const, attrs: { ...inserted, breaks: null } }] : []),
    ...(deleted ? [{ type: 'deletion' as const, attrs: { ...deleted, of: inserted?.id ?? '' } }] : []),
  ]
}

/** A row comes or goes with everything in it. */
const wholeRow = ({ name, proposal }: NonNullable<Said['row']>): Omit<Change, 'trace'> => ({
  proposal,
  kind: name === 'inserted' ? 'insertion' : 'deletion',
})

const isTakenBack = (open: readonly Change[]): boolean =>
  open.some(
    ({ kind, proposal }) =>
      kind === 'insertion' && open.some((other) => other.kind === 'deletion' && other.proposal.person === proposal.person),
  )

const breakRun = (proposal: Proposal, breaks: BlockKind): Run => ({
  type: 'text',
  text: breakSign,
  marks: [{ type: 'insertion', attrs: { ...proposal, breaks } }],
})

/** The text kinds of a paragraph that a suggestion may cut or join. */
const textKind = (block: SuggestedBlock): BlockKind | null =>
  block.type === 'paragraph' && !isTableKind(block.attrs.kind) ? block.attrs.kind : null

/** Whose suggestion a paragraph is as a whole: all of its words, and its end. Null where somebody else's words are in it. */
const wholeChange = ({ block, breaks, joins }: ReadBlock): Said['row'] => {
  const proposal = breaks ?? joins
  if (!proposal || block.content.length === 0) return null
  const type = breaks ? 'insertion' : 'deletion'
  const isWhole = block.content.every(({ marks = [] }) =>
    marks.some((mark) => mark.type === type && mark.attrs.id === proposal.id),
  )
  return isWhole ? { name: breaks ? 'inserted' : 'deleted', proposal } : null
}

/**
 * Joins what a suggested end of a paragraph keeps apart (rule G3) and says where two would become one (rule G4); returns
 * where each block's letters are now.
 */
const foldBlocks = (read: readonly ReadBlock[]) => {
  const body: SuggestedBlock[] = []
  const places: BodyPosition[] = []
  let before: Pick<ReadBlock, 'breaks' | 'joins'> | null = null
  for (const one of read) {
    const { block } = one
    const last = body.at(-1)
    const end: BodyPosition = { block: Math.max(0, body.length - 1), offset: last ? lengthOf(last.content) : 0 }
    const kind = textKind(block)
    const follows = last !== undefined && kind !== null && textKind(last) !== null
    const change = (before?.breaks || before?.joins) && follows ? null : wholeChange(one)
    if (change !== null && kind !== null) {
      // What one person put in or took out with its own end is a paragraph that comes or goes.
      places.push({ block: body.length, offset: 0 })
      const whole = { [change.name]: encodeProposal(change.proposal) }
      body.push(suggestedBlockSchema.parse({ ...block, attrs: { ...block.attrs, ...whole } }))
      before = null
    } else if (kind !== null && block.content.length === 0) {
      // An empty line that somebody put in or took out: the newspaper has none either way.
      places.push(end)
      // Its own end still parts what stands before it from what comes, unless both are suggested alike.
      if (before)
        before = {
          breaks: one.breaks ? before.breaks : null,
          joins: one.joins ? before.joins : null,
        }
    } else if (before?.breaks && follows) {
      places.push({ ...end, offset: end.offset + breakSign.length })
      const content = [...last.content, breakRun(before.breaks, kind), ...block.content]
      body[body.length - 1] = suggestedBlockSchema.parse({ ...last, content })
      before = one
    } else {
      places.push({ block: body.length, offset: 0 })
      const joins = before?.joins && follows ? { join: encodeProposal(before.joins) } : {}
      body.push(suggestedBlockSchema.parse({ ...block, attrs: { ...block.attrs, ...joins } }))
      before = one
    }
  }
  return { body, places }
}

/**
 * Makes suggestions and conversations of the traces that a body carries in its letters. Blocks whose letters carry none
 * come out as they are.
 */
export const readTraces = (blocks: readonly Block[], context: TraceContext): TracedBody => {
  const { traces } = context
  const proposals = createProposals(context)
  const begun = new Map<number, BodyPosition>()
  const found: { comment: MarginThread['comment']; from: BodyPosition; to: BodyPosition }[] = []
  const seen = new Set<number>()

  const readBlock = (block: Block, at: number): ReadBlock => {
    let open: readonly Change[] = []
    const runs: Run[] = []
    let offset = 0
    const said: Said = { row: null, breaks: null, joins: null }

    const comment = (number: number, trace: MarginThread['comment'], begins: boolean): void => {
      if (begins) begun.set(number, { block: at, offset })
      const from = begun.get(number)
      if (begins || !from || seen.has(number)) return
      seen.add(number)
      found.push({ comment: trace, from, to: { block: at, offset } })
    }

    const sign = (number: number, begins: boolean): void => {
      const trace = traces[number]
      switch (trace?.kind) {
        case 'insertion':
        case 'deletion':
          if (begins) open = [...open, { trace: number, kind: trace.kind, proposal: proposals.next(trace) }]
          else open = open.filter((one) => one.trace !== number)
          return
        case 'break':
          said.breaks = proposals.next(trace)
          return
        case 'join':
          said.joins = proposals.next(trace)
          return
        case 'rowInserted':
        case 'rowDeleted':
          said.row = { name: trace.kind === 'rowInserted' ? 'inserted' : 'deleted', proposal: proposals.next(trace) }
          return
        case 'comment':
          comment(number, trace, begins)
      }
    }

    for (const { text, marks = [] } of block.content)
      for (const part of splitAtSigns(text)) {
        if (typeof part !== 'string') {
          sign(part.trace, part.begins)
          continue
        }
        // What its author took back is gone (rule G2).
        if (isTakenBack(open)) continue
        const suggested = suggestionMarks(said.row ? [wholeRow(said.row)] : open)
        if (suggested.length === 0) proposals.interrupt()
        const all = [...marks, ...suggested]
        runs.push({ type: 'text', text: part, ...(all.length > 0 && { marks: all }) })
        offset += part.length
      }
    const { row, breaks, joins } = said
    if (!breaks && !joins) proposals.interrupt()
    const attrs = { ...block.attrs, ...(row && { [row.name]: encodeProposal(row.proposal) }) }
    return { block: suggestedBlockSchema.parse({ ...block, attrs, content: normalRuns(runs) }), breaks, joins }
  }

  const { body, places } = foldBlocks(blocks.map(readBlock))
  const placed = ({ block, offset }: BodyPosition): BodyPosition => {
    const place = places[block] ?? { block: 0, offset: 0 }
    return { block: place.block, offset: place.offset + offset }
  }
  const loose = traces.flatMap((trace, number) => (trace.kind === 'comment' && !seen.has(number) ? [trace] : []))
  return { body, threads: found.map(({ comment, from, to }) => ({ comment, from: placed(from), to: placed(to) })), loose }
}
