import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { planIssue } from '../../../src/layout/plan-issue.ts'
import { issue, loadFaces, paragraph, photo, placementsOf, sentences, story, storyArbitrary } from './issue-fixtures.ts'

const faces = loadFaces()

/** A newsroom's week: stories of 40 to 160 rows, most with a photo. */
const week = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    story(`s${String(index).padStart(2, '0')}`, [
      ...(index % 5 === 4 ? [] : [photo(index % 4 === 3 ? 'portrait' : 'landscape')]),
      ...(index % 3 === 0 ? [paragraph(sentences(26, index), 'lead')] : []),
      ...Array.from({ length: 3 + ((index * 5) % 7) }, (_, part) => paragraph(sentences(28 + ((index + part * 9) % 31), part))),
    ]),
  )

describe('planIssue', () => {
  it('L37 places nearly all of a week, none with text left over, and leaves no page with a hole', () => {
    const input = issue(week(60), new Map(), 16)
    const { placements, left } = planIssue(input, faces)
    expect(left.length).toBeLessThanOrEqual(2)
    const { fits, pages } = layOutIssue({ ...input, placements }, faces)
    expect(fits.filter(({ overset }) => overset > 0)).toEqual([])
    const full = pages.map(({ zones }) => Math.max(0, ...zones.map(({ y, height }) => y + height)))
    const lowest = Math.max(...full)
    const holes = full.slice(0, 12).filter((bottom) => lowest - bottom > 8 * 11)
    expect(holes).toEqual([])
  })

  it('L37 opens the front page with a story that has a photo', () => {
    const { placements } = planIssue(issue(week(30), new Map(), 8), faces)
    const front = [...placements].filter(([, { page }]) => page === 1).sort(([, a], [, b]) => (a.order < b.order ? -1 : 1))
    const lead = week(30).find(({ id }) => id === front[0]?.[0])
    expect(lead?.content.body.some(({ type }) => type === 'photo')).toBe(true)
  })

  it('L38 keeps every placement there is and puts new stories after those that stand on a page', () => {
    const stories = week(14)
    const kept = placementsOf([
      ['s13', 1],
      ['s12', 3],
      ['s11', 3],
    ])
    const { placements } = planIssue(issue(stories, kept, 4), faces)
    for (const [id, placement] of kept) expect(placements.get(id)).toEqual(placement)
    const orders = (page: number) =>
      [...placements].filter(([id, one]) => one.page === page && !kept.has(id)).map(([, { order }]) => order)
    for (const order of orders(1)) expect(order > (kept.get('s13')?.order ?? '')).toBe(true)
    for (const order of orders(3)) expect(order > (kept.get('s11')?.order ?? '')).toBe(true)
  })

  it('L38 names every story once, placed on a page of the issue or left', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 9 })
          .chain((list) => fc.tuple(...list.map((_, index) => storyArbitrary(`s${index}`)))),
        fc.integer({ min: 1, max: 5 }),
        (stories, pages) => {
          const { placements, left } = planIssue(issue(stories, new Map(), pages), faces)
          expect([...placements.keys(), ...left].sort()).toEqual(stories.map(({ id }) => id).sort())
          for (const { page, continuation } of placements.values()) {
            expect(page).toBeGreaterThanOrEqual(1)
            expect(page).toBeLessThanOrEqual(pages)
            if (continuation !== null) expect(continuation).toBeGreaterThan(page)
          }
          const orders = [...placements.values()].map(({ page, order }) => `${page} ${order}`)
          expect(new Set(orders).size).toBe(orders.length)
        },
      ),
      { numRuns: 10 },
    )
  })

  it('L38 makes equal plans of equal input', () => {
    const input = issue(week(16), new Map(), 5)
    expect(planIssue(input, faces)).toEqual(planIssue(input, faces))
  })

  it('L39 lets a story longer than a page go on on the next one', () => {
    const long = story('long', [photo('landscape'), ...Array.from({ length: 34 }, (_, part) => paragraph(sentences(60, part)))])
    const input = issue([...week(10), long], new Map(), 6)
    const { placements } = planIssue(input, faces)
    const placed = placements.get('long')
    expect(placed?.continuation).toBe((placed?.page ?? 0) + 1)
    const { fits } = layOutIssue({ ...input, placements }, faces)
    expect(fits.find(({ article }) => article === 'long')?.overset).toBeLessThanOrEqual(0)
  })

  it('L40 does not thin out few stories over many pages', () => {
    const { placements, left } = planIssue(issue(week(6), new Map(), 16), faces)
    expect(left).toEqual([])
    const used = Math.max(...[...placements.values()].map(({ page }) => page))
    expect(used).toBeLessThanOrEqual(6)
    expect(used).toBeGreaterThanOrEqual(2)
  })

  it('L132 leaves no page empty while many stories without a photo wait', () => {
    const stories = Array.from({ length: 40 }, (_, i) =>
      story(
        `s${i}`,
        Array.from({ length: 3 + ((i * 7) % 6) }, (_, k) => paragraph(sentences(30 + ((i * 11 + k * 5) % 40), i + k))),
        { headline: sentences(4 + (i % 4), i).slice(0, -1) },
      ),
    )
    const { placements, left } = planIssue(issue(stories, new Map(), 4), faces)
    const pages = new Set([...placements.values()].map(({ page }) => page))
    expect([...pages].sort()).toEqual([1, 2, 3, 4])
    expect(left.length + placements.size).toBe(40)
  })
})
