import { join } from 'node:path'
import { z } from 'zod'
import { type SavedSearch, savedSearchSchema } from '../../shared/search/archive.ts'
import type { RecordType } from '../store/json-file.ts'

const savedSearchesSchema = z.object({
  schemaVersion: z.literal(1),
  /** Each person's own, in their order. */
  people: z.record(z.string(), z.array(savedSearchSchema)),
})
/** The searches people have kept. */
export type SavedSearches = z.infer<typeof savedSearchesSchema>

export const savedSearchesType: RecordType<SavedSearches> = { version: 1, schema: savedSearchesSchema, migrations: {} }
export const savedSearchesPath = (folder: string): string => join(folder, 'searches.json')
export const noSearches: SavedSearches = { schemaVersion: 1, people: {} }

/** The searches with one put in: in its old place, or at the end. */
export const withSearch = (searches: readonly SavedSearch[], search: SavedSearch): SavedSearch[] =>
  searches.some(({ id }) => id === search.id)
    ? searches.map((each) => (each.id === search.id ? search : each))
    : [...searches, search]

/** The searches with one before another or, with null or one that is gone, at the end. */
export const moved = (searches: readonly SavedSearch[], id: string, before: string | null): SavedSearch[] => {
  const own = searches.filter((each) => each.id === id)
  const others = searches.filter((each) => each.id !== id)
  const at = others.findIndex((each) => each.id === before)
  return at < 0 ? [...others, ...own] : [...others.slice(0, at), ...own, ...others.slice(at)]
}
