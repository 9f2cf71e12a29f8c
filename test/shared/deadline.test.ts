import { expect, test } from 'vitest'
import { lateBy } from '../../src/shared/workflow/deadline.ts'

test('W11 late is what is due and not filed', () => {
  expect(lateBy('assigned', 1_000, 1_500)).toBe(500)
  expect(lateBy('inProgress', 1_500, 1_500)).toBeNull()
  expect(lateBy('inProgress', null, 1_500)).toBeNull()
  expect(lateBy('filed', 1_000, 1_500)).toBeNull()
  expect(lateBy('onHold', 1_000, 1_500)).toBeNull()
})
