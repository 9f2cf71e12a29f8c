import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighbourFor, storiesOfPage, summariseOnPage, waitingArticles } from '../../../src/renderer/features/page/page-model.ts'
import { fitPercent, stepZoom, zoomSteps } from '../../../src/renderer/features/page/sheet/zoom.ts'
import type { ArticleSummary } from '../../../src/shared/article/api.ts'
import type { Issue } from '../../../src/shared/issue/issue.ts'
import { orderBetween } from '../../../src/shared/issue/placement.ts'
import { articleSummary } from '../../helpers/article-summary.ts'

const issue: Issue = {
  serial: '47 (1295)',
  plannedFor: '2026-11-25',
  pages: 8,
  columns: 5,
  status: 'planned',
  placements: {
    а: { page: 2, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' },
    б: { page: 2, slot: 'auto', order: 'K', continuation: 5, continuationSlot: 'auto' },
    в: { page: 5, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' },
  },
  dummies: {},
}

const fits = new Map([
  ['а', { article: 'а', page: 2, continuation: null, lines: 50, overset: 4, end: null }],
  ['б', { article: 'б', page: 2, continuation: 5, lines: 200, overset: 6, end: null }],
  ['в', { article: 'в', page: 5, continuation: null, lines: 40, overset: -3, end: null }],
])

const on = (page: number) => storiesOfPage(issue, page, new Map(), fits)

describe('the stories of a page', () => {
  it('stand in their order, those continued from earlier pages last', () => {
    expect(on(2).map(({ id, continued }) => [id, continued])).toEqual([
      ['б', false],
      ['а', false],
    ])
    expect(on(5).map(({ id, continued }) => [id, continued])).toEqual([
      ['в', false],
      ['б', true],
    ])
  })

  it('count what does not fit on the page where a story ends, missing lines not against it', () => {
    expect(summariseOnPage(on(2), 2)).toEqual({ stories: 2, overset: 4 })
    expect(summariseOnPage(on(5), 5)).toEqual({ stories: 2, overset: 6 })
    expect(summariseOnPage(on(1), 1)).toEqual({ stories: 0, overset: 0 })
  })

  it('move one place at a time; the ends are ends, and a continued story is not moved here', () => {
    expect(neighbourFor(on(2), 'а', -1)).toBe('б')
    expect(neighbourFor(on(2), 'б', -1)).toBeUndefined()
    expect(neighbourFor(on(2), 'б', 1)).toBeNull()
    expect(neighbourFor(on(2), 'а', 1)).toBeUndefined()
    expect(neighbourFor(on(5), 'б', -1)).toBeUndefined()
  })

  it('come to stand exactly one place earlier or later, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(7), fc.constantFrom(-1 as const, 1 as const), (count, index, step) => {
        const names = Array.from({ length: count }, (_, i) => `с${i}`)
        let order: string | null = null
        const placements = Object.fromEntries(
          names.map((name) => {
            order = orderBetween(order, null)
            return [name, { page: 1, slot: 'auto', order, continuation: null, continuationSlot: 'auto' }]
          }),
        )
        const stories = storiesOfPage({ ...issue, placements }, 1, new Map(), new Map())
        const moved = names[index % count] ?? ''
        const before = neighbourFor(stories, moved, step)
        const at = names.indexOf(moved)
        if (before === undefined) {
          expect(at + step < 0 || at + step >= count).toBe(true)
          return
        }
        const rest = names.filter((name) => name !== moved)
        rest.splice(before === null ? rest.length : rest.indexOf(before), 0, moved)
        expect(rest.indexOf(moved)).toBe(at + step)
      }),
    )
  })

  it('are waited for by articles without a place that are not put aside, in order of import', () => {
    const summary = (id: string, order: number, more: Partial<ArticleSummary> = {}) => articleSummary(id, { order, ...more })
    const waiting = waitingArticles([
      summary('б', 2),
      summary('а', 1),
      summary('в', 3, { status: 'spiked' }),
      summary('г', 4, { issue: '47 (1295)', page: 1 }),
    ])
    expect(waiting.map(({ id }) => id)).toEqual(['а', 'б'])
  })
})

describe('zoom of a page', () => {
  it('fits the whole page, never beyond 400 %', () => {
    expect(fitPercent({ width: 600, height: 800 }, { width: 800, height: 4000 })).toBeCloseTo(100)
    expect(fitPercent({ width: 600, height: 800 }, { width: 90_000, height: 90_000 })).toBe(400)
  })

  it('goes through the steps and stays at the ends', () => {
    expect(stepZoom(42.3, 1)).toBe(50)
    expect(stepZoom(42.3, -1)).toBe(42)
    expect(stepZoom(100, 1)).toBe(150)
    expect(stepZoom(400, 1)).toBe(400)
    expect(
      [...zoomSteps]
        .reverse()
        .slice(1)
        .every((step, i) => stepZoom([...zoomSteps].reverse()[i] ?? 0, -1) === step),
    ).toBe(true)
  })
})
