import { join } from 'node:path'
import { authorPath, authorType } from '../author/author-store.ts'
import { ideaType } from '../idea/idea-store.ts'
import { planHistoryFolder, planHistoryType } from '../issue/plan-history-store.ts'
import { type RubricRecord, rubricPath, rubricType } from '../rubric/rubric-store.ts'
import { type SavedSearches, savedSearchesPath, savedSearchesType } from '../search/saved-searches.ts'
import { copyMissing } from './copy-files.ts'
import { type Join, joinHistory, joinListed } from './join-members.ts'
import { mergeRecord, mergeRecords } from './merge-record.ts'
import type { Merge } from './place.ts'

/** Ids that either copy deleted, in an order of their own. */
const removedIn = (newer: readonly string[], older: readonly string[]) => [...new Set([...newer, ...older])].sort()

/** The catalogue of both copies, without the events that were deleted in either (rule U12). */
export const joinRubrics: Join<RubricRecord> = (newer, older) => {
  const rubrics = joinListed(newer.rubrics, older.rubrics, ({ id }) => id)
  const projects = joinListed(newer.projects, older.projects, ({ id }) => id)
  const events = joinListed(newer.events, older.events, ({ id }) => id)
  const removed = removedIn(newer.removed, older.removed)
  return {
    value: {
      ...newer,
      rubrics: rubrics.value,
      projects: projects.value,
      events: events.value.filter(({ id }) => !removed.includes(id)),
      removed,
    },
    dropped: rubrics.dropped || projects.dropped || events.dropped,
  }
}

/** Each person's searches of both copies, in the order of the newer, without those that were deleted in either (rule F19). */
export const joinSearches: Join<SavedSearches> = (newer, older) => {
  const removed = removedIn(newer.removed, older.removed)
  const gone = new Set(removed)
  let dropped = false
  const people = Object.fromEntries(
    [...new Set([...Object.keys(older.people), ...Object.keys(newer.people)])].map((person) => {
      const joined = joinListed(newer.people[person] ?? [], older.people[person] ?? [], ({ id }) => id)
      dropped ||= joined.dropped
      return [person, joined.value.filter(({ id }) => !gone.has(id))]
    }),
  )
  return { value: { ...newer, people, removed }, dropped }
}

/** Joins what is planned beside the issues: the catalogue, the authors, the pitches with their files, the plans' histories. */
export const mergePlanning = async (merge: Merge): Promise<void> => {
  await mergeRecord(merge, rubricPath(''), 'rubrics', {
    kind: 'rubric',
    type: rubricType,
    nameOf: () => '',
    join: joinRubrics,
  })
  await mergeRecord(merge, authorPath(''), 'authors', {
    kind: 'author',
    type: authorType,
    nameOf: () => '',
    join: (newer, older) => {
      const authors = joinListed(newer.authors, older.authors, ({ id }) => id)
      return { value: { ...newer, authors: authors.value }, dropped: authors.dropped }
    },
  })
  await mergeRecord(merge, savedSearchesPath(''), 'searches', {
    kind: 'search',
    type: savedSearchesType,
    nameOf: () => '',
    join: joinSearches,
  })
  // Files before the pitches that name them.
  for (const { name, folder } of await merge.reading.list(join(merge.theirs, 'ideas', 'files')))
    if (folder) await copyMissing(merge, join('ideas', 'files', name))
  await mergeRecords(merge, 'ideas', {
    kind: 'idea',
    type: ideaType,
    nameOf: ({ subject }) => subject,
    changedAt: ({ at, decided }) => decided?.at ?? at,
    join: (newer) => ({ value: newer, dropped: true }),
  })
  await mergeRecords(merge, planHistoryFolder, {
    kind: 'planHistory',
    type: planHistoryType,
    join: (newer, older) => ({ value: { ...newer, steps: joinHistory(newer.steps, older.steps) }, dropped: false }),
  })
}
