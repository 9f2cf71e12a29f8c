import type { Block } from '../../../shared/article/content.ts'
import { textOf } from '../../../shared/article/content.ts'
import type { BlockKind } from '../../../shared/article/text-schema.ts'
import { asLead, isQuestion, withoutBold } from './bold.ts'
import { tidyLine } from './clean.ts'
import { type NamedPhoto, paragraph } from './draft.ts'
import { parseInline } from './inline.ts'

/** A Markdown body: its first heading of the first rank, its blocks, and the pictures standing among them. */
export interface MarkdownBody {
  readonly heading: string | null
  readonly blocks: readonly Block[]
  readonly photos: readonly NamedPhoto[]
}

/** Lines of one block as they are gathered. */
interface Gathered {
  readonly kind: BlockKind | 'heading' | 'photo'
  readonly lines: string[]
}

const heading = /^ {0,3}(#{1,6})(?: (.*))?$/
const rule = /^ {0,3}(?:={3,}|(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/
const quote = /^ {0,3}>\s?(.*)$/
const bullet = /^\s*[-*+]\s+(.*)$/
const numbered = /^\s*(\d{1,3})[.)]\s+(\S.*)$/
/** `![caption](path "credit" "alternative")` on a line of its own. */
const picture = /^ {0,3}!\[([^\]]*)\]\((?:<([^<>]+)> *|([^()<>"]+))(?:"([^"]*)"(?: +"([^"]*)")?)?\)\s*$/

const gather = (lines: readonly string[]): readonly Gathered[] => {
  const gathered: Gathered[] = []
  /** The number that makes the next line an item. */
  let expected = 1
  const start = (kind: Gathered['kind'], line: string) => {
    if (kind !== 'photo') expected = kind === 'numberedItem' ? expected + 1 : 1
    gathered.push({ kind, lines: [line] })
  }
  let isOpen = false
  let inNumbers = false
  for (const line of lines) {
    const current: Gathered | undefined = isOpen ? gathered.at(-1) : undefined
    const [, numberOf, counted] = numbered.exec(line) ?? []
    const quoted = quote.exec(line)?.[1]
    const item = bullet.exec(line)?.[1]
    const headed = heading.exec(line)
    isOpen = false
    if (line.trim() === '') inNumbers = false
    else if (headed) start(headed[1] === '#' ? 'heading' : 'subhead', (headed[2] ?? '').trim().replace(/ #+$/, ''))
    else if (rule.test(line)) inNumbers = false
    else if (picture.test(line)) start('photo', line)
    else if (quoted?.trim() === '') inNumbers = false
    else {
      isOpen = true
      // A number that does not follow from the order of the items is part of the text.
      const numberStarts: boolean = numberOf !== undefined && (!current || inNumbers || numberOf === '1')
      inNumbers = numberStarts || (inNumbers && current !== undefined)
      if (quoted !== undefined && current?.kind !== 'quote') start('quote', quoted)
      else if (item !== undefined) start('listItem', item)
      else if (numberStarts && counted !== undefined && quoted === undefined && numberOf === `${expected}`)
        start('numberedItem', counted)
      else if (numberStarts || !current) start('paragraph', quoted ?? line)
      else current.lines.push(quoted ?? line)
    }
  }
  return gathered
}

/** Lines of one paragraph joined; two spaces or a backslash at a line's end begin a new one. */
const paragraphsOf = (lines: readonly string[]): readonly string[] =>
  lines
    .map((line) => (line.endsWith('  ') || line.endsWith('\\') ? `${line.slice(0, -1)}\n` : line))
    .join(' ')
    .split('\n ')
    .map(tidyLine)
    .filter((text) => text !== '')

/**
 * Reads `#` headings, `##` subheads, `>` quotes, `-` items, pictures on a line of their own and paragraphs. Bold tells
 * what a paragraph is: the first one is the lead; a later one that asks or begins with a dash is a question of an
 * interview, and the paragraphs up to the next subhead are its answer.
 */
export const parseMarkdown = (lines: readonly string[]): MarkdownBody => {
  const blocks: Block[] = []
  const photos: NamedPhoto[] = []
  let first: string | null = null
  let answering = false
  for (const { kind, lines: source } of gather(lines)) {
    if (kind === 'photo') {
      const [, caption = '', bracketed, bare = '', credit = '', alternative = ''] = picture.exec(source[0] ?? '') ?? []
      const path = (bracketed ?? bare).trim()
      const words = { caption: tidyLine(caption), credit: tidyLine(credit), alternative: tidyLine(alternative) }
      photos.push({ path, ...words, place: blocks.length })
      continue
    }
    for (const text of paragraphsOf(source)) {
      const runs = parseInline(text)
      const words = textOf(runs)
      if (kind === 'heading' && first === null) {
        first = words
        continue
      }
      if (kind === 'heading' || kind === 'subhead') {
        answering = false
        blocks.push(paragraph('subhead', withoutBold(runs)))
      } else if (kind !== 'paragraph') blocks.push(paragraph(kind, runs))
      else if (blocks.length === 0) blocks.push(asLead(paragraph(kind, runs)) ?? paragraph(kind, runs))
      else if (isQuestion(runs)) {
        answering = true
        blocks.push(paragraph('question', withoutBold(runs)))
      } else blocks.push(paragraph(answering ? 'answer' : 'paragraph', runs))
    }
  }
  return { heading: first, blocks, photos }
}
