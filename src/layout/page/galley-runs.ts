import type { Block, TextNode } from '../../shared/article/content.ts'
import type { FontId } from '../../shared/layout/display.ts'
import type { StyledRun } from '../text/line.ts'

/** A block of text of an article. */
export type Paragraph = Extract<Block, { type: 'paragraph' }>

const emphasised = (font: FontId, bold: boolean, italic: boolean): FontId => {
  if (font === 'serif') return bold ? (italic ? 'serifBoldItalic' : 'serifBold') : italic ? 'serifItalic' : 'serif'
  if (font === 'serifBold') return italic ? 'serifBoldItalic' : 'serifBold'
  if (font === 'serifItalic') return bold ? 'serifBoldItalic' : 'serifItalic'
  if (font === 'sans') return bold ? 'sansBold' : 'sans'
  if (font === 'narrow') return bold ? 'narrowBold' : 'narrow'
  return font
}

/** A run of an article in the face of its block, its emphasis in another of the same family where there is one. */
export const runOf = (node: TextNode, font: FontId): StyledRun => {
  const marks = node.marks ?? []
  const has = (type: 'bold' | 'italic') => marks.some((mark) => mark.type === type)
  const link = marks.find((mark) => mark.type === 'link')
  return { text: node.text, font: emphasised(font, has('bold'), has('italic')), href: link?.attrs.href ?? null }
}

/** Without the white space at either end, which imported texts bring along. */
export const trimmed = (runs: readonly StyledRun[]): readonly StyledRun[] => {
  const first = runs.findIndex((run) => run.text.trim() !== '')
  const last = runs.findLastIndex((run) => run.text.trim() !== '')
  return runs.slice(Math.max(0, first), last + 1).map((run, index, all) => ({
    ...run,
    text: (index === 0 ? (text: string) => text.trimStart() : (text: string) => text)(
      index === all.length - 1 ? run.text.trimEnd() : run.text,
    ),
  }))
}
