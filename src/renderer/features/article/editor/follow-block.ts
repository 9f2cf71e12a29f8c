import type * as Y from 'yjs'
import type { BehindBlock } from './commands.ts'

/**
 * Remembers a block of a body; returns how to learn where it stands later, while others write before it. Null once it was
 * taken out, or carried elsewhere, which makes another of it.
 */
export const followBlock = (body: Y.XmlFragment, block: number): (() => BehindBlock) => {
  const followed = body.get(block)
  return () => {
    const at = body.toArray().indexOf(followed)
    return at < 0 ? null : at
  }
}
