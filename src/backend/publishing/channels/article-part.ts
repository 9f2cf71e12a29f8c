import { type ArticleContent, contentFor, photosOf, textOf } from '../../../shared/article/content.ts'
import type { ArticlePart, ChannelPreview } from '../../../shared/publishing/channel.ts'
import { articleHtml } from './article-html.ts'
import type { FormatContext } from './channel-adapter.ts'
import { documentsOf } from './documents.ts'
import { attachmentWarnings } from './inset-words.ts'
import { slugOf } from './slug.ts'

/** Longer summaries are cut after a word. */
const summaryLimit = 300

const shortened = (text: string): string => {
  if (text.length <= summaryLimit) return text
  const cut = text.slice(0, summaryLimit)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > summaryLimit / 2 ? end : undefined).replace(/[\s,;:—-]+$/u, '')}…`
}

/** What stands for an article in a list: its deck, else its lead, else the beginning of its text. */
const summaryOf = ({ deck, body }: ArticleContent): string => {
  const paragraphs = body.filter((block) => block.type === 'paragraph')
  const lead = paragraphs.find((block) => block.attrs.kind === 'lead' && textOf(block.content).trim() !== '')
  const first = paragraphs.find((block) => textOf(block.content).trim() !== '')
  const text = deck.trim() === '' ? textOf((lead ?? first)?.content ?? []) : deck
  return shortened(text.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim())
}

/**
 * The whole article as one part, for sites and feeds. Its documents go as files while they are no more bytes together than
 * `documentBytes`; the others are named in the text. Pure.
 */
export const formatArticle = (
  approved: ArticleContent,
  { delivery, variant = null }: FormatContext,
  documentBytes = 0,
): ChannelPreview => {
  const own = contentFor(approved, 'web')
  const content = variant?.title == null ? own : { ...own, headline: variant.title }
  const { files, left } = documentsOf(content, documentBytes)
  const html = articleHtml(content, new Set(files.map(({ media }) => media)))
  const title = content.headline.replace(/\s+/g, ' ').trim()
  const photos = photosOf(content)
  const ids = [...new Set(photos.map((photo) => photo.attrs.media))]
  if (html === '' && title === '') return { parts: [], warnings: ['В материале нет ни текста, ни снимков для этого канала.'] }
  const part: ArticlePart = {
    kind: 'article',
    title,
    summary: variant?.summary == null ? summaryOf(content) : shortened(variant.summary.replace(/\s+/g, ' ').trim()),
    rubric: content.rubric.trim(),
    byline: content.byline.trim(),
    slug: slugOf(title, delivery),
    html,
    photos: ids,
    alternatives: ids.map((id) => photos.find((photo) => photo.attrs.media === id)?.attrs.alternative ?? ''),
    ...(files.length > 0 && { files }),
    length: [title, ...content.body.map((block) => textOf(block.content))].join('\n').length,
    limit: null,
  }
  const warnings = [
    ...(title === '' ? ['У материала нет заголовка: на сайте и в ленте он будет без названия.'] : []),
    ...attachmentWarnings(left),
  ]
  return { parts: [part], warnings }
}
