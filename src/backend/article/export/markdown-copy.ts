import { type ArticleContent, type Block, cellsOf, type PhotoBlock, type TextNode } from '../../../shared/article/content.ts'
import { gather } from './gather.ts'
import { type InsetLine, insetLine } from './inset-line.ts'

/** Signs that Markdown would read as its own, made to stand for themselves. */
const guarded = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`).replaceAll('\n', ' ')

/** The beginning of a paragraph that would make it something else. */
const guardedStart = (text: string): string => text.replace(/^(\s*)([-+=]|\d{1,3}[.)])(?=\s|$)/, '$1\\$2')

const addressable = /^(?:https?:\/\/|mailto:|tel:)[^\s()<>]+$/i

/** Emphasis begins and ends at letters: spaces at its edges stand outside of it. */
const emphasised = (text: string, sign: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return words === '' ? text : `${before}${sign}${words}${sign}${after}`
}

const runMarkdown = ({ text, marks = [] }: TextNode): string => {
  const has = (type: string) => marks.some((mark) => mark.type === type)
  let written = guarded(text)
  if (has('italic')) written = emphasised(written, '*')
  if (has('bold')) written = emphasised(written, '**')
  for (const mark of marks)
    if (mark.type === 'link' && addressable.test(mark.attrs.href)) written = `[${written}](${mark.attrs.href})`
  return written
}

const runs = (nodes: readonly TextNode[]): string => nodes.map(runMarkdown).join('').trim()

const quotedWords = (text: string): string => text.replace(/["\n]/g, (sign) => (sign === '"' ? '»' : ' '))

const picture = ({ attrs, content }: PhotoBlock, fileOf: (media: string) => string | null): string => {
  const file = fileOf(attrs.media)
  const caption = content
    .map(({ text }) => text)
    .join('')
    .replace(/[[\]\n]/g, ' ')
  if (file === null) return ''
  return `![${caption}](<${file}> "${quotedWords(attrs.credit)}" "${quotedWords(attrs.alternative)}")`
}

const inset = ({ text, href }: InsetLine): string =>
  href !== null && addressable.test(href) ? `[${guarded(text)}](${href})` : guarded(text)

const paragraph = ({ attrs, content }: Extract<Block, { type: 'paragraph' }>): string => {
  const text = runs(content)
  if (text === '') return ''
  switch (attrs.kind) {
    case 'subhead':
    case 'sidebarHead':
      return `## ${text}`
    case 'quote':
      return `> ${text}`
    case 'lead':
    case 'question':
      return emphasised(guardedStart(text.replaceAll('**', '')), '**')
    default:
      return guardedStart(text)
  }
}

/** One value of the head, in quotation marks that the format knows. */
const field = (name: string, value: string): readonly string[] =>
  value.trim() === '' ? [] : [`${name}: ${JSON.stringify(value)}`]

/**
 * An article as Markdown as our import reads it: a head of `key: value` lines, then the text. `fileOf` is how the file of a
 * picture is called beside the text; null where it has none.
 */
export const markdownCopy = (content: ArticleContent, fileOf: (media: string) => string | null): string => {
  const { rubric, kicker, headline, deck, byline, body } = content
  const head = [
    ...field('rubric', rubric),
    ...field('kicker', kicker),
    ...field('headline', headline),
    ...field('deck', deck),
    ...field('byline', byline),
  ]
  const blocks = gather(body).map((group) => {
    if (group.kind === 'photo') return picture(group.block, fileOf)
    if (group.kind === 'inset') return inset(insetLine(group.block))
    if (group.kind === 'paragraph') return paragraph(group.block)
    if (group.kind === 'list') return group.blocks.map(({ content: item }) => `- ${runs(item)}`).join('\n')
    if (group.kind === 'numbered')
      return group.blocks.map(({ content: item }, at) => `${group.first + at}. ${runs(item)}`).join('\n')
    if (group.kind === 'sidebar')
      return group.blocks
        .map(paragraph)
        .filter((text) => text !== '')
        .join('\n\n')
    const rows = group.blocks.map((block) => `| ${cellsOf(block.content).map(runs).join(' | ')} |`)
    const columns = Math.max(...group.blocks.map((block) => cellsOf(block.content).length))
    return [rows[0] ?? '', `|${' --- |'.repeat(columns)}`, ...rows.slice(1)].join('\n')
  })
  const parts = [head.length > 0 ? ['---', ...head, '---'].join('\n') : '', ...blocks]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
