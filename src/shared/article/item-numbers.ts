import type { Block } from './content.ts'
import type { SuggestedBlock } from './suggestion/as-it-stands.ts'

/**
 * The number of every block of a body; null of what is no numbered item. Items are counted from one; what stands between
 * them without being a paragraph does not part them, a paragraph of another kind does (rule G17).
 */
export const itemNumbers = (body: readonly (Block | SuggestedBlock)[]): readonly (number | null)[] => {
  let last = 0
  return body.map((block) => {
    if (block.type !== 'paragraph') return null
    last = block.attrs.kind === 'numberedItem' ? last + 1 : 0
    return last === 0 ? null : last
  })
}
