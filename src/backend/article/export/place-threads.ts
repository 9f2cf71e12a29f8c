import type * as Y from 'yjs'
import type { SuggestedBlock } from '../../../shared/article/suggestion/as-it-stands.ts'
import { type BodyPosition, decodePosition } from '../../../shared/comment/body-position.ts'
import type { CommentThread } from '../../../shared/comment/comment.ts'
import { findQuote } from '../../../shared/comment/find-quote.ts'

/** A conversation with its place in the text; null where it is about the article, or its words are gone. */
export interface PlacedThread {
  readonly thread: CommentThread
  readonly place: { readonly from: BodyPosition; readonly to: BodyPosition } | null
}

const isBefore = (a: BodyPosition, b: BodyPosition): boolean => a.block < b.block || (a.block === b.block && a.offset < b.offset)

/** Finds where each conversation stands now: by its place, else by its quote (rule H2). */
export const placeThreads = (
  fragment: Y.XmlFragment,
  body: readonly SuggestedBlock[],
  threads: readonly CommentThread[],
): readonly PlacedThread[] => {
  const texts = body.map(({ content }) => content.map(({ text }) => text).join(''))
  const whole = texts.join('\n')
  const position = (offset: number): BodyPosition => {
    let left = offset
    let block = 0
    for (; block < texts.length - 1 && left > (texts[block]?.length ?? 0); block += 1) left -= (texts[block]?.length ?? 0) + 1
    return { block, offset: left }
  }
  return threads.map((thread) => {
    const { anchor } = thread
    if (!anchor) return { thread, place: null }
    const from = decodePosition(fragment, anchor.start)
    const to = decodePosition(fragment, anchor.end)
    if (from && to && isBefore(from, to)) return { thread, place: { from, to } }
    const found = findQuote(whole, anchor)
    if (found === null) return { thread, place: null }
    return { thread, place: { from: position(found), to: position(found + anchor.quote.length) } }
  })
}
