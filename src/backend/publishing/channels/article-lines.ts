import { type ArticleContent, type Block, type PhotoBlock, type TextNode, textOf } from '../../../shared/article/content.ts'
import { itemNumbers } from '../../../shared/article/item-numbers.ts'
import { cellSeparator, isTableKind } from '../../../shared/article/text-schema.ts'
import type { FormatContext } from './channel-adapter.ts'
import { attachmentWords, videoWords } from './inset-words.ts'
import type { Line, Run, TextTag } from './post-lines.ts'

const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\u00AD', '')

const webLink = (href: string): string | null => {
  if (!URL.canParse(href)) return null
  const { protocol } = new URL(href)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

const runsOf = (nodes: readonly TextNode[], always: readonly TextTag[]): readonly Run[] =>
  nodes.map(({ text, marks = [] }) => {
    const tags = new Set(always)
    let href: string | null = null
    for (const mark of marks) {
      if (mark.type === 'bold') tags.add('b')
      if (mark.type === 'italic') tags.add('i')
      if (mark.type === 'link') href = webLink(mark.attrs.href)
    }
    return { text: clean(text), tags: [...tags], href }
  })

/** Telegram cuts white space off both ends of a message; cutting it off lines keeps our count the same as its. */
const trimmed = (line: Line): Line => {
  const runs = [...line.runs]
  const trimEnd = (at: 0 | -1, trim: (text: string) => string): void => {
    for (let run = runs.at(at); run; run = runs.at(at)) {
      const text = trim(run.text)
      if (text !== '') {
        runs.splice(at === 0 ? 0 : runs.length - 1, 1, { ...run, text })
        return
      }
      if (at === 0) runs.shift()
      else runs.pop()
    }
  }
  trimEnd(0, (text) => text.trimStart())
  trimEnd(-1, (text) => text.trimEnd())
  return { ...line, runs }
}

/** A line of one run, without links. */
export const plainLine = (text: string, tags: readonly TextTag[] = []): Line => ({
  runs: [{ text: clean(text), tags, href: null }],
  quote: false,
  tight: false,
})

/** What stands above the text: rubric and kicker, headline, deck. */
export const headOf = ({ rubric, kicker, headline, deck }: ArticleContent): readonly Line[] => [
  plainLine([rubric, kicker].filter((text) => text.trim() !== '').join(' · '), ['i']),
  { ...plainLine(headline, ['b']), tight: true },
  plainLine(deck),
]

/** A message has no columns: cells follow one another. */
const withDashes = (node: TextNode): TextNode => ({ ...node, text: node.text.replaceAll(cellSeparator, ' — ') })

/** The line that stands for what is no paragraph; photos go beside the text, a document is found on the article's `page`. */
const insetLine = (block: Exclude<Block, { type: 'paragraph' }>, page: string | null): readonly Line[] => {
  if (block.type === 'photo') return []
  if (block.type === 'attachment') {
    const words = attachmentWords(block)
    return page === null || words === '' ? [plainLine(words)] : linkLine(page, words)
  }
  const video = videoWords(block)
  return video === null ? [] : linkLine(video.href, video.text)
}

/**
 * The paragraphs of an article, one line each, with links to its videos, and to its `page` on the newspaper's site for its
 * documents; photos are left out.
 */
export const bodyOf = ({ body }: ArticleContent, page: string | null = null): readonly Line[] => {
  const lines: Line[] = []
  let listed = false
  const numbers = itemNumbers(body)
  for (const [index, block] of body.entries()) {
    if (block.type !== 'paragraph') {
      lines.push(...insetLine(block, webLink(page ?? '')))
      listed = false
      continue
    }
    const { kind } = block.attrs
    const strong = kind === 'subhead' || kind === 'question' || kind === 'sidebarHead' || kind === 'tableHead'
    const row = isTableKind(kind)
    const number = numbers[index] ?? null
    const item = kind === 'listItem' || number !== null
    const runs = runsOf(row ? block.content.map(withDashes) : block.content, strong ? ['b'] : [])
    const bullet: Run = { text: number === null ? '• ' : `${number}. `, tags: [], href: null }
    const source = kind === 'quoteSource'
    const dash: readonly Run[] = source && !/^\s*[—–-]/u.test(textOf(block.content)) ? [{ text: '— ', tags: [], href: null }] : []
    const before = item ? [bullet] : dash
    lines.push({ runs: [...before, ...runs], quote: kind === 'quote', tight: ((item || row) && listed) || source })
    listed = item || row
  }
  return lines
}

const usualMarks = { medium: 'social', campaign: '' }

/**
 * Where a post leads: the address that its variant names, the article on the newspaper's site, the site. On the site it has
 * the marks by which statistics know the post. Null where there is no site. `source` is the network.
 */
export const portalLink = (context: FormatContext, source: string): string | null => {
  const { portal, delivery, page = null, variant = null, marks = usualMarks } = context
  const href = webLink(variant?.link ?? '') ?? webLink(page ?? '') ?? webLink(portal)
  if (href === null) return null
  const url = new URL(href)
  const onSite = [portal, page ?? ''].some((address) => webLink(address) !== null && new URL(address).host === url.host)
  if (marks === null || !onSite) return url.href
  url.searchParams.set('utm_source', source)
  if (marks.medium !== '') url.searchParams.set('utm_medium', marks.medium)
  if (marks.campaign !== '') url.searchParams.set('utm_campaign', marks.campaign)
  url.searchParams.set('utm_content', delivery)
  return url.href
}

/** A line that is one link; none where there is no address. */
export const linkLine = (href: string | null, text: string): readonly Line[] =>
  href === null ? [] : [{ runs: [{ text, tags: [], href }], quote: false, tight: false }]

/** The lines that say something, without white space at their ends. */
export const present = (lines: readonly Line[]): readonly Line[] => lines.map(trimmed).filter((line) => line.runs.length > 0)

/** Who took the photos, in one line; empty when nobody is named. */
export const creditOf = (photos: readonly PhotoBlock[]): string => {
  const credits = [...new Set(photos.map((photo) => photo.attrs.credit.trim()).filter((credit) => credit !== ''))]
  return credits.length === 0 ? '' : `Фото: ${credits.join(', ')}`
}

/** The photos' own words and credits. */
export const ownCaptions = (photos: readonly PhotoBlock[]): readonly Line[] => {
  const captions = [...new Set(photos.map((photo) => textOf(photo.content).trim()))]
  return present([...captions.map((caption) => plainLine(caption)), plainLine(creditOf(photos), ['i'])])
}
