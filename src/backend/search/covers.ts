import { canonicalJson } from '../../shared/article/content.ts'
import type { PageDisplay } from '../../shared/layout/display.ts'
import { layOutPlanned } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'

/** Covers kept in memory: as many as a person looks through at a time. */
const most = 80

/** The first pages of issues, each laid out by itself and kept while nothing on it changes. */
export interface Covers {
  /** Null where there is no such issue. */
  of(serial: string): Promise<PageDisplay | null>
}

export const openCovers = (newsroom: Newsroom): Covers => {
  const kept = new Map<string, { readonly key: string; readonly page: PageDisplay }>()
  /** One after another: a screen full of covers leaves room for other requests. */
  let turn: Promise<unknown> = Promise.resolve()

  const read = async (serial: string): Promise<PageDisplay | null> => {
    const issue = await newsroom.issues.get(serial)
    if (!issue) return null
    // What begins on the first page is laid out, on whatever page it ends; no other story is read.
    const placements = Object.fromEntries(Object.entries(issue.placements).filter(([, { page }]) => page === 1))
    const first = { ...issue, placements }
    const key = canonicalJson({
      first,
      contents: Object.keys(placements).map((id) => newsroom.articles.cell(id, 'contentHash')),
      publication: newsroom.settings.get().publication,
      media: newsroom.media.revision(),
    })
    const known = kept.get(serial)
    if (known?.key === key) return known.page
    const [page] = (await layOutPlanned(newsroom, first)).pages
    if (!page) return null
    kept.delete(serial)
    kept.set(serial, { key, page })
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return page
  }

  return {
    of: (serial) => {
      const next = turn.catch(() => undefined).then(() => read(serial))
      turn = next
      return next
    },
  }
}
