import {
  type ArticleContent,
  type AttachmentBlock,
  type Block,
  cellsOf,
  type PhotoBlock,
  type TextNode,
} from '../../../shared/article/content.ts'
import { isTableKind } from '../../../shared/article/text-schema.ts'
import { attachmentWords, videoWords } from './inset-words.ts'

const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\u00AD', '')

/** Text as itself in HTML. Square brackets too: a site would run what stands in them as its shortcodes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('[', '&#91;')
    .replaceAll(']', '&#93;')

const inline = (text: string): string => escapeHtml(clean(text)).replaceAll('\n', '<br>')

const webLink = (href: string): string | null => {
  if (!URL.canParse(href)) return null
  const { protocol } = new URL(href)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

const runHtml = ({ text, marks = [] }: TextNode): string => {
  let html = inline(text)
  let href: string | null = null
  if (marks.some((mark) => mark.type === 'italic')) html = `<em>${html}</em>`
  if (marks.some((mark) => mark.type === 'bold')) html = `<strong>${html}</strong>`
  for (const mark of marks) if (mark.type === 'link') href = webLink(mark.attrs.href)
  return href === null ? html : `<a href="${escapeHtml(href)}">${html}</a>`
}

const runs = (nodes: readonly TextNode[]): string => nodes.map(runHtml).join('').trim()

const line = (tag: string, html: string): string => (html === '' ? '' : `<${tag}>${html}</${tag}>`)

const small = (text: string): string => line('p', line('em', inline(text.trim())))

/** The address that a photo has in the HTML until the channel gives it its own. */
const figure = ({ attrs, content }: PhotoBlock): string => {
  const credit = attrs.credit.trim() === '' ? '' : `Фото: ${inline(attrs.credit.trim())}`
  const words = runs(content)
  const caption = [words, credit].filter((text) => text !== '').join(/[.!?…]$/u.test(words) ? ' ' : '. ')
  return `<figure><img src="media:${escapeHtml(attrs.media)}" alt="${escapeHtml(clean(attrs.alternative))}">${line('figcaption', caption)}</figure>`
}

type Paragraph = Extract<Block, { type: 'paragraph' }>

/** A document that goes along is a link, under the address that the channel gives it later. */
const attachment = (block: AttachmentBlock, files: ReadonlySet<string>): string => {
  const words = inline(attachmentWords(block))
  return line('p', files.has(block.attrs.media) ? `<a href="media:${escapeHtml(block.attrs.media)}">${words}</a>` : words)
}

const inset = (block: Exclude<Block, Paragraph>, files: ReadonlySet<string>): string => {
  if (block.type === 'photo') return block.attrs.media === '' ? '' : figure(block)
  if (block.type === 'attachment') return attachment(block, files)
  const video = videoWords(block)
  return video === null ? '' : line('p', `<a href="${escapeHtml(video.href)}">${inline(video.text)}</a>`)
}

const quoteEnd = '</blockquote>'

const paragraph = ({ attrs, content }: Paragraph): string => {
  const text = runs(content)
  switch (attrs.kind) {
    case 'subhead':
      return line('h2', text)
    case 'quote':
      return text === '' ? '' : `<blockquote><p>${text}</p></blockquote>`
    case 'quoteSource':
      return line('p', line('cite', text))
    case 'question':
      return line('p', line('strong', text))
    case 'sidebarHead':
      return line('h3', text)
    default:
      return line('p', text)
  }
}

const rowHtml = ({ attrs, content }: Paragraph): string => {
  const tag = attrs.kind === 'tableHead' ? 'th' : 'td'
  return `<tr>${cellsOf(content)
    .map((cell) => `<${tag}>${runs(cell)}</${tag}>`)
    .join('')}</tr>`
}

/** Blocks of a kind that stand together: what opens and closes them, and one of them. */
const gathered = (block: Block): readonly [name: string, html: string] | null => {
  if (block.type !== 'paragraph') return null
  const { kind } = block.attrs
  if (kind === 'listItem') return ['ul', line('li', runs(block.content))]
  if (kind === 'numberedItem') return ['ol', line('li', runs(block.content))]
  if (isTableKind(kind)) return ['table', rowHtml(block)]
  if (kind === 'sidebar' || kind === 'sidebarHead') return ['aside', paragraph(block)]
  return null
}

/** The blocks of an article, items gathered into lists, rows into tables, the paragraphs of a sidebar into one. */
const blocksHtml = (body: readonly Block[], files: ReadonlySet<string>): readonly string[] => {
  const html: string[] = []
  let open: { readonly name: string; readonly parts: string[] } | null = null
  const close = (): void => {
    const inside = open?.parts.join('') ?? ''
    if (open !== null && inside !== '') html.push(`<${open.name}>${inside}</${open.name}>`)
    open = null
  }
  for (const block of body) {
    const part = gathered(block)
    const opens = block.type === 'paragraph' && block.attrs.kind === 'sidebarHead'
    if (part === null || part[0] !== open?.name || opens) close()
    if (part !== null) {
      open ??= { name: part[0], parts: [] }
      open.parts.push(part[1])
    } else if (block.type !== 'paragraph') html.push(inset(block, files))
    else if (block.attrs.kind === 'quoteSource' && html.at(-1)?.endsWith(quoteEnd))
      html.push(`${html.pop()?.slice(0, -quoteEnd.length)}${paragraph(block)}${quoteEnd}`)
    else html.push(paragraph(block))
  }
  close()
  return html.filter((part) => part !== '')
}

/**
 * An article's text as clean HTML, one block a line, without its headline: what stands above the text, the text, who wrote
 * it. A photo is `<img src="media:ID" …>`; nothing else in it can look like that. `content` is the one for
 * the web; documents among `files` are links to `media:ID`.
 */
export const articleHtml = (
  { rubric, kicker, deck, byline, body }: ArticleContent,
  files: ReadonlySet<string> = new Set(),
): string =>
  [
    small([rubric, kicker].filter((text) => text.trim() !== '').join(' · ')),
    line('p', line('strong', inline(deck.trim()))),
    ...blocksHtml(body, files),
    small(byline),
  ]
    .filter((html) => html !== '')
    .join('\n')

/** The HTML with every link to a file that went along led by `address`; without one its words stay. */
export const withFiles = (html: string, address: (media: string) => string | null): string =>
  html.replace(/<a href="media:([^"]*)">(.*?)<\/a>/g, (_whole, media: string, words: string) => {
    const url = address(media)
    return url === null ? words : `<a href="${escapeHtml(url)}">${words}</a>`
  })

/** The HTML with every photo drawn by `image`, which is given the photo's id and its `alt` attribute as written. */
export const withImages = (html: string, image: (media: string, alt: string) => string): string =>
  html.replace(/<img src="media:([^"]*)" (alt="[^"]*")>/g, (_whole, media: string, alt: string) => image(media, alt))
