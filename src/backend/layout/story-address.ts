import type { Issue } from '../../shared/issue/issue.ts'
import { storyAddress } from '../../shared/settings/story-address.ts'
import type { Newsroom } from '../newsroom.ts'
import { latinWords } from '../publishing/channels/slug.ts'

/** Channels whose posts are pages of the portal. */
const portals: ReadonlySet<string> = new Set(['wordpress', 'webhook'])

/** The pages of articles on the portal, the latest of each, by article; those that have not come out are not named. */
export const publishedAddresses = (newsroom: Newsroom): ReadonlyMap<string, string> => {
  const latest = new Map<string, { readonly url: string; readonly at: number }>()
  for (const { article, url, channel, publishedAt } of newsroom.outbox.rows.all().values()) {
    if (url === null || !/^https?:/.test(url) || !portals.has(newsroom.outbox.channels.get(channel)?.kind ?? '')) continue
    const at = publishedAt ?? 0
    if (at >= (latest.get(article)?.at ?? 0)) latest.set(article, { url, at })
  }
  return new Map([...latest].map(([article, { url }]) => [article, url]))
}

/** So much of a headline is enough: portals find an article by the beginning of its address. */
const slugLimit = 40

/**
 * Gives articles the addresses their codes lead to in an issue: by the publication's rule, which says so before they come
 * out and never changes its mind, or, without one, those they have come out at.
 */
export const addressesIn = (
  newsroom: Newsroom,
  { look }: Pick<Issue, 'look'>,
): ((article: string, headline: string) => string | null) => {
  const rule = (look?.storyAddress ?? newsroom.settings.get().publication.storyAddress).trim()
  if (rule === '') {
    const published = publishedAddresses(newsroom)
    return (article) => published.get(article) ?? null
  }
  return (article, headline) => {
    const id = article.replaceAll('-', '').slice(0, 8)
    return storyAddress(rule, { slug: latinWords(headline, slugLimit) || id, id })
  }
}
