import { join } from 'node:path'
import { z } from 'zod'
import { type SavedSearch, savedSearchSchema } from '../../shared/search/archive.ts'
import type { RecordType } from '../store/json-file.ts'

const savedSearchesSchema = z.object({
  schemaVersion: z.literal(1),
  /** Each person's own, in their order. */
  people: z.record(z.string(), z.array(savedSearchSchema)),
  /** Ids of those that were deleted: a copy that still has one does not bring it back. */
  removed: z.array(z.string()).default([]),
})
/** The searches people have kept. */
export type SavedSearches = z.infer<typeof savedSearchesSchema>

export const savedSearchesType: RecordType<SavedSearches> = { version: 1, schema: savedSearchesSchema, migrations: {} }
export const savedSearchesPath = (folder: string): string => join(folder, 'searches.json')
export const noSearches: SavedSearches = { schemaVersion: 1, people: {}, removed: [] }

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

/** The record without one of a person's searches, for good. */
export const withoutSearch = (now: SavedSearches, person: string, id: string): SavedSearches => ({
  ...now,
  people: { ...now.people, [person]: (now.people[person] ?? []).filter((each) => each.id !== id) },
  removed: [...now.removed, id],
})
