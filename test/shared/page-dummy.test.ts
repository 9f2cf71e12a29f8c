import { expect, test } from 'vitest'
import { modulePitch, moduleRows, zoneFaults } from '../../src/shared/issue/page-dummy.ts'
import { storyZone } from '../helpers/story-zone.ts'

test('modules one below the other leave the gap between zones', () => {
  expect(moduleRows(1)).toBeLessThan(modulePitch)
  expect(moduleRows(3) + (modulePitch - moduleRows(1)) + moduleRows(2)).toBe(moduleRows(5))
})

test('zones that touch stand, those that overlap an earlier one or reach beyond the page do not', () => {
  const [one, touching, over, wide, low] = [
    storyZone('one', 0, 3, 10, 20),
    storyZone('touching', 0, 3, 30, 5),
    storyZone('over', 2, 2, 29, 4),
    storyZone('wide', 4, 2, 10, 4),
    storyZone('low', 3, 1, 8, 4),
  ]
  const faults = zoneFaults([one, touching, over, wide, low], { columns: 5, first: 10, last: 90 })
  expect([...faults]).toEqual([
    [over, 'overlaps'],
    [wide, 'outside'],
    [low, 'outside'],
  ])
})
