import {
  type ArticleContent,
  contentFor,
  type PhotoBlock,
  photosOf,
  type TextNode,
  textOf,
} from '../../../../shared/article/content.ts'
import { cellSeparator, isTableKind } from '../../../../shared/article/text-schema.ts'
import type { ChannelPreview, PostPart } from '../../../../shared/publishing/channel.ts'
import type { FormatContext } from '../channel-adapter.ts'
import { type Line, type Run, shorten, type TextTag, textLength, toHtml } from './rich-text.ts'

/** Limits of the Bot API: units of a message and of a caption, photos of an album. */
const messageLimit = 4096
const captionLimit = 1024
const albumLimit = 10

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

const plainLine = (text: string, tags: readonly TextTag[] = []): Line => ({
  runs: [{ text: clean(text), tags, href: null }],
  quote: false,
  tight: false,
})

const headOf = ({ rubric, kicker, headline, deck }: ArticleContent): readonly Line[] => [
  plainLine([rubric, kicker].filter((text) => text.trim() !== '').join(' · '), ['i']),
  { ...plainLine(headline, ['b']), tight: true },
  plainLine(deck),
]

/** A message has no columns: cells follow one another. */
const withDashes = (node: TextNode): TextNode => ({ ...node, text: node.text.replaceAll(cellSeparator, ' — ') })

const bodyOf = ({ body }: ArticleContent): readonly Line[] => {
  const lines: Line[] = []
  let listed = false
  for (const block of body) {
    if (block.type !== 'paragraph') continue
    const { kind } = block.attrs
    const strong = kind === 'subhead' || kind === 'question' || kind === 'sidebarHead' || kind === 'tableHead'
    const row = isTableKind(kind)
    const item = kind === 'listItem'
    const runs = runsOf(row ? block.content.map(withDashes) : block.content, strong ? ['b'] : [])
    const bullet: Run = { text: '• ', tags: [], href: null }
    lines.push({ runs: item ? [bullet, ...runs] : runs, quote: kind === 'quote', tight: (item || row) && listed })
    listed = item || row
  }
  return lines
}

/** The site's address with the marks by which its statistics know the post. */
const portalLink = ({ portal, delivery }: FormatContext): string | null => {
  if (webLink(portal) === null) return null
  const url = new URL(portal)
  url.searchParams.set('utm_source', 'telegram')
  url.searchParams.set('utm_medium', 'social')
  url.searchParams.set('utm_content', delivery)
  return url.href
}

const linkLine = (href: string | null, text: string): readonly Line[] =>
  href === null ? [] : [{ runs: [{ text, tags: [], href }], quote: false, tight: false }]

const present = (lines: readonly Line[]): readonly Line[] => lines.map(trimmed).filter((line) => line.runs.length > 0)

const creditOf = (photos: readonly PhotoBlock[]): string => {
  const credits = [...new Set(photos.map((photo) => photo.attrs.credit.trim()).filter((credit) => credit !== ''))]
  return credits.length === 0 ? '' : `Фото: ${credits.join(', ')}`
}

const ownCaptions = (photos: readonly PhotoBlock[]): readonly Line[] => {
  const captions = [...new Set(photos.map((photo) => textOf(photo.content).trim()))]
  return present([...captions.map((caption) => plainLine(caption)), plainLine(creditOf(photos), ['i'])])
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

const part = (kind: PostPart['kind'], lines: readonly Line[], photos: readonly PhotoBlock[], limit: number): PostPart => ({
  kind,
  html: toHtml(lines),
  photos: photos.map((photo) => photo.attrs.media),
  length: textLength(lines),
  limit,
})

const photoPart = (lines: readonly Line[], photos: readonly PhotoBlock[]): PostPart =>
  part(photos.length === 1 ? 'photo' : 'album', lines, photos, captionLimit)

/**
 * The posts of an article: its photos with the whole text as their caption where that fits, else the photos with their
 * own captions and then one message. A text too long for a message ends early with a link to the site.
 */
export const formatTelegram = (approved: ArticleContent, context: FormatContext): ChannelPreview => {
  const content = contentFor(approved, 'web')
  const warnings: string[] = []
  const photos = photosOf(content)
  const href = portalLink(context)
  const story = present([...headOf(content), ...bodyOf(content)])
  const byline = present([plainLine(content.byline, ['i'])])
  const foot = [...byline, ...linkLine(href, 'Читать на сайте')]
  if (story.length === 0 && photos.length === 0)
    return { parts: [], warnings: ['В материале нет ни текста, ни снимков для этого канала.'] }

  const groups = chunks(photos, albumLimit)
  const credit = present([plainLine(creditOf(photos), ['i'])])
  const caption = [...story, ...credit, ...foot]
  if (groups.length === 1 && textLength(caption) <= captionLimit) return { parts: [photoPart(caption, photos)], warnings }

  const parts: PostPart[] = groups.map((group) => {
    const lines = ownCaptions(group)
    if (textLength(lines) > captionLimit) warnings.push(`Подписи к снимкам длиннее ${captionLimit} знаков и будут сокращены.`)
    return photoPart(shorten(lines, captionLimit), group)
  })
  if (groups.length > 1) warnings.push(`Снимков ${photos.length}: уйдут несколькими альбомами по ${albumLimit}.`)
  if (story.length === 0) return { parts, warnings }
  let text = [...story, ...foot]
  if (textLength(text) > messageLimit) {
    const end = [...byline, ...linkLine(href, 'Читать полностью на сайте')]
    // Two blank-line separators at most stand between the story and its foot.
    const start = shorten(story, messageLimit - textLength(end) - 2)
    text = [...start, ...end]
    const left = textLength(story) - textLength(start)
    warnings.push(
      `Текст длиннее ${messageLimit} знаков: последние ${left} не войдут${href === null ? '' : ', в конце будет ссылка на сайт'}.`,
    )
  }
  return { parts: [...parts, part('text', text, [], messageLimit)], warnings }
}
