import { type ArticleContent, contentFor, textOf } from '../../../../shared/article/content.ts'
import type { PageDisplay, PageRole } from '../../../../shared/layout/display.ts'

/** Where the place of an article on its pages ends: in block `block` of the body, after so many of its printed letters. */
export interface SlotEnd {
  readonly block: number
  readonly letters: number
}

const textRoles: readonly PageRole[] = ['lead', 'body', 'subhead', 'quote']

/** Letters and digits only: the typograph changes spaces, quotation marks and dashes, never these. */
export const countLetters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** The blocks that are printed, with their indexes in the body. */
const printedBlocks = (content: ArticleContent) =>
  content.body.flatMap((block, index) =>
    contentFor({ ...content, body: [block] }, 'print').body.map((printed) => ({ printed, index })),
  )

/**
 * The first place of the text that stands on no page, found by counting the letters that do; null when everything stands.
 * Pages number the printed blocks one after another; the first paragraph on them tells where the numbers begin.
 */
export const findSlotEnd = (content: ArticleContent, article: string, pages: readonly PageDisplay[]): SlotEnd | null => {
  const placed = new Map<number, number>()
  for (const item of pages.flatMap((page) => page.items)) {
    const { tag } = item
    if (item.kind !== 'text' || tag.article !== article || !textRoles.includes(tag.role)) continue
    placed.set(tag.block, (placed.get(tag.block) ?? 0) + countLetters(item.clusters.join('')))
  }
  if (placed.size === 0) return null
  const blocks = printedBlocks(content)
  const first = Math.min(...placed.keys()) - blocks.findIndex(({ printed }) => printed.type === 'paragraph')
  for (const [at, { printed, index }] of blocks.entries()) {
    const letters = placed.get(first + at) ?? 0
    if (printed.type === 'paragraph' && letters < countLetters(textOf(printed.content))) return { block: index, letters }
  }
  return null
}
