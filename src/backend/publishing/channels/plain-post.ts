import { type ArticleContent, attachmentsOf, contentFor } from '../../../shared/article/content.ts'
import type { ChannelPreview, PostPart } from '../../../shared/publishing/channel.ts'
import { ownCaptions, plainLine, portalLink, present } from './article-lines.ts'
import type { FormatContext } from './channel-adapter.ts'
import { attachmentWarnings } from './inset-words.ts'
import { type Line, shorten, textLength, toHtml } from './post-lines.ts'
import { chosenPhotos, cropsOf, inviteLines, storyOf, variantTags } from './variant-parts.ts'

/** What a network whose posts are plain text makes of an article. */
export interface PlainNetwork {
  /** Its name in the marks of links. */
  readonly source: string
  /** Most UTF-16 units of a post. */
  readonly limit: number
  /** Most photos of a post. */
  readonly photoLimit: number
  /** Makes words that the network would take for its own markup stand as themselves. */
  readonly guard: (text: string) => string
  /** What its settings say of hashtags. */
  readonly tags: readonly string[]
}

/** The line without formatting: the address of a link stands behind its words. */
const plain = (line: Line, guard: (text: string) => string): Line => {
  const text = line.runs
    .map((run, at) => {
      const ends = run.href !== null && line.runs[at + 1]?.href !== run.href
      const address = ends && run.text.trim() !== run.href ? ` (${run.href})` : ''
      return `${guard(run.text)}${address}`
    })
    .join('')
  return { ...line, quote: false, runs: text === '' ? [] : [{ text, tags: [], href: null }] }
}

/** A hashtag of these words; null where nothing of them can stand in one. */
export const hashtagOf = (words: string): string | null => {
  const tag = words.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '')
  return /\p{L}/u.test(tag) ? `#${tag}` : null
}

/** The hashtags that a channel's settings ask for: of the rubric, and those that stand under every post. */
export const tagsOf = (rubric: string, settings: Readonly<Record<string, string>>): readonly string[] => {
  const own = (settings.tags ?? '').split(/[\s,;]+/).map((tag) => tag.replace(/^#/, ''))
  const words = settings.hashtags === 'off' ? own : [rubric, ...own]
  return [...new Set(words.map(hashtagOf).filter((tag) => tag !== null))]
}

/**
 * An article as one post of plain text with its photos. A text too long for it ends early, after a sentence or with «…»,
 * and with a link to the site; the preview says so. Pure.
 */
export const plainPost = (approved: ArticleContent, context: FormatContext, network: PlainNetwork): ChannelPreview => {
  const { limit, photoLimit, guard, source } = network
  const content = contentFor(approved, 'web')
  const lines = (all: readonly Line[]) => all.map((line) => plain(line, guard))
  const photos = chosenPhotos(content, context)
  const story = lines(storyOf(content, context))
  if (story.length === 0 && photos.length === 0)
    return { parts: [], warnings: ['В материале нет ни текста, ни снимков для этого канала.'] }
  const warnings: string[] = [...attachmentWarnings(attachmentsOf(content), context.page)]
  const shown = photos.slice(0, photoLimit)
  if (photos.length > photoLimit)
    warnings.push(`Снимков ${photos.length}, а в публикации их бывает не больше ${photoLimit}: остальные не войдут.`)
  const href = portalLink(context, source)
  const link = (words: string): readonly Line[] => (href === null ? [] : [plainLine(`${words} ${href}`)])
  const byline = lines(present([plainLine(content.byline)]))
  const captions = lines(ownCaptions(shown))
  const tags = present([plainLine((variantTags(context) ?? network.tags).join(' '))])
  const invite = lines(inviteLines(context))
  let text = [...story, ...captions, ...byline, ...link('Читать на сайте:'), ...invite, ...tags]
  if (textLength(text) > limit) {
    const few = textLength(tags) > limit / 8 ? [] : tags
    const guest = textLength(invite) > limit / 4 ? [] : invite
    const last = href === null ? [plainLine('…')] : link('… Читать полностью на сайте:')
    const whole = [
      ...shorten(captions, Math.floor(limit / 4)),
      ...shorten(byline, Math.floor(limit / 8)),
      ...last,
      ...guest,
      ...few,
    ]
    // Most of a post is its story, whatever stands below it.
    const end = [whole, last, [plainLine('…')]].find((lines) => textLength(lines) <= limit * 0.7) ?? []
    const start = shorten(story, limit - textLength(end) - 2)
    text = [...start, ...end]
    const left = textLength(story) - textLength(start)
    if (left > 0)
      warnings.push(
        `Текст длиннее ${limit} знаков: последние ${left} не войдут${href === null ? '' : ', в конце будет ссылка на сайт'}.`,
      )
  }
  const part: PostPart = {
    kind: shown.length === 0 ? 'text' : shown.length === 1 ? 'photo' : 'album',
    html: toHtml(text),
    photos: shown.map((photo) => photo.attrs.media),
    ...cropsOf(context),
    length: textLength(text),
    limit,
    ...(href === null ? {} : { link: href }),
  }
  return { parts: [part], warnings }
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** The plain text of a part that `plainPost` made. */
export const textOfPost = (html: string): string => html.replace(/&(lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)

/**
 * What is left of a text when everything is taken out that a network may change on its way: white space, invisible
 * characters, escapes. Equal for one post and what the network shows of it.
 */
export const essence = (text: string): string =>
  textOfPost(text.replace(/<br\s*\/?>/gi, ''))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, '')
