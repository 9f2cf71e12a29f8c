import { type ArticleContent, type PhotoBlock, photosOf } from '../../../shared/article/content.ts'
import { readMarkup } from '../../../shared/variant/markup.ts'
import type { Crop } from '../../../shared/variant/variant.ts'
import { bodyOf, headOf, linkLine, present } from './article-lines.ts'
import type { FormatContext } from './channel-adapter.ts'
import type { Line, TextTag } from './post-lines.ts'

const written = (text: string): readonly Line[] =>
  readMarkup(text).map(({ runs, quote, tight }) => ({
    ...{ quote, tight },
    runs: runs.map((run) => {
      const tags: TextTag[] = [...(run.bold ? ['b' as const] : []), ...(run.italic ? ['i' as const] : [])]
      return { text: run.text.replaceAll('\u00AD', ''), tags, href: run.href }
    }),
  }))

/** The lines of a post above its foot: as the variant has them, else head and text of the article. */
export const storyOf = (content: ArticleContent, { variant = null, page = null }: FormatContext): readonly Line[] =>
  present(variant?.text == null ? [...headOf(content), ...bodyOf(content, page)] : written(variant.text))

/** The pictures of a post: those the variant names and the article has, in its order; else all of the article. */
export const chosenPhotos = (content: ArticleContent, { variant = null }: FormatContext): readonly PhotoBlock[] => {
  const photos = photosOf(content)
  if (variant === null || variant.photos === null) return photos
  return variant.photos.flatMap(({ media }) => photos.find((photo) => photo.attrs.media === media) ?? [])
}

/** How pictures are cropped for a post, by their ids; nothing where none is. */
export const cropsOf = ({ variant = null }: FormatContext): { readonly crops?: Record<string, Crop> } => {
  const crops = (variant?.photos ?? []).flatMap(({ media, crop }) => (crop === null ? [] : [[media, crop] as const]))
  return crops.length === 0 ? {} : { crops: Object.fromEntries(crops) }
}

/** The hashtags that the variant names; null where it leaves them to the settings. */
export const variantTags = ({ variant = null }: FormatContext): readonly string[] | null =>
  variant?.tags?.map((tag) => `#${tag.replace(/^#/, '').replace(/[^\p{L}\p{N}]+/gu, '_')}`) ?? null

/** The lines under a post: the film, and the invitation to join. */
export const inviteLines = ({ variant = null, join = null }: FormatContext): readonly Line[] => [
  ...linkLine(variant?.video ?? null, 'Смотреть видео'),
  ...linkLine(join, 'Вступить в Профсоюз!'),
]
