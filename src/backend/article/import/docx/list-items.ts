import { withoutSigns } from '../trace.ts'
import { childOf, isElement, settingOf, type XmlElement, type XmlNode } from './xml.ts'

/** A paragraph that has its number as a word before its text. */
export interface NumberedParagraph {
  /** The list it is of. */
  readonly list: string
  /** Its number where that is a bare figure before plain text; null where it is a word whatever stands around it. */
  readonly number: number | null
  /** The same paragraph as an item that counts by itself. */
  readonly item: XmlElement
}

const drawings = new Set(['w:drawing', 'w:pict', 'w:txbxContent'])

const holdsDrawing = (node: XmlNode): boolean => isElement(node) && (drawings.has(node.name) || node.children.some(holdsDrawing))

const hasText = (node: XmlNode): boolean =>
  isElement(node) &&
  (node.name === 'w:t'
    ? node.children.some((child) => !isElement(child) && withoutSigns(child).trim() !== '')
    : node.children.some(hasText))

/**
 * Paragraphs of lists as items that count by themselves, where all numbers of their list follow from the order: from one,
 * with nothing between them. A list of which one number would come out as another keeps them all as words.
 */
export const countItems = (
  blocks: readonly XmlElement[],
  numbered: ReadonlyMap<XmlElement, NumberedParagraph>,
): readonly XmlElement[] => {
  const words = new Set<string>()
  const inPlace = new Set(blocks)
  for (const [block, { list, number }] of numbered) if (number === null || !inPlace.has(block)) words.add(list)
  let last = 0
  for (const block of blocks) {
    const paragraph = numbered.get(block)
    const isOwnItem = settingOf(childOf(block, 'w:pPr'), 'w:pStyle') === 'numberedItem'
    // An empty line or a picture makes no paragraph of the article.
    if (block.name === 'w:p' && !hasText(block)) continue
    last = paragraph || isOwnItem ? last + 1 : 0
    if (paragraph && (paragraph.number !== last || !hasText(paragraph.item) || holdsDrawing(paragraph.item)))
      words.add(paragraph.list)
  }
  return blocks.map((block) => {
    const paragraph = numbered.get(block)
    return paragraph && !words.has(paragraph.list) ? paragraph.item : block
  })
}
