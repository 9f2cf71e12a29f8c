import { type ArticleContent, attachmentsOf, contentFor, type PhotoBlock } from '../../../../shared/article/content.ts'
import type { ChannelPreview, PostPart } from '../../../../shared/publishing/channel.ts'
import { creditOf, linkLine, ownCaptions, plainLine, portalLink, present } from '../article-lines.ts'
import type { FormatContext } from '../channel-adapter.ts'
import { attachmentWarnings } from '../inset-words.ts'
import { type Line, shorten, textLength, toHtml } from '../post-lines.ts'
import { chosenPhotos, cropsOf, inviteLines, storyOf, variantTags } from '../variant-parts.ts'

/** Limits of the Bot API: units of a message and of a caption, photos of an album. */
const messageLimit = 4096
const captionLimit = 1024
const albumLimit = 10

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
  const warnings: string[] = [...attachmentWarnings(attachmentsOf(content), context.page)]
  const photos = chosenPhotos(content, context)
  const href = portalLink(context, 'telegram')
  const story = storyOf(content, context)
  const byline = present([plainLine(content.byline, ['i'])])
  const tags = present([plainLine((variantTags(context) ?? []).join(' '))])
  const invite = inviteLines(context)
  // Most of a message is the story's.
  const below = textLength([...invite, ...tags]) > messageLimit / 4 ? [] : [...invite, ...tags]
  const foot = [...byline, ...linkLine(href, 'Читать на сайте'), ...below]
  if (story.length === 0 && photos.length === 0)
    return { parts: [], warnings: ['В материале нет ни текста, ни снимков для этого канала.'] }

  const groups = chunks(photos, albumLimit)
  const credit = present([plainLine(creditOf(photos), ['i'])])
  const caption = [...story, ...credit, ...foot]
  if (groups.length === 1 && textLength(caption) <= captionLimit)
    return { parts: [{ ...photoPart(caption, photos), ...cropsOf(context) }], warnings }

  const parts: PostPart[] = groups.map((group) => {
    const lines = ownCaptions(group)
    if (textLength(lines) > captionLimit) warnings.push(`Подписи к снимкам длиннее ${captionLimit} знаков и будут сокращены.`)
    return { ...photoPart(shorten(lines, captionLimit), group), ...cropsOf(context) }
  })
  if (groups.length > 1) warnings.push(`Снимков ${photos.length}: уйдут несколькими альбомами по ${albumLimit}.`)
  if (story.length === 0) return { parts, warnings }
  let text = [...story, ...foot]
  if (textLength(text) > messageLimit) {
    const end = [...shorten(byline, messageLimit / 4), ...linkLine(href, 'Читать полностью на сайте'), ...below]
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
