import { type ArticleContent, contentFor } from '../../../../shared/article/content.ts'
import type { TextEnd } from '../../../../shared/layout/api.ts'

/** Where the place of an article ends: in block `block` of its body, after so many UTF-16 units of what is printed of it. */
export type SlotEnd = TextEnd

/** The same place in the whole body that `end` names in what is printed of it; null where there is none. */
export const slotEndIn = (content: ArticleContent, end: TextEnd): SlotEnd | null => {
  const printed = content.body.flatMap((block, index) => contentFor({ ...content, body: [block] }, 'print').body.map(() => index))
  const block = printed[end.block]
  return block === undefined ? null : { block, offset: end.offset }
}
