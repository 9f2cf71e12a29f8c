import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinSearches } from '../../../src/backend/merge/planning-rules.ts'
import { noSearches, type SavedSearches, withoutSearch, withSearch } from '../../../src/backend/search/saved-searches.ts'
import { wholeArchive } from '../../../src/shared/search/archive.ts'

const ids = ['a', 'b', 'c', 'd'] as const
const person = 'anna'
const step = fc.record({ id: fc.constantFrom(...ids), removes: fc.boolean(), copy: fc.nat({ max: 2 }) })

const put = (now: SavedSearches, id: string): SavedSearches => ({
  ...now,
  people: { [person]: withSearch(now.people[person] ?? [], { id, name: id, filter: wholeArchive }) },
})
const idsIn = ({ people }: SavedSearches) => (people[person] ?? []).map(({ id }) => id).sort()

test('F19: what any copy deleted is gone in all of them, in whatever order and however often they are joined', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const first = ids.reduce(put, noSearches)
      const copies = [0, 1, 2].map((copy) =>
        steps
          .filter((each) => each.copy === copy)
          .reduce((now, { id, removes }) => {
            if (!idsIn(now).includes(id)) return now
            return removes ? withoutSearch(now, person, id) : put(now, id)
          }, first),
      )
      const [one = first, two = first, three = first] = copies
      const join = (newer: SavedSearches, older: SavedSearches) => joinSearches(newer, older).value
      const removed = new Set(steps.filter(({ removes }) => removes).map(({ id }): string => id))
      const left = ids.filter((id) => !removed.has(id))
      expect(idsIn(join(join(one, two), three))).toEqual(left)
      expect(idsIn(join(three, join(two, one)))).toEqual(left)
      expect(idsIn(join(one, join(join(one, two), three)))).toEqual(left)
    }),
  )
})

test('F19: searches of a copy that knows no deletions are kept', () => {
  const kept = put(noSearches, 'a')
  expect(joinSearches(noSearches, kept).value).toEqual(kept)
  expect(joinSearches(kept, noSearches).value).toEqual(kept)
})
