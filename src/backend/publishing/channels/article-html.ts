import type { ArticleContent, Block, PhotoBlock, TextNode } from '../../../shared/article/content.ts'

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

const paragraph = ({ attrs, content }: Extract<Block, { type: 'paragraph' }>): string => {
  const text = runs(content)
  switch (attrs.kind) {
    case 'subhead':
      return line('h2', text)
    case 'quote':
      return text === '' ? '' : `<blockquote><p>${text}</p></blockquote>`
    case 'question':
      return line('p', line('strong', text))
    default:
      return line('p', text)
  }
}

/** The blocks of an article, list items gathered into lists. */
const blocksHtml = (body: readonly Block[]): readonly string[] => {
  const html: string[] = []
  let items: string[] = []
  const endList = (): void => {
    if (items.length > 0) html.push(`<ul>${items.join('')}</ul>`)
    items = []
  }
  for (const block of body) {
    if (block.type === 'paragraph' && block.attrs.kind === 'listItem') {
      items.push(line('li', runs(block.content)))
      continue
    }
    endList()
    if (block.type === 'paragraph') html.push(paragraph(block))
    else if (block.attrs.media !== '') html.push(figure(block))
  }
  endList()
  return html
}

/**
 * An article's text as clean HTML, one block a line, without its headline: what stands above the text, the text, who wrote
 * it. A photo is `<img src="media:ID" …>`; nothing else in it can look like that. `content` is the one for the web.
 */
export const articleHtml = ({ rubric, kicker, deck, byline, body }: ArticleContent): string =>
  [
    small([rubric, kicker].filter((text) => text.trim() !== '').join(' · ')),
    line('p', line('strong', inline(deck.trim()))),
    ...blocksHtml(body),
    small(byline),
  ]
    .filter((html) => html !== '')
    .join('\n')

/** The HTML with every photo drawn by `image`, which is given the photo's id and its `alt` attribute as written. */
export const withImages = (html: string, image: (media: string, alt: string) => string): string =>
  html.replace(/<img src="media:([^"]*)" (alt="[^"]*")>/g, (_whole, media: string, alt: string) => image(media, alt))
