import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zoneFaults } from '../../src/shared/issue/page-dummy.ts'
import {
  applyTemplate,
  type PageTemplate,
  pageTemplateSchema,
  templateFrom,
  zonesOf,
} from '../../src/shared/issue/page-template.ts'
import { autoSlot, type Placement } from '../../src/shared/issue/placement.ts'

const folder = new URL('../../resources/templates/', import.meta.url)
const shipped = readdirSync(folder).map((name) => ({
  name,
  template: pageTemplateSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
}))
const placement = (order: string): Placement => ({
  page: 2,
  order,
  slot: autoSlot,
  continuation: null,
  continuationSlot: autoSlot,
})

describe('page templates', () => {
  it('there are at least ten, for the first, inner and last pages, for four, five and six columns', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(10)
    expect(new Set(shipped.map(({ template }) => template.columns))).toEqual(new Set([4, 5, 6]))
    expect(new Set(shipped.map(({ template }) => template.kind))).toEqual(new Set(['front', 'inner', 'last']))
    for (const { name, template } of shipped) expect(name).toBe(`${template.id}.json`)
  })

  it('L84 stand within any page of their columns, whatever its furniture leaves', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shipped),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 60, max: 110 }),
        ({ template }, first, last) => {
          const zones = zonesOf(template, { first, last })
          expect(zoneFaults(zones, { columns: template.columns, first, last }).size).toBe(0)
          expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length)
        },
      ),
    )
  })

  it('L84 keep the stories of the page: the largest in the largest zone, the others without a place', () => {
    const template = shipped.find(({ name }) => name === 'inner-5-classic.json')?.template
    if (!template) throw new Error('no template')
    const present = {
      placements: {
        a: placement('a'),
        b: placement('b'),
        c: placement('c'),
        d: placement('d'),
        e: { ...placement('e'), page: 3 },
      },
      dummies: {},
    }
    const lines: Readonly<Record<string, number>> = { a: 20, b: 90, c: 50, d: 5, e: 200 }
    const made = applyTemplate(template, { page: 2, free: { first: 0, last: 100 }, present, linesOf: (id) => lines[id] ?? 0 })
    expect(Object.fromEntries(Object.entries(made.placements).map(([id, { slot }]) => [id, slot]))).toEqual({
      b: 'story-1',
      c: 'story-2',
      a: 'story-3',
      d: autoSlot,
    })
    expect(made.dummies[2]?.template).toBe('inner-5-classic')
  })

  it('adverts of the page stay in the places for adverts', () => {
    const template = shipped.find(({ name }) => name === 'last-5.json')?.template
    if (!template) throw new Error('no template')
    const zone = { kind: 'advert' as const, id: 'old', column: 0, span: 2, row: 0, rows: 20, locked: false, advert: 'vector' }
    const made = applyTemplate(template, {
      ...{ page: 2, free: { first: 0, last: 90 }, linesOf: () => 0 },
      present: { placements: {}, dummies: { 2: { template: null, zones: [zone] } } },
    })
    expect(made.dummies[2]?.zones.flatMap((one) => (one.kind === 'advert' ? [one.advert] : []))).toEqual(['vector'])
  })

  it('a page saved as a template gives the same page again', () => {
    const template = shipped[0]?.template
    if (!template) throw new Error('no template')
    const free = { first: 9, last: 101 }
    const zones = zonesOf(template, free)
    const saved: PageTemplate = pageTemplateSchema.parse(
      templateFrom('own-1', 'Наша', zones, { columns: template.columns, kind: 'any', free }),
    )
    expect(zonesOf(saved, free)).toEqual(zones)
  })

  it('what overlaps or reaches beyond the page is no template', () => {
    const good = shipped[0]?.template
    const zone = good?.zones[0]
    expect(pageTemplateSchema.safeParse({ ...good, zones: [zone, zone] }).success).toBe(false)
    expect(pageTemplateSchema.safeParse({ ...good, parts: 4 }).success).toBe(false)
    expect(pageTemplateSchema.safeParse({ ...good, id: '../../settings' }).success).toBe(false)
  })
})
