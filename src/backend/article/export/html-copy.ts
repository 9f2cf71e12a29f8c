import { type ArticleContent, type Block, cellsOf, type PhotoBlock, type TextNode } from '../../../shared/article/content.ts'
import { gather } from './gather.ts'
import { type InsetLine, insetLine } from './inset-line.ts'
import type { LeavingPicture } from './pictures.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const addressable = /^(?:https?:\/\/|mailto:|tel:)/i

const runHtml = ({ text, marks = [] }: TextNode): string => {
  let html = escaped(text).replaceAll('\n', '<br>')
  const has = (type: string) => marks.some((mark) => mark.type === type)
  if (has('italic')) html = `<em>${html}</em>`
  if (has('bold')) html = `<strong>${html}</strong>`
  for (const mark of marks)
    if (mark.type === 'link' && addressable.test(mark.attrs.href)) html = `<a href="${escaped(mark.attrs.href)}">${html}</a>`
  return html
}

const runs = (nodes: readonly TextNode[]): string => nodes.map(runHtml).join('')

const line = (tag: string, html: string, name = ''): string =>
  html.trim() === '' ? '' : `<${tag}${name === '' ? '' : ` class="${name}"`}>${html}</${tag}>`

const figure = ({ attrs, content }: PhotoBlock, pictures: ReadonlyMap<string, LeavingPicture>): string => {
  const picture = pictures.get(attrs.media)
  const data = picture && Buffer.from(picture.bytes).toString('base64')
  const image =
    picture && data
      ? `<img src="data:image/jpeg;base64,${data}" alt="${escaped(attrs.alternative)}" width="${picture.width}" height="${picture.height}">`
      : ''
  const credit = attrs.credit.trim() === '' ? '' : `<small>Фото: ${escaped(attrs.credit.trim())}</small>`
  const caption = line('figcaption', [runs(content), credit].filter((part) => part !== '').join(' '))
  return image === '' && caption === '' ? '' : `<figure>${image}${caption}</figure>`
}

const inset = ({ text, href }: InsetLine): string => {
  const words = escaped(text)
  return line('p', href !== null && addressable.test(href) ? `<a href="${escaped(href)}">${words}</a>` : words)
}

type Paragraph = Extract<Block, { type: 'paragraph' }>

const paragraph = ({ attrs, content }: Paragraph): string => {
  const html = runs(content)
  switch (attrs.kind) {
    case 'subhead':
      return line('h2', html)
    case 'sidebarHead':
      return line('h3', html)
    case 'quote':
      return html.trim() === '' ? '' : `<blockquote><p>${html}</p></blockquote>`
    case 'quoteSource':
      return line('p', `<cite>— ${html.replace(/^[—–-]\s*/, '')}</cite>`, 'source')
    case 'question':
      return line('p', `<strong>${html}</strong>`)
    case 'lead':
      return line('p', html, 'lead')
    case 'note':
      return line('p', html, 'note')
    default:
      return line('p', html)
  }
}

const row = ({ attrs, content }: Paragraph): string => {
  const tag = attrs.kind === 'tableHead' ? 'th' : 'td'
  return `<tr>${cellsOf(content)
    .map((cell) => `<${tag}>${runs(cell)}</${tag}>`)
    .join('')}</tr>`
}

/** Only what makes the page readable on a screen and on paper. */
const look = `body{font:18px/1.55 Georgia,"PT Serif",serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
h1{font-size:1.9rem;line-height:1.2;margin:.2em 0 .5em}h2{font-size:1.3rem;margin:1.6em 0 .4em}h3{font-size:1.05rem;margin:.2em 0 .4em}
.above,.byline,figcaption{color:#5a5a5a;font-size:.9rem}.deck,.lead{font-size:1.1em}.lead{font-weight:bold}.note{color:#7a4b00;font-style:italic}
blockquote{margin:1em 0;padding-left:1em;border-left:3px solid #8a8a8a}aside{margin:1.2em 0;padding:.6em 1em;border:1px solid #c8c8c8}
figure{margin:1.4em 0}img{max-width:100%;height:auto}table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid #c8c8c8;padding:.3em .6em;text-align:left;vertical-align:top}`

/** An article as one page that needs nothing beside it: pictures stand in it, nothing in it runs (rule F23). */
export const htmlCopy = (content: ArticleContent, pictures: ReadonlyMap<string, LeavingPicture>): string => {
  const { rubric, kicker, headline, deck, byline, body } = content
  const above = [rubric, kicker].filter((text) => text.trim() !== '').map(escaped)
  const blocks = gather(body).map((group) => {
    if (group.kind === 'photo') return figure(group.block, pictures)
    if (group.kind === 'inset') return inset(insetLine(group.block))
    if (group.kind === 'paragraph') return paragraph(group.block)
    if (group.kind === 'list') return `<ul>${group.blocks.map(({ content: item }) => line('li', runs(item))).join('')}</ul>`
    if (group.kind === 'numbered') {
      const items = group.blocks.map(({ content: item }) => line('li', runs(item))).join('')
      return `<ol${group.first > 1 ? ` start="${group.first}"` : ''}>${items}</ol>`
    }
    if (group.kind === 'table') return `<table>${group.blocks.map(row).join('')}</table>`
    return `<aside>${group.blocks.map(paragraph).join('')}</aside>`
  })
  const lines = [
    line('p', above.join(' · '), 'above'),
    line('h1', escaped(headline)),
    line('p', escaped(deck), 'deck'),
    line('p', escaped(byline), 'byline'),
    ...blocks,
  ]
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escaped(headline)}</title>
<style>${look}</style>
</head>
<body>
<article>
${lines.filter((html) => html !== '').join('\n')}
</article>
</body>
</html>
`
}
