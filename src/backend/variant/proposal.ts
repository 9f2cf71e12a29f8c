import { type ArticleContent, contentFor } from '../../shared/article/content.ts'
import type { ChannelPart } from '../../shared/publishing/channel.ts'
import type { VariantView } from '../../shared/variant/api.ts'
import { writeMarkup } from '../../shared/variant/markup.ts'
import { tagsOf } from '../publishing/channels/plain-post.ts'
import { storyOf } from '../publishing/channels/variant-parts.ts'

/** What a variant begins with: the article's words in the markup of variants, and what the formatter gives a site. */
export const proposalOf = (
  content: ArticleContent,
  parts: readonly ChannelPart[],
  settings: Readonly<Record<string, string>>,
): VariantView['proposal'] => {
  const web = contentFor(content, 'web')
  const lines = storyOf(web, { portal: '', delivery: '', settings })
  const article = parts.find((part) => part.kind === 'article')
  return {
    text: writeMarkup(
      lines.map(({ runs, ...line }) => ({
        ...line,
        runs: runs.map(({ text, tags, href }) => ({ text, href, bold: tags.includes('b'), italic: tags.includes('i') })),
      })),
    ),
    title: article?.title ?? '',
    summary: article?.summary ?? '',
    // Only networks with tags among their settings put them under every post.
    tags: 'hashtags' in settings ? tagsOf(content.rubric, settings).map((tag) => tag.slice(1)) : [],
  }
}
