import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextIssueDay } from '../../src/renderer/features/issue/issue-date.ts'
import { isPageList, pageListOf } from '../../src/renderer/features/issue/page-list.ts'
import { estimateLines, insertionPoint, makePlan, spreadsOf, totalsOf } from '../../src/renderer/features/issue/plan.ts'
import { readDay } from '../../src/renderer/i18n/read-day.ts'
import type { ArticleSummary } from '../../src/shared/article/api.ts'
import { momentOf } from '../../src/shared/calendar/day.ts'
import type { Issue } from '../../src/shared/issue/issue.ts'
import { articleSummary } from '../helpers/article-summary.ts'

const article = (id: string, more: Partial<ArticleSummary> = {}) =>
  articleSummary(id, { headline: `Материал ${id}`, characters: 330, ...more })

const placement = (page: number, order: string, continuation: number | null = null) => ({
  page,
  slot: 'auto',
  order,
  continuation,
  continuationSlot: 'auto',
})

const issue = (pages: number, placements: Issue['placements'] = {}): Issue => ({
  serial: '47 (1295)',
  plannedFor: '2026-11-25',
  pages,
  columns: 5,
  status: 'planned',
  placements,
  dummies: {},
})

describe('the plan of an issue', () => {
  it('names the standing rubrics that no story of their page has (rule Q24)', () => {
    const standing = [
      { rubric: 'Ёлка', page: 2 },
      { rubric: 'Спорт', page: 2 },
      { rubric: 'Письма', page: 9 },
    ]
    const placements = { a: placement(2, 'm') }
    const { pages } = makePlan(issue(4, placements), [article('a', { rubric: 'елка' })], [], standing)
    expect(pages.map(({ awaited }) => awaited)).toEqual([[], ['Спорт'], [], []])
  })

  it.each([
    [1, [[1]]],
    [4, [[1], [2, 3], [4]]],
    [7, [[1], [2, 3], [4, 5], [6, 7]]],
    [8, [[1], [2, 3], [4, 5], [6, 7], [8]]],
  ])('lays %d pages out as an open paper lies', (pages, expected) => {
    const plan = makePlan(issue(pages), [], [])
    expect(spreadsOf(plan.pages).map((spread) => spread.map(({ page }) => page))).toEqual(expected)
  })

  it('keeps the order of a page and shows where a story ends', () => {
    const placements = { a: placement(2, 'V'), b: placement(2, 'G', 3) }
    const plan = makePlan(issue(4, placements), [article('a'), article('b')], [])
    expect(plan.pages[1]?.stories.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(plan.pages[2]?.continuations.map(({ id }) => id)).toEqual(['b'])
  })

  it('leaves out what stands in another issue, is out or taken off, and placements of what is gone', () => {
    const articles = [
      article('late', { order: 2 }),
      article('early', { order: 1 }),
      article('elsewhere', { issue: '46 (1294)' }),
      article('off', { status: 'spiked' }),
      article('out', { status: 'published' }),
    ]
    const plan = makePlan(issue(4, { gone: placement(1, 'V') }), articles, [])
    expect(plan.unplaced.map(({ id }) => id)).toEqual(['early', 'late'])
    expect(totalsOf(plan).stories).toBe(0)
  })

  it('counts as approved only what is unchanged since', () => {
    const placements = { a: placement(1, 'V'), b: placement(1, 'W'), c: placement(2, 'V') }
    const articles = [
      article('a', { status: 'approved' }),
      article('b', { status: 'approved', changedAfterApproval: true }),
      article('c'),
    ]
    const fits = [
      { article: 'a', page: 1, continuation: null, lines: 40, overset: 6, end: null },
      { article: 'b', page: 1, continuation: null, lines: 30, overset: -3, end: null },
      { article: 'c', page: 2, continuation: null, lines: 20, overset: 0, end: null },
    ]
    expect(totalsOf(makePlan(issue(4, placements), articles, fits))).toEqual({
      pages: 4,
      taken: 2,
      stories: 3,
      approved: 1,
      overset: 1,
      underset: 1,
    })
  })

  it('judges the length of an unplaced text by those that are laid out', () => {
    const laidOut = makePlan(
      issue(4, { a: placement(1, 'V') }),
      [article('a', { characters: 1000 })],
      [{ article: 'a', page: 1, continuation: null, lines: 40, overset: 0, end: null }],
    )
    expect(estimateLines(500, laidOut, 5)).toBe(20)
    expect(estimateLines(330, makePlan(issue(4), [], []), 5)).toBe(10)
  })

  it('puts a dropped story exactly before or after the one it was dropped at', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(ids, fc.nat(), fc.nat(), fc.boolean(), (all, from, to, after) => {
        const stories = all.map((id) => ({ id }))
        const moving = from % 2 === 0 ? 'new one' : (all[from % all.length] ?? '')
        const key = all[to % all.length] ?? ''
        if (moving === key) return
        const before = insertionPoint(stories, { key, position: after ? 'after' : 'before' }, moving)
        const others = all.filter((id) => id !== moving)
        const at = before === null ? others.length : others.indexOf(before)
        expect(at).toBe(others.indexOf(key) + (after ? 1 : 0))
      }),
    )
  })

  it('leaves a story where it is when it is dropped at itself', () => {
    const stories = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    expect(insertionPoint(stories, { key: 'b', position: 'before' }, 'b')).toBe('c')
    expect(insertionPoint(stories, { key: 'c', position: 'after' }, 'c')).toBeNull()
  })
})

describe('the day of an issue', () => {
  const tuesday = momentOf('2026-11-24', '23:30')

  it('is the next day of publication without an issue', () => {
    expect(nextIssueDay(tuesday, 3, [])).toBe('2026-11-25')
    expect(nextIssueDay(tuesday, 3, ['2026-11-25'])).toBe('2026-12-02')
    expect(nextIssueDay(tuesday, 2, [])).toBe('2026-12-01')
    expect(nextIssueDay(tuesday, 7, [])).toBe('2026-11-29')
  })

  it('is read as it is written', () => {
    expect(readDay('25.11.2026')).toBe('2026-11-25')
    expect(readDay('25/11/2026')).toBe('2026-11-25')
    expect(readDay(' 5.1.27 ')).toBe('2027-01-05')
    expect(readDay('2026-11-25')).toBe('2026-11-25')
  })

  it.each(['', '31.02.2026', '25.13.2026', '25 ноября', '00.00.0000'])('«%s» is no day', (text) => {
    expect(readDay(text)).toBeNull()
  })
})

describe('a list of pages', () => {
  it.each(['', ' ', '4', '4,5,12-13', '1 – 16', ' 2 , 3 '])('«%s» is one of sixteen', (text) => {
    expect(isPageList(text, 16)).toBe(true)
  })

  it.each(['0', '17', '5-4', 'все', '4;5', '1,,2', '4,'])('«%s» is not', (text) => {
    expect(isPageList(text, 16)).toBe(false)
  })

  it('goes out as the contract writes it', () => {
    expect(pageListOf(' 4, 12 – 13 ')).toBe('4,12-13')
    expect(pageListOf('  ')).toBeNull()
  })
})
