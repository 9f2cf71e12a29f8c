import { type ArticleContent, cellsOf, type TextNode, textOf } from '../../../shared/article/content.ts'
import { gather } from './gather.ts'
import { insetLine } from './inset-line.ts'

/** How links, items and rows look in text without any markup. */
interface PlainLook {
  /** The address stands behind the words of a link. */
  readonly addresses: boolean
  readonly bullet: string
  readonly cell: string
}

const words = (nodes: readonly TextNode[], { addresses }: PlainLook): string =>
  nodes
    .map(({ text, marks = [] }, at) => {
      const link = marks.find((mark) => mark.type === 'link')
      if (!addresses || !link || link.type !== 'link') return text
      const following = nodes[at + 1]?.marks?.find((mark) => mark.type === 'link')
      const goesOn = following?.type === 'link' && following.attrs.href === link.attrs.href
      return goesOn || text.trim() === link.attrs.href ? text : `${text} (${link.attrs.href})`
    })
    .join('')
    .trim()

const write = (content: ArticleContent, look: PlainLook): string => {
  const { rubric, kicker, headline, deck, byline, body } = content
  const blocks = gather(body).map((group) => {
    if (group.kind === 'paragraph') {
      const text = words(group.block.content, look)
      return group.block.attrs.kind === 'quoteSource' && !/^[—–-]/.test(text) ? `— ${text}` : text
    }
    if (group.kind === 'inset') {
      const { text, href } = insetLine(group.block)
      return href === null || text.endsWith(href) ? text : `${text} (${href})`
    }
    if (group.kind === 'photo') {
      const credit = group.block.attrs.credit.trim()
      return [textOf(group.block.content), credit && `Фото: ${credit}`].filter(Boolean).join(' ')
    }
    if (group.kind === 'list') return group.blocks.map((block) => `${look.bullet}${words(block.content, look)}`).join('\n')
    if (group.kind === 'numbered')
      return group.blocks.map((block, at) => `${group.first + at}. ${words(block.content, look)}`).join('\n')
    if (group.kind === 'table')
      return group.blocks
        .map((block) =>
          cellsOf(block.content)
            .map((cell) => words(cell, look))
            .join(look.cell),
        )
        .join('\n')
    return group.blocks.map((block) => words(block.content, look)).join('\n')
  })
  return [[rubric, kicker].filter((text) => text.trim() !== '').join(' · '), headline, deck, byline, ...blocks]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')
}

/** An article as plain text, a blank line between paragraphs. */
export const plainCopy = (content: ArticleContent): string => `${write(content, { addresses: true, bullet: '— ', cell: '\t' })}\n`

/**
 * An article for a message: no network's own markup is in it, so it reads the same in each of them. Addresses stand behind
 * the words of links, cells follow one another.
 */
export const messengerCopy = (content: ArticleContent): string => write(content, { addresses: true, bullet: '• ', cell: ' — ' })
