import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import type { IssueInput, IssueLayout } from '../../layout/input.ts'
import { photosOf } from '../../shared/article/content.ts'
import type { Newsroom } from '../newsroom.ts'
import { type OwnCache, ownCache } from '../store/own-cache.ts'
import { type PackedLayout, packLayout, unpackLayout } from './packed-layout.ts'

/** Layouts on the disk, of some three megabytes each. */
const most = 8

/** What a layout takes from a picture; null for one that the newsroom lacks. */
const factsOf = ({ media }: Newsroom, id: string) => {
  const medium = media.get(id)
  return medium ? { width: medium.width, height: medium.height, focus: medium.focus ?? null } : null
}

/** The pictures that stories name, and what was known of them when they were laid out. */
const picturesOf = (newsroom: Newsroom, { stories }: Pick<IssueInput, 'stories'>) =>
  [...new Set(stories.flatMap(({ content }) => photosOf(content).map(({ attrs }) => attrs.media)))].map((id) => ({
    id,
    facts: JSON.stringify(factsOf(newsroom, id)),
  }))

/** An issue's pages, and all of the newsroom they depend on that their key does not tell. */
export interface KeptLayout {
  readonly layout: IssueLayout
  readonly pictures: ReturnType<typeof picturesOf>
}

/** A layout as it may be kept. */
export const keptLayout = (newsroom: Newsroom, input: IssueInput, layout: IssueLayout): KeptLayout => ({
  layout,
  pictures: picturesOf(newsroom, input),
})

/** The seal says that this very program wrote them, so that every number of every letter need not be looked at. */
const keptSchema = z.object({
  layout: z.custom<PackedLayout>((value) => typeof value === 'object' && value !== null),
  pictures: z.array(z.object({ id: z.string(), facts: z.string() })),
})

const cacheOf = (newsroom: Newsroom): OwnCache => ownCache(newsroom, 'layout', most)

/** A layout that was kept under a key; null where there is none, or a picture in it is no longer as it was. */
export const findLayout = async (newsroom: Newsroom, key: string): Promise<KeptLayout | null> => {
  const bytes = await cacheOf(newsroom).find(key)
  const kept = bytes && keptSchema.parse(deserialize(bytes))
  const same = kept?.pictures.every(({ id, facts }) => facts === JSON.stringify(factsOf(newsroom, id)))
  return kept !== null && same === true ? { ...kept, layout: unpackLayout(kept.layout) } : null
}

/** Keeps a layout for the next time the folder is opened. */
export const keepLayout = (newsroom: Newsroom, key: string, { layout, pictures }: KeptLayout): Promise<void> =>
  cacheOf(newsroom).keep(key, serialize({ layout: packLayout(layout), pictures }))
