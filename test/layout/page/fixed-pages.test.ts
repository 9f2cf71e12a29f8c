import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IssueInput } from '../../../src/layout/input.ts'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { planIssue } from '../../../src/layout/plan-issue.ts'
import type { PageZone } from '../../../src/shared/issue/page-dummy.ts'
import { autoSlot } from '../../../src/shared/issue/placement.ts'
import { storyZone } from '../../helpers/story-zone.ts'
import { issue, loadFaces, paragraph, placementsOf, printedBody, sentences, story, writtenBody } from './issue-fixtures.ts'

const faces = loadFaces()

const text = (paragraphs: number) => Array.from({ length: paragraphs }, (_, at) => paragraph(sentences(40, at)))

const withZones = (input: IssueInput, page: number, zones: readonly PageZone[]): IssueInput => ({
  ...input,
  dummies: new Map([[page, { template: null, zones: [...zones] }]]),
})

const inSlots = (input: IssueInput, slots: Readonly<Record<string, string>>): IssueInput => ({
  ...input,
  placements: new Map([...input.placements].map(([id, placement]) => [id, { ...placement, slot: slots[id] ?? autoSlot }])),
})

describe('pages whose zones are fixed', () => {
  const a = story('a', text(6))
  const b = story('b', text(4))
  const both = issue(
    [a, b],
    placementsOf([
      ['a', 2],
      ['b', 2],
    ]),
    4,
  )

  it('L46 puts a story into the zone it names, exactly there', () => {
    const zones = [storyZone('top', 0, 3, 0, 40), storyZone('foot', 0, 5, 42, 40)]
    const { pages } = layOutIssue(inSlots(withZones(both, 2, zones), { a: 'foot', b: 'top' }), faces)
    expect(pages[1]?.zones.find(({ article }) => article === 'a')).toMatchObject({ column: 0, span: 5, row: 42, rows: 40 })
    expect(pages[1]?.zones.find(({ article }) => article === 'b')).toMatchObject({ column: 0, span: 3, row: 0, rows: 40 })
  })

  it('L46 gives a story without a zone, or in one that is taken, the first free one', () => {
    const zones = [storyZone('foot', 0, 5, 42, 40), storyZone('top', 0, 3, 0, 40)]
    const taken = layOutIssue(inSlots(withZones(both, 2, zones), { a: 'top', b: 'top' }), faces)
    expect(taken.pages[1]?.zones.map(({ article, row }) => [article, row])).toEqual([
      ['a', 0],
      ['b', 42],
    ])
  })

  it('L46 reports a story for which there is no zone, with all its rows', () => {
    const { pages, fits, diagnostics } = layOutIssue(withZones(both, 2, [storyZone('one', 0, 5, 0, 90)]), faces)
    expect(pages[1]?.zones.map(({ article }) => article)).toEqual(['a'])
    expect(fits.find(({ article }) => article === 'b')?.overset).toBeGreaterThan(0)
    expect(diagnostics.some(({ code, article }) => code === 'overset' && article === 'b')).toBe(true)
  })

  it('L47 leaves out zones that overlap or reach beyond the page, and reports them and the empty ones', () => {
    const zones = [
      storyZone('one', 0, 3, 0, 40),
      storyZone('over', 2, 2, 10, 20),
      storyZone('wide', 3, 3, 0, 10),
      storyZone('free', 0, 5, 42, 20),
    ]
    const { pages, diagnostics } = layOutIssue(inSlots(withZones(both, 2, zones), { a: 'over' }), faces)
    expect(pages[1]?.zones.map(({ article, row }) => [article, row])).toEqual([
      ['a', 0],
      ['b', 42],
    ])
    expect(diagnostics.filter(({ code }) => code === 'zoneFault')).toHaveLength(2)
    const lonely = layOutIssue(inSlots(withZones(issue([a], placementsOf([['a', 2]]), 4), 2, zones), {}), faces)
    expect(lonely.diagnostics.filter(({ code }) => code === 'emptyZone')).toHaveLength(1)
  })

  it('L48 fills a fixed zone with the beginning of a jumping story, which goes on where it is told', () => {
    const long = story('long', text(30))
    const input = issue([long], placementsOf([['long', 2, 3]]), 4)
    const zones: IssueInput['dummies'] = new Map([
      [2, { template: null, zones: [storyZone('head', 0, 5, 0, 40)] }],
      [3, { template: null, zones: [storyZone('rest', 1, 4, 10, 80)] }],
    ])
    const { pages, fits } = layOutIssue({ ...input, dummies: zones }, faces)
    expect(fits).toMatchObject([{ page: 2, continuation: 3 }])
    expect(fits[0]?.overset).toBeLessThanOrEqual(0)
    expect(pages[2]?.zones).toMatchObject([{ column: 1, span: 4, row: 10, rows: 80 }])
    expect(printedBody(pages, 'long')).toBe(writtenBody(long))
  })

  it('L46 loses no word and crosses no zone, wherever the zones are', () => {
    const zones = fc
      .array(
        fc.record({
          column: fc.nat(4),
          span: fc.integer({ min: 1, max: 5 }),
          row: fc.nat(90),
          rows: fc.integer({ min: 1, max: 99 }),
        }),
        {
          maxLength: 5,
        },
      )
      .map((boxes) => boxes.map(({ column, span, row, rows }, at) => storyZone(`z${at}`, column, span, row, rows)))
    fc.assert(
      fc.property(zones, (fixed) => {
        const { pages, fits } = layOutIssue(withZones(both, 2, fixed), faces)
        for (const one of [a, b]) {
          const printed = printedBody(pages, one.id)
          expect(writtenBody(one).startsWith(printed)).toBe(true)
          if ((fits.find(({ article }) => article === one.id)?.overset ?? 1) <= 0) expect(printed).toBe(writtenBody(one))
        }
        for (const { x, y, width, height, article } of pages[1]?.zones ?? [])
          for (const item of pages[1]?.items ?? []) {
            if (item.tag.article !== article || item.kind !== 'text' || item.tag.role !== 'body') continue
            expect(item.x).toBeGreaterThanOrEqual(x - 6)
            expect(item.x + item.width).toBeLessThanOrEqual(x + width + 6)
            expect(item.y).toBeGreaterThanOrEqual(y)
            expect(item.y).toBeLessThanOrEqual(y + height + 0.01)
          }
      }),
      { numRuns: 15 },
    )
  })

  it('L49 plans stories into the free zones that suit them', () => {
    const zones = [storyZone('top', 0, 3, 0, 45), storyZone('side', 3, 2, 0, 30)]
    const input = withZones(issue([a, b, story('tiny', text(1))], new Map(), 4), 2, zones)
    const { placements } = planIssue(input, faces)
    const slots = [...placements].filter(([, { page }]) => page === 2).map(([id, { slot }]) => [slot, id])
    expect(new Map(slots.map(([slot, id]) => [slot, id])).size).toBe(slots.length)
    const { fits } = layOutIssue({ ...input, placements }, faces)
    for (const { overset } of fits) expect(overset).toBeLessThanOrEqual(0)
  })
})
