import { createHash } from 'node:crypto'
import type { StoryInput } from '../../layout/input.ts'
import { storyInputOf } from '../../layout/issue-input.ts'
import { type ArticleContent, contentFor, type PhotoBlock, photosOf } from '../../shared/article/content.ts'
import type { StoryForLayout } from '../../shared/layout/input.ts'
import type { Newsroom } from '../newsroom.ts'

/** Which content is laid out: as it stands now, or as it was approved (articles without an approval as they stand). */
export type ContentSource = 'current' | 'approved'

/** A story as it goes to the page engine, here or in a window. */
export interface ReadStory {
  readonly told: StoryForLayout
  readonly input: StoryInput
}

interface KnownStory extends ReadStory {
  readonly key: string
}
const knownStories = new WeakMap<Newsroom, Map<string, KnownStory>>()

/** The hash of what is laid out of an article; null where none is known. */
export const contentHash = (newsroom: Newsroom, id: string, source: ContentSource): string | null =>
  (source === 'approved' ? newsroom.workflow.entry(id)?.approvedHash : null) ?? newsroom.articles.entry(id)?.contentHash ?? null

const contentFrom = async (newsroom: Newsroom, id: string, source: ContentSource): Promise<ArticleContent> => {
  const approved = source === 'approved' ? (await newsroom.workflow.get(id))?.approvals.at(-1)?.content : undefined
  return approved ?? newsroom.articles.content(id)
}

const storyFrom = (newsroom: Newsroom, id: string, whole: ArticleContent): ReadStory => {
  const content = contentFor(whole, 'print')
  const photos = photosOf(content).flatMap((photo) => {
    const medium = newsroom.media.get(photo.attrs.media)
    if (!medium) return []
    const { width, height, focus } = medium
    return [{ media: photo.attrs.media, width, height, focus: focus ?? null }]
  })
  const hash = createHash('sha256')
    .update(JSON.stringify([content, photos]))
    .digest('hex')
  const told = { id, hash, content, photos }
  return { told, input: storyInputOf(told) }
}

/** A story, read once for each state of its text; a picture that was missing may have come since. */
export const readStory = async (newsroom: Newsroom, id: string, source: ContentSource): Promise<ReadStory> => {
  const known = knownStories.get(newsroom) ?? new Map<string, KnownStory>()
  knownStories.set(newsroom, known)
  const slot = `${source} ${id}`
  const keyNow = () => {
    const hash = contentHash(newsroom, id, source)
    return hash === null ? null : `${hash} ${newsroom.media.revision()}`
  }
  const key = keyNow()
  const found = known.get(slot)
  if (found !== undefined && found.key === key) return found
  const story = storyFrom(newsroom, id, await contentFrom(newsroom, id, source))
  // An edit may have passed while it was read.
  if (key !== null && key === keyNow()) known.set(slot, { ...story, key })
  return story
}

/** The photos of an article for print, as it stands. What was just laid out, and what has none, is not opened again. */
export const printPhotos = async (newsroom: Newsroom, id: string): Promise<readonly PhotoBlock[]> =>
  newsroom.articles.entry(id)?.photos === 0 ? [] : photosOf((await readStory(newsroom, id, 'current')).told.content)
