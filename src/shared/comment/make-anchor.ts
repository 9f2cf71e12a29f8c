import type * as Y from 'yjs'
import { type BodyPosition, encodePosition } from './body-position.ts'
import { type CommentAnchor, contextLimit, quoteLimit } from './comment.ts'

/** The words of a body in a row, and the way from an offset in them to a block. */
interface Words {
  readonly text: string
  inBody(offset: number): BodyPosition
}

/** What a comment on the words from `first` to `behind` remembers of their place; null where there are no words. */
export const makeAnchor = (body: Y.XmlFragment, words: Words, first: number, behind: number): CommentAnchor | null => {
  const quote = words.text.slice(first, Math.min(behind, first + quoteLimit))
  if (quote.trim() === '') return null
  const start = encodePosition(body, words.inBody(first), 'behind')
  const end = encodePosition(body, words.inBody(behind), 'before')
  if (start === null || end === null) return null
  return {
    ...{ start, end, quote },
    before: words.text.slice(Math.max(0, first - contextLimit), first),
    after: words.text.slice(behind, behind + contextLimit),
  }
}
