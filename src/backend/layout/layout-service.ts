import { join } from 'node:path'
import type { IssueInput, IssueLayout, StoryInput } from '../../layout/input.ts'
import { createLayoutEngine, type LayoutEngine } from '../../layout/layout-engine.ts'
import { createFaces, type Faces } from '../../layout/text/faces.ts'
import { type ArticleContent, canonicalJson, contentFor, photosOf } from '../../shared/article/content.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { Placement } from '../../shared/issue/placement.ts'
import { type FontId, fontIds } from '../../shared/layout/display.ts'
import type { Newsroom } from '../newsroom.ts'

/** Which content is laid out: as it stands now, or as it was approved (articles without an approval as they stand). */
export type ContentSource = 'current' | 'approved'

const loadedFaces = new WeakMap<object, Promise<Faces>>()

/** The publication's faces, read once for an environment. */
export const facesOf = (newsroom: Newsroom): Promise<Faces> => {
  const { environment } = newsroom
  const known = loadedFaces.get(environment)
  if (known) return known
  const load = async (): Promise<Faces> => {
    const read = async (id: FontId) =>
      [id, await environment.files.read(join(environment.resources, 'fonts', `${id}.ttf`))] as const
    const files = new Map(await Promise.all(fontIds.map(read)))
    const file = (id: FontId) => files.get(id) ?? new Uint8Array()
    return createFaces({
      serif: file('serif'),
      serifItalic: file('serifItalic'),
      serifBold: file('serifBold'),
      serifBoldItalic: file('serifBoldItalic'),
      sans: file('sans'),
      sansBold: file('sansBold'),
      narrow: file('narrow'),
      narrowBold: file('narrowBold'),
    })
  }
  const loading = load()
  loadedFaces.set(environment, loading)
  return loading
}

const dateLine = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const weekdayLine = new Intl.DateTimeFormat('ru-RU', { weekday: 'long', timeZone: 'UTC' })

/** «25 ноября 2026 года, среда» of an ISO date. */
export const printDate = (iso: string): string => {
  const date = new Date(`${iso}T00:00:00Z`)
  return `${dateLine.format(date).replace(/ г\.$/, ' года')}, ${weekdayLine.format(date)}`
}

/** A story for the page engine from its full content. */
export const storyOf = (newsroom: Newsroom, id: string, content: ArticleContent): StoryInput => {
  const forPrint = contentFor(content, 'print')
  const photos = new Map(
    photosOf(forPrint).flatMap((photo) => {
      const medium = newsroom.media.get(photo.attrs.media)
      return medium ? [[photo.attrs.media, { width: medium.width, height: medium.height }] as const] : []
    }),
  )
  return { id, content: forPrint, photos }
}

interface KnownStory {
  readonly key: string
  readonly story: StoryInput
}
const knownStories = new WeakMap<Newsroom, Map<string, KnownStory>>()

/** The hash of what is laid out of an article; null where none is known. */
const hashOf = (newsroom: Newsroom, id: string, source: ContentSource): string | null =>
  (source === 'approved' ? newsroom.workflow.entry(id)?.approvedHash : null) ?? newsroom.articles.entry(id)?.contentHash ?? null

/** A story read once for each state of its text; a picture that was missing may have come since. */
const readStory = async (newsroom: Newsroom, id: string, source: ContentSource): Promise<StoryInput> => {
  const known = knownStories.get(newsroom) ?? new Map<string, KnownStory>()
  knownStories.set(newsroom, known)
  const slot = `${source} ${id}`
  const keyNow = () => {
    const hash = hashOf(newsroom, id, source)
    return hash === null ? null : `${hash} ${newsroom.media.count()}`
  }
  const key = keyNow()
  const found = known.get(slot)
  if (found !== undefined && found.key === key) return found.story
  const story = storyOf(newsroom, id, await contentFrom(newsroom, id, source))
  // An edit may have passed while it was read.
  if (key !== null && key === keyNow()) known.set(slot, { key, story })
  return story
}

const contentFrom = async (newsroom: Newsroom, id: string, source: ContentSource): Promise<ArticleContent> => {
  const approved = source === 'approved' ? (await newsroom.workflow.get(id))?.approvals.at(-1)?.content : undefined
  return approved ?? newsroom.articles.content(id)
}

/** Everything the page engine needs of an issue; `placements` may stand in for the stored ones. */
export const issueInput = async (
  newsroom: Newsroom,
  issue: Issue,
  ids: readonly string[],
  placements: ReadonlyMap<string, Placement>,
  source: ContentSource,
): Promise<IssueInput> => {
  const { publication } = newsroom.settings.get()
  const present = ids.filter((id) => newsroom.articles.has(id))
  const stories = await Promise.all(present.map((id) => readStory(newsroom, id, source)))
  return {
    pages: issue.pages,
    columns: issue.columns,
    furniture: {
      name: publication.name,
      motto: publication.motto,
      imprint: publication.imprint,
      portal: publication.portal,
      number: `№ ${issue.serial}`,
      date: printDate(issue.plannedFor),
    },
    stories,
    placements,
    dummies: new Map(Object.entries(issue.dummies).map(([page, dummy]) => [Number(page), dummy])),
  }
}

interface CachedLayout {
  readonly key: string
  readonly layout: IssueLayout
}
const cache = new WeakMap<Newsroom, Map<string, CachedLayout>>()

/** Everything the pages depend on, by hashes: no document is opened to learn that nothing changed. */
const layoutKey = (newsroom: Newsroom, issue: Issue, source: ContentSource): string => {
  return canonicalJson({
    ...issue,
    publication: newsroom.settings.get().publication,
    contents: Object.keys(issue.placements).map((id) => [id, hashOf(newsroom, id, source)]),
    // A picture that was missing may have come since; those that are there never change.
    media: newsroom.media.count(),
  })
}

const engines = new WeakMap<Newsroom, LayoutEngine>()

/** The page engine of an open newsroom, with what it remembers. */
const engineOf = async (newsroom: Newsroom): Promise<LayoutEngine> => {
  const faces = await facesOf(newsroom)
  const engine = engines.get(newsroom) ?? createLayoutEngine(faces)
  engines.set(newsroom, engine)
  return engine
}

/** The pages of an issue; laid out again only when something on them changed. */
export const layoutOf = async (newsroom: Newsroom, serial: string, source: ContentSource): Promise<IssueLayout> => {
  const issue = await newsroom.issues.get(serial)
  if (!issue) throw new Error(`нет номера ${serial}`)
  const known = cache.get(newsroom) ?? new Map<string, CachedLayout>()
  cache.set(newsroom, known)
  const slot = `${serial} ${source}`
  const key = layoutKey(newsroom, issue, source)
  const cached = known.get(slot)
  if (cached?.key === key) return cached.layout
  const placements = new Map(Object.entries(issue.placements))
  const input = await issueInput(newsroom, issue, [...placements.keys()], placements, source)
  const layout = (await engineOf(newsroom)).layOut(input)
  // Laid out from what was read, which an edit may have passed meanwhile: then the next call does it again.
  if (layoutKey(newsroom, issue, source) === key) known.set(slot, { key, layout })
  return layout
}
