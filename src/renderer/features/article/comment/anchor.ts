import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { decodePosition } from '../../../../shared/comment/body-position.ts'
import type { CommentAnchor } from '../../../../shared/comment/comment.ts'
import { findQuote } from '../../../../shared/comment/find-quote.ts'
import { makeAnchor } from '../../../../shared/comment/make-anchor.ts'
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
  return makeAnchor(body, flat, flat.offset(from), flat.offset(to))
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
