import { expect, test } from 'vitest'
import { lateBy, maySetDeadline } from '../../src/shared/workflow/deadline.ts'

test('W11 late is what is due and not filed', () => {
  expect(lateBy('assigned', 1_000, 1_500)).toBe(500)
  expect(lateBy('inProgress', 1_500, 1_500)).toBeNull()
  expect(lateBy('inProgress', null, 1_500)).toBeNull()
  expect(lateBy('filed', 1_000, 1_500)).toBeNull()
  expect(lateBy('onHold', 1_000, 1_500)).toBeNull()
})

test('W11 those who plan set deadlines', () => {
  expect(maySetDeadline(['reporter', 'sectionEditor'])).toBe(true)
  expect(maySetDeadline(['reporter', 'proofreader', 'layoutArtist'])).toBe(false)
  expect(maySetDeadline([])).toBe(false)
})
