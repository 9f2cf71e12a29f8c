import { join } from 'node:path'
import type { IssueInput, IssueLayout } from '../../layout/input.ts'
import { issueInputOf } from '../../layout/issue-input.ts'
import type { LayoutEngine } from '../../layout/layout-engine.ts'
import type { Faces } from '../../layout/text/faces.ts'
import { canonicalJson } from '../../shared/article/content.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { type FontId, fontIds } from '../../shared/layout/display.ts'
import type { IssueOutline } from '../../shared/layout/input.ts'
import type { PageStyle } from '../../shared/settings/page-style.ts'
import { advertInputs } from '../advert/issue-adverts.ts'
import type { Newsroom } from '../newsroom.ts'
import { publicationOf } from '../settings/publication-of.ts'
import { imprintOf } from '../signoff/imprint.ts'
import { findLayout, type KeptLayout, keepLayout, keptLayout } from './kept-layouts.ts'
import { type ContentSource, contentHash, type ReadStory, readStory } from './layout-stories.ts'
import { addressesIn } from './story-address.ts'

const loadedFaces = new WeakMap<object, Promise<Faces>>()

/** How the pages of an issue look: as they did when it was done, or as those of the publication do now. */
export const styleOf = (newsroom: Newsroom, { look }: Pick<Issue, 'look'>): PageStyle =>
  look?.style ?? newsroom.settings.get().publication.style

