import { describe, expect, it } from 'vitest'
import { createLayoutEngine } from '../../../src/layout/layout-engine.ts'
import type { OfferPlace } from '../../../src/layout/page/offer-shapes.ts'
import { moduleRows, type PageZone, type StoryArrangement } from '../../../src/shared/issue/page-dummy.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { issue, loadFaces, paragraph, photo, placementsOf, sentences, story } from './issue-fixtures.ts'

const engine = createLayoutEngine(loadFaces())
const place: OfferPlace = { page: 2, first: 0, last: 100, importance: 'lead' }
const text = Array.from({ length: 7 }, (_, at) => paragraph(sentences(45, at)))
const withPhoto = story('a', [photo('landscape'), ...text])

const laidIn = (span: number, rows: number, shape?: StoryArrangement) => {
  const zone: PageZone = { kind: 'story', id: 'z', column: 0, span, row: 0, rows, locked: false, ...(shape && { shape }) }
  const input = { ...issue([withPhoto], placementsOf([['a', 2]]), 4), dummies: new Map([[2, { template: null, zones: [zone] }]]) }
  return engine.layOut(input)
}

describe('shapes for a story', () => {
  it('L82 offers shapes of the module grid in which the text fits, as it will stand', () => {
    const offered = engine.shapes({ columns: 5, style: usualStyle }, withPhoto, place)
    expect(offered.length).toBeGreaterThanOrEqual(4)
    expect(offered[0]?.overset).toBeLessThanOrEqual(0)
    expect(new Set(offered.map(({ span }) => span)).size).toBeGreaterThan(2)
    const oversets = offered.map(({ overset }) => overset > 0)
    expect(oversets).toEqual([...oversets].sort())
    for (const { span, modules, rows, overset } of offered.slice(0, 4)) {
      expect(rows).toBe(moduleRows(modules))
      expect(laidIn(span, rows).fits[0]?.overset).toBe(overset)
    }
  })

  it('L83 arranges a story as its zone says', () => {
    const offered = engine.arrangements({ columns: 5, style: usualStyle }, withPhoto, { span: 3, rows: 48 }, place)
    const names = offered.map(({ arrangement }) => arrangement)
    expect(names.length).toBeGreaterThan(2)
    expect(new Set(names).size).toBe(names.length)
    const picture = (shape: StoryArrangement) =>
      laidIn(3, 48, shape).pages[1]?.items.find(({ kind }) => kind === 'image')?.x ?? Number.NaN
    expect(names).toEqual(expect.arrayContaining(['left', 'right']))
    expect(picture('left')).toBeLessThan(picture('right'))
    for (const { arrangement, overset } of offered) expect(laidIn(3, 48, arrangement).fits[0]?.overset).toBe(overset)
  })

  it('L83 arranges it in any other way where it cannot', () => {
    const plain = story('a', text)
    const zone: PageZone = { kind: 'story', id: 'z', column: 0, span: 3, row: 0, rows: 48, locked: false, shape: 'left' }
    const input = { ...issue([plain], placementsOf([['a', 2]]), 4), dummies: new Map([[2, { template: null, zones: [zone] }]]) }
    expect(engine.layOut(input).pages[1]?.zones).toHaveLength(1)
  })
})
