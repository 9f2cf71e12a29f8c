import { expect, test } from 'vitest'
import { sinceOf } from '../../../src/renderer/features/publishing/publishing-model.ts'
import { daysOf, momentsOf } from '../../../src/renderer/features/publishing/report/period.ts'

const noon = new Date(2026, 10, 23, 12).getTime()

test('a period ends today and holds its last day', () => {
  expect(daysOf('week', noon)).toEqual({ from: '2026-11-17', to: '2026-11-23' })
  expect(daysOf('year', noon)).toEqual({ from: '2025-11-23', to: '2026-11-23' })
  const moments = momentsOf(daysOf('week', noon))
  expect(moments).toEqual({ from: new Date(2026, 10, 17).getTime(), to: new Date(2026, 10, 24).getTime() })
})

test.each([
  { from: '2026-11-24', to: '2026-11-23' },
  { from: '', to: '2026-11-23' },
])('days that make no sense are no period: $from to $to', (days) => {
  expect(momentsOf(days)).toBeNull()
})

test('what was corrected or taken back since is known of a delivery', () => {
  const change = (purpose: 'edit' | 'remove', publishedAt: number) => ({
    ...{ purpose, publishedAt },
    ...{ corrects: 'd', status: 'published' as const },
  })
  expect(sinceOf([], { id: 'd' })).toEqual({ correctedAt: null, removed: false })
  expect(sinceOf([change('edit', 5), change('edit', 3)], { id: 'd' })).toEqual({ correctedAt: 5, removed: false })
  expect(sinceOf([change('edit', 5), change('remove', 7)], { id: 'd' }).removed).toBe(true)
  expect(sinceOf([change('remove', 7)], { id: 'other' }).removed).toBe(false)
})
