import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, orderBetween } from '../../src/shared/issue/placement.ts'

test('orderBetween: a key sorts strictly between its neighbours however often one inserts at the same place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 200 }), (picks) => {
      const keys: string[] = []
      for (const pick of picks) {
        const at = pick % (keys.length + 1)
        keys.splice(at, 0, orderBetween(keys[at - 1] ?? null, keys[at] ?? null))
      }
      expect([...keys].sort()).toEqual(keys)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

test('orderBetween: there is always room before the first key and after the last', () => {
  let first = orderBetween(null, null)
  let last = first
  for (let i = 0; i < 300; i += 1) {
    const before = orderBetween(null, first)
    const after = orderBetween(last, null)
    expect(before < first).toBe(true)
    expect(after > last).toBe(true)
    first = before
    last = after
  }
})

test('inOrder: equal keys are told apart by id, so that every copy shows one order', () => {
  const placement = { page: 1, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' }
  const a = { id: 'a', placement }
  const b = { id: 'b', placement }
  expect(inOrder([b, a])).toEqual(inOrder([a, b]))
})
