import type * as Y from 'yjs'
import { bodyName } from '../../../shared/article/article-document.ts'
import type { SuggestedBlock } from '../../../shared/article/suggestion/as-it-stands.ts'
import type { BodyPosition } from '../../../shared/comment/body-position.ts'
import { type CommentAnchor, type CommentMessage, commentLimit } from '../../../shared/comment/comment.ts'
import { addMessage, beginThread, setResolved } from '../../../shared/comment/comment-document.ts'
import { makeAnchor } from '../../../shared/comment/make-anchor.ts'
import type { MarginThread, TraceContext, TracedBody } from './read-traces.ts'

const textOf = ({ content }: SuggestedBlock): string => content.map(({ text }) => text).join('')

/** The words of a body in a row, a line break between blocks. */
const wordsOf = (blocks: readonly SuggestedBlock[]) => {
  const texts = blocks.map(textOf)
  const starts: number[] = []
  for (let at = 0, offset = 0; at < texts.length; offset += (texts[at]?.length ?? 0) + 1, at += 1) starts.push(offset)
  return {
    text: texts.join('\n'),
    offset: ({ block, offset }: BodyPosition) => (starts[block] ?? 0) + offset,
    inBody: (offset: number): BodyPosition => {
      const block = Math.max(
        0,
        starts.findLastIndex((start) => start <= offset),
      )
      return { block, offset: offset - (starts[block] ?? 0) }
    },
  }
}

/** A comment without a range is about the words of its block before it, or where there are none about the whole block. */
const rangeOf = ({ from, to }: MarginThread, blocks: readonly SuggestedBlock[]) => {
  if (from.block !== to.block || from.offset !== to.offset) return { from, to }
  const block = blocks[from.block]
  const before = block ? textOf(block).slice(0, from.offset) : ''
  if (before.trim() !== '') return { from: { ...from, offset: 0 }, to }
  return { from: { ...from, offset: 0 }, to: { ...to, offset: block ? textOf(block).length : 0 } }
}

/** What was said as messages of a thread, in the order of the margin; what is too long for one goes on in the next. */
const messagesOf = ({ messages }: MarginThread['comment'], context: TraceContext): readonly CommentMessage[] => {
  const said: CommentMessage[] = []
  for (const { author, at, text } of messages)
    for (let from = 0; from < text.length; from += commentLimit)
      said.push({
        id: context.newId(),
        person: context.person(author),
        // Threads are read in the order of time, and a margin may name none.
        at: Math.max(at ?? context.now, (said.at(-1)?.at ?? 0) + 1),
        text: text.slice(from, from + commentLimit),
        mentions: [],
      })
  return said
}

/** Writes the conversations of a margin into an article's document that has this body already. */
export const bringComments = (doc: Y.Doc, { body, threads, loose }: TracedBody, context: TraceContext): void => {
  const words = wordsOf(body)
  const begin = (comment: MarginThread['comment'], anchor: CommentAnchor | null): void => {
    const [first, ...others] = messagesOf(comment, context)
    if (!first) return
    const thread = context.newId()
    beginThread(doc, thread, anchor, first)
    for (const message of others) addMessage(doc, thread, message)
    const last = others.at(-1) ?? first
    if (comment.resolved) setResolved(doc, thread, { person: last.person, at: last.at })
  }
  for (const thread of threads) {
    const { from, to } = rangeOf(thread, body)
    begin(thread.comment, makeAnchor(doc.getXmlFragment(bodyName), words, words.offset(from), words.offset(to)))
  }
  for (const comment of loose) begin(comment, null)
}
