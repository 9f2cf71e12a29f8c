import type { AttachmentBlock, Block, PhotoBlock, VideoBlock } from '../../../shared/article/content.ts'
import { itemNumbers } from '../../../shared/article/item-numbers.ts'
import { isTableKind } from '../../../shared/article/text-schema.ts'

type Paragraph = Extract<Block, { type: 'paragraph' }>
type Gathered = 'list' | 'numbered' | 'table' | 'sidebar'

/** Blocks that belong together: items of a list, rows of a table, the paragraphs of a sidebar; any other stands alone. */
export type Group =
  | { readonly kind: Exclude<Gathered, 'numbered'>; readonly blocks: readonly Paragraph[] }
  /** `first` is the number of the first item. */
  | { readonly kind: 'numbered'; readonly blocks: readonly Paragraph[]; readonly first: number }
  | { readonly kind: 'paragraph'; readonly block: Paragraph }
  | { readonly kind: 'photo'; readonly block: PhotoBlock }
  | { readonly kind: 'inset'; readonly block: VideoBlock | AttachmentBlock }

const gatheredAs = ({ attrs: { kind } }: Paragraph): Gathered | null => {
  if (kind === 'listItem') return 'list'
  if (kind === 'numberedItem') return 'numbered'
  if (isTableKind(kind)) return 'table'
  return kind === 'sidebar' || kind === 'sidebarHead' ? 'sidebar' : null
}

/** The blocks of a text in groups, in order. */
export const gather = (body: readonly Block[]): readonly Group[] => {
  const groups: Group[] = []
  const numbers = itemNumbers(body)
  for (const [index, block] of body.entries()) {
    if (block.type !== 'paragraph') {
      groups.push(block.type === 'photo' ? { kind: 'photo', block } : { kind: 'inset', block })
      continue
    }
    const kind = gatheredAs(block)
    const last = groups.at(-1)
    if (kind === null) groups.push({ kind: 'paragraph', block })
    else if (last?.kind === kind && 'blocks' in last && block.attrs.kind !== 'sidebarHead')
      groups[groups.length - 1] = { ...last, blocks: [...last.blocks, block] }
    else if (kind === 'numbered') groups.push({ kind, blocks: [block], first: numbers[index] ?? 1 })
    else groups.push({ kind, blocks: [block] })
  }
  return groups
}
