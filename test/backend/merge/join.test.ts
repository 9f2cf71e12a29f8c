import { expect, test } from 'vitest'
import { joinListed, joinNamed } from '../../../src/backend/merge/join-members.ts'
import { joinRows } from '../../../src/backend/merge/merge-outbox.ts'
import { blankRow, type OutboxRow } from '../../../src/backend/publishing/outbox-row.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'

const row = (state: OutboxRow['state'], more: Partial<OutboxRow> = {}): OutboxRow => ({
  ...blankRow,
  ...{ channel: 'tg', contentHash: 'h', content: emptyContent, requestedBy: 'vera', queuedAt: 1, state, decisions: 1 },
  ...{ doubt: false, dueAt: 1, checkAt: null, reason: null },
  ...more,
})

test('J30 what one copy has proven out stands; what both left open is unknown, whichever comes first', () => {
  const sent = row('sent', { publishedAt: 5, attempts: 1, decisions: 3 })
  expect(joinRows(row('scheduled'), sent)).toEqual(sent)
  expect(joinRows(sent, row('scheduled'))).toEqual(sent)
  expect(joinRows(row('cancelled'), row('scheduled')).state).toBe('cancelled')
  expect(joinRows(row('cancelled'), row('retryWait', { attempts: 1 })).state).toBe('unknown')
  const [one, other] = [row('prepared'), row('retryWait', { attempts: 1, decisions: 2 })]
  expect(joinRows(one, other)).toMatchObject({ state: 'unknown', doubt: true, decisions: 2, attempts: 1 })
  expect(joinRows(one, other)).toEqual(joinRows(other, one))
  expect(joinRows(joinRows(one, other), other)).toEqual(joinRows(one, other))
})

test('J24 members of both copies are there; of one that both changed the newer is', () => {
  expect(joinNamed({ a: 1, b: 2 }, { b: 3, c: 4 })).toEqual({ value: { a: 1, b: 2, c: 4 }, dropped: true })
  const named = (id: string, text: string) => ({ id, text })
  const joined = joinListed([named('b', 'новое')], [named('a', 'одно'), named('b', 'новое')], ({ id }) => id)
  expect(joined).toEqual({ value: [named('b', 'новое'), named('a', 'одно')], dropped: false })
})
