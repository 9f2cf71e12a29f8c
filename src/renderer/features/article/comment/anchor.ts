import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { decodePosition, encodePosition } from '../../../../shared/comment/body-position.ts'
import { type CommentAnchor, contextLimit, quoteLimit } from '../../../../shared/comment/comment.ts'
import { findQuote } from '../../../../shared/comment/find-quote.ts'
import { flatText } from './flat-text.ts'

/** Where a comment stands in the text at the moment, in positions of the editor. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** What a comment on the selected words remembers of their place; null without a selection of words. */
export const anchorOfSelection = (editor: Editor, body: Y.XmlFragment): CommentAnchor | null => {
  const { from, to } = editor.state.selection
  const flat = flatText(editor.state.doc)
  const [first, behind] = [flat.offset(from), flat.offset(to)]
  const quote = flat.text.slice(first, Math.min(behind, first + quoteLimit))
  if (quote.trim() === '') return null
  const start = encodePosition(body, flat.inBody(first), 'behind')
  const end = encodePosition(body, flat.inBody(behind), 'before')
  if (start === null || end === null) return null
  return {
    ...{ start, end, quote },
    before: flat.text.slice(Math.max(0, first - contextLimit), first),
    after: flat.text.slice(behind, behind + contextLimit),
  }
}

/** Where the words of an anchor stand now; null when they were taken out (rule H2). */
export const placeOf = (editor: Editor, body: Y.XmlFragment, anchor: CommentAnchor): Place | null => {
  const flat = flatText(editor.state.doc)
  const start = decodePosition(body, anchor.start)
  const end = decodePosition(body, anchor.end)
  const [first, behind] = [start && flat.fromBody(start), end && flat.fromBody(end)]
  if (first !== null && behind !== null && flat.text.slice(first, behind).trim() !== '')
    return { from: flat.position(first), to: flat.position(behind) }
  const at = findQuote(flat.text, anchor)
  return at === null ? null : { from: flat.position(at), to: flat.position(at + anchor.quote.length) }
}
