import { expect, test } from 'vitest'
import { sinceOf } from '../../../src/renderer/features/publishing/publishing-model.ts'
import { daysOf, momentsOf } from '../../../src/renderer/features/publishing/report/period.ts'

const moscow = (moment: string): number => Date.parse(`${moment}:00+03:00`)
const noon = moscow('2026-11-23T12:00')

test('a period ends today, by the newspaper’s calendar, and holds its last day', () => {
  expect(daysOf('week', noon)).toEqual({ from: '2026-11-17', to: '2026-11-23' })
  expect(daysOf('year', noon)).toEqual({ from: '2025-11-23', to: '2026-11-23' })
  const moments = momentsOf(daysOf('week', noon))
  expect(moments).toEqual({ from: moscow('2026-11-17T00:00'), to: moscow('2026-11-24T00:00') })
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
