import { expect, test } from 'vitest'
import { joinRubrics } from '../../../src/backend/merge/planning-rules.ts'
import { noRubrics, type RubricRecord, withoutEvent } from '../../../src/backend/rubric/rubric-store.ts'
import { eventSchema } from '../../../src/shared/rubric/rubric.ts'

const event = (id: string, name = id) => eventSchema.parse({ id, name, day: '2026-12-03' })
const ids = ({ events }: RubricRecord) => events.map(({ id }) => id)

test('U12: an event deleted in one copy does not come back, whatever the other did with it and however often they are joined', () => {
  const both: RubricRecord = { ...noRubrics, events: [event('slet'), event('plenum')] }
  const office = withoutEvent(both, 'slet')
  const laptop: RubricRecord = { ...both, events: [event('slet', 'Слёт в другом городе'), event('plenum'), event('forum')] }
  const joined = joinRubrics(office, laptop).value
  expect(ids(joined)).toEqual(['plenum', 'forum'])
  expect(ids(joinRubrics(laptop, office).value)).toEqual(['plenum', 'forum'])
  expect(joinRubrics(laptop, joined).value).toEqual(joined)
  expect(joinRubrics(joined, laptop).value).toEqual(joined)
})
