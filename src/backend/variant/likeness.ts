import type { ChannelPart } from '../../shared/publishing/channel.ts'
import type { Likeness } from '../../shared/variant/api.ts'
import { similarityOf } from '../../shared/variant/similarity.ts'
import type { Newsroom } from '../newsroom.ts'
import { previewChannel } from '../publishing/preview-channel.ts'

/** Kinds of channels that the newspaper keeps from repeating others unless its settings name them. */
const uniqueKinds: ReadonlySet<string> = new Set(['ok'])

const words = (parts: readonly ChannelPart[]): string =>
  parts
    .filter((part) => part.kind !== 'article')
    .map((part) => part.html.replace(/<[^>]*>/g, '').replace(/https?:\/\/\S+/g, ''))
    .join('\n')

/** How much of the post of each channel stands in another one's, too (rule N5). */
export const likenessOf = async (newsroom: Newsroom, article: string): Promise<readonly Likeness[]> => {
  const { unique } = newsroom.settings.get().publishing
  const posts: { readonly id: string; readonly kind: string; readonly text: string }[] = []
  for (const { id, kind } of newsroom.outbox.channels.all().values()) {
    const preview = await previewChannel(newsroom, { article, channel: id, form: 'article' })
    const text = preview.ok ? words(preview.value.parts) : ''
    if (text.trim() !== '') posts.push({ id, kind, text })
  }
  return posts.flatMap(({ id, kind, text }) => {
    const [closest] = posts
      .filter((other) => other.id !== id)
      .map((other) => ({ other: other.id, ...similarityOf(text, other.text, unique.words) }))
      .toSorted((a, b) => b.percent - a.percent)
    if (!closest) return []
    const isUnique = unique.channels?.includes(id) ?? uniqueKinds.has(kind)
    return [{ channel: id, ...closest, repeated: [...closest.repeated], most: isUnique ? unique.most : null }]
  })
}
