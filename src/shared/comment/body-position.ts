import * as Y from 'yjs'

/** A place in the body of an article: the block counted from 0, and the letters before it there in UTF-16 units. */
export interface BodyPosition {
  readonly block: number
  readonly offset: number
}

const textsOf = (block: unknown): readonly Y.XmlText[] =>
  block instanceof Y.XmlElement ? block.toArray().filter((child) => child instanceof Y.XmlText) : []

/**
 * The same place as a Yjs relative position in JSON; null where the body has no such letters. Bound to the letter `behind` it, words typed
 * in front of the place stay in front of it; bound to the letter `before` it, words typed behind stay behind.
 */
export const encodePosition = (
  body: Y.XmlFragment,
  { block, offset }: BodyPosition,
  bound: 'before' | 'behind',
): string | null => {
  let left = offset
  for (const text of textsOf(body.get(block))) {
    if (left <= text.length) return JSON.stringify(Y.createRelativePositionFromTypeIndex(text, left, bound === 'before' ? -1 : 0))
    left -= text.length
  }
  return null
}

/** Where a relative position stands now; null for one that is none, or of a block that was taken out. */
export const decodePosition = (body: Y.XmlFragment, encoded: string): BodyPosition | null => {
  if (!body.doc) return null
  const found = (() => {
    try {
      return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(JSON.parse(encoded)), body.doc)
    } catch {
      // Written by another program, or for a document that is not this one.
      return null
    }
  })()
  if (!found) return null
  const block = body.toArray().findIndex((child) => textsOf(child).some((text) => text === found.type))
  if (block < 0) return null
  let offset = found.index
  for (const text of textsOf(body.get(block))) {
    if (text === found.type) break
    offset += text.length
  }
  return { block, offset }
}