/** The publication's faces, read once for an environment. */
export const facesOf = (newsroom: Newsroom): Promise<Faces> => {
  const { environment } = newsroom
  const known = loadedFaces.get(environment)
  if (known) return known
  const load = async (): Promise<Faces> => {
    const read = async (id: FontId) =>
      [id, await environment.files.read(join(environment.resources, 'fonts', `${id}.ttf`))] as const
    const { createFaces } = await import('../../layout/text/faces.ts')
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

interface Outlined {
  readonly outline: IssueOutline
  readonly stories: ReadonlyMap<string, ReadStory>
}

/** An issue as it is laid out; `placements` may stand in for the stored ones. Articles that do not exist are left out. */
export const outlineOf = async (
  newsroom: Newsroom,
  issue: Issue,
  ids: readonly string[],
  placements: Issue['placements'],
  source: ContentSource,
): Promise<Outlined> => {
  const publication = publicationOf(newsroom, issue)
  const addressOf = addressesIn(newsroom, issue)
  const present = ids.filter((id) => newsroom.articles.has(id))
  const stories = await Promise.all(present.map((id) => readStory(newsroom, id, source)))
  const furniture = {
    name: publication.name,
    motto: publication.motto,
    imprint: [...imprintOf(newsroom, issue)],
    portal: publication.portal,
    joinAddress: publication.joinAddress.trim() || publication.portal,
    number: `№ ${issue.serial}`,
    date: printDate(issue.plannedFor),
  }
  return {
    outline: {
      ...{ pages: issue.pages, columns: issue.columns, style: styleOf(newsroom, issue) },
      ...{ dummies: issue.dummies, furniture, placements },
      adverts: advertInputs(newsroom, issue),
      stories: stories.map(({ told: { id, hash, content } }) => {
        const address = addressOf(id, content.headline)
        return { id, hash, ...(address === null ? {} : { address }) }
      }),
    },
    stories: new Map(stories.map((story) => [story.told.id, story])),
  }
}

/** Everything the page engine needs of an issue. */
export const issueInput = async (...asked: Parameters<typeof outlineOf>): Promise<IssueInput> => {
  const { outline, stories } = await outlineOf(...asked)
  return issueInputOf(outline, (id) => stories.get(id)?.input ?? null)
}

interface CachedLayout extends KeptLayout {
  readonly key: string
  /** A picture that was missing may have come since; those that are there never change. */
  readonly media: string
  /** Is it on the disk as well? */
  readonly kept: boolean
}
const cache = new WeakMap<Newsroom, Map<string, CachedLayout>>()

/** Everything the pages depend on but the pictures, by hashes: no document is opened to learn that nothing changed. */
const layoutKey = (newsroom: Newsroom, issue: Issue, source: ContentSource): string => {
  const addressOf = addressesIn(newsroom, issue)
  const coded = Object.keys(issue.placements).filter((id) => issue.placements[id]?.code === true)
  return canonicalJson({
    ...issue,
    // By a rule the headline decides, which is in the content.
    addresses: coded.map((id) => addressOf(id, '')),
    publication: publicationOf(newsroom, issue),
    imprint: imprintOf(newsroom, issue),
    contents: Object.keys(issue.placements).map((id) => [id, contentHash(newsroom, id, source)]),
    adverts: advertInputs(newsroom, issue),
  })
}

const engines = new WeakMap<Newsroom, LayoutEngine>()

/** The page engine of an open newsroom, with what it remembers. */
export const engineOf = async (newsroom: Newsroom): Promise<LayoutEngine> => {
  const faces = await facesOf(newsroom)
  const { createLayoutEngine } = await import('../../layout/layout-engine.ts')
  const engine = engines.get(newsroom) ?? createLayoutEngine(faces)
  engines.set(newsroom, engine)
  return engine
}

/** Lets other requests be heard. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * The pages of an issue; laid out again only when something on them changed, story by story and page by page, so that
 * other requests are heard meanwhile. Null when `cancelled` said so between two steps.
 */
export const layoutUnless = async (
  newsroom: Newsroom,
  serial: string,
  source: ContentSource,
  cancelled: () => boolean,
): Promise<IssueLayout | null> => {
  const issue = await newsroom.issues.get(serial)
  if (!issue) throw new Error(`нет номера ${serial}`)
  const known = cache.get(newsroom) ?? new Map<string, CachedLayout>()
  cache.set(newsroom, known)
  const slot = `${serial} ${source}`
  const key = layoutKey(newsroom, issue, source)
  const media = newsroom.media.revision()
  const cached = known.get(slot)
  if (cached?.key === key && cached.media === media) return cached.layout
  // What it was read from, an edit may have passed meanwhile: then the next call does it again.
  const remember = (laid: KeptLayout, kept: boolean): IssueLayout => {
    if (layoutKey(newsroom, issue, source) === key && newsroom.media.revision() === media)
      known.set(slot, { ...laid, key, media, kept })
    return laid.layout
  }
  // What changes while the folder is open is remembered better by the engine.
  const stored = cached === undefined ? await findLayout(newsroom, key) : null
  if (stored !== null) return remember(stored, true)
  const input = await issueInput(newsroom, issue, Object.keys(issue.placements), issue.placements, source)
  const steps = (await engineOf(newsroom)).steps(input)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return remember(keptLayout(newsroom, input, step.value), false)
    await breathe()
    if (cancelled()) return null
  }
}

/** Layouts of one sitting that are worth keeping: those of the issues in hand. */
const worthKeeping = 3

/** Keeps the layouts last made of a newsroom that closes, for the next time it is opened. */
export const keepLayouts = async (newsroom: Newsroom): Promise<void> => {
  const made = [...(cache.get(newsroom)?.values() ?? [])].filter(({ kept }) => !kept)
  for (const { key, layout, pictures } of made.slice(-worthKeeping)) await keepLayout(newsroom, key, { layout, pictures })
}

/** The pages of an issue. */
export const layoutOf = async (newsroom: Newsroom, serial: string, source: ContentSource): Promise<IssueLayout> => {
  const layout = await layoutUnless(newsroom, serial, source, () => false)
  if (!layout) throw new Error('a layout nobody cancelled was cancelled')
  return layout
}

/** The pages of an issue with another plan than the stored one, from the present contents. */
export const layOutPlanned = async (newsroom: Newsroom, issue: Issue): Promise<IssueLayout> => {
  const input = await issueInput(newsroom, issue, Object.keys(issue.placements), issue.placements, 'current')
  const steps = (await engineOf(newsroom)).steps(input)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    await breathe()
  }
}
