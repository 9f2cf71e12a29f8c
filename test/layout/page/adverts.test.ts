import { describe, expect, it } from 'vitest'
import type { IssueInput } from '../../../src/layout/input.ts'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { advertFrame } from '../../../src/layout/page/advert-box.ts'
import { publicationSpec } from '../../../src/layout/page/publication-spec.ts'
import type { PageZone } from '../../../src/shared/issue/page-dummy.ts'
import type { DisplayItem, PageDisplay } from '../../../src/shared/layout/display.ts'
import type { AdvertInput } from '../../../src/shared/layout/input.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { issue, loadFaces, paragraph, placementsOf, sentences, story } from './issue-fixtures.ts'

const faces = loadFaces()
const spec = publicationSpec(usualStyle, 5)

const zones: readonly PageZone[] = [
  { kind: 'story', id: 'text', column: 0, span: 3, row: 0, rows: 60, locked: false },
  { kind: 'advert', id: 'ad', column: 3, span: 2, row: 0, rows: 38, locked: false, advert: 'vector' },
]

const advert = (file: AdvertInput['file']): AdvertInput => ({
  mark: 'Реклама. ООО «Вектор»',
  advertiser: 'ООО «Вектор»',
  title: 'Окна для школы',
  file,
})

const pageWith = (standing: AdvertInput | null): PageDisplay => {
  const text = Array.from({ length: 8 }, (_, at) => paragraph(sentences(40, at)))
  const input: IssueInput = {
    ...issue([story('a', text)], placementsOf([['a', 2]]), 4),
    dummies: new Map([[2, { template: null, zones: [...zones] }]]),
    adverts: new Map(standing === null ? [] : [['vector', standing]]),
  }
  const page = layOutIssue(input, faces).pages[1]
  if (page === undefined) throw new Error('no page')
  return page
}

const isAdvert = ({ tag }: DisplayItem) => tag.role === 'advert' || tag.role === 'advertMark'
const textsOf = (page: PageDisplay) =>
  page.items.flatMap((item) => (item.kind === 'text' && isAdvert(item) ? [item.clusters.join('')] : []))
const picture = (page: PageDisplay) => page.items.find(({ kind }) => kind === 'image' || kind === 'document')
const frame = advertFrame(spec, 2, 38)

describe('adverts', () => {
  it('L81 reserves an empty box with the name and the size before the file is there', () => {
    const texts = textsOf(pageWith(advert(null))).join(' ')
    expect(texts).toContain('Окна для школы')
    expect(texts).toContain('ООО «Вектор»')
    expect(texts).toContain('2 колонки')
    expect(textsOf(pageWith(null)).join(' ')).toContain('Место для рекламы')
  })

  it('L81 moves nothing when the file comes or is replaced', () => {
    const others = (page: PageDisplay) => page.items.filter((item) => !isAdvert(item))
    const before = pageWith(advert(null))
    const came = pageWith(advert({ kind: 'picture', media: 'm1', width: 1200, height: 1200 }))
    const replaced = pageWith(advert({ kind: 'document', media: 'm2', width: 300, height: 700 }))
    expect(picture(came)).toBeDefined()
    expect(others(came)).toEqual(others(before))
    expect(others(replaced)).toEqual(others(before))
    expect(replaced.zones).toEqual(before.zones)
  })

  it('L80 covers the frame with a picture of its shape, and shows another whole', () => {
    const suits = picture(pageWith(advert({ kind: 'picture', media: 'm', width: frame.width * 5.1, height: frame.height * 5 })))
    expect(suits).toMatchObject({ width: frame.width, height: frame.height })
    const wide = picture(pageWith(advert({ kind: 'picture', media: 'm', width: 4000, height: 1000 })))
    expect(wide).toMatchObject({ width: frame.width, crop: { x: 0, y: 0, width: 1, height: 1 } })
    if (wide?.kind !== 'image' || suits?.kind !== 'image') throw new Error('no picture')
    expect(wide.width / wide.height).toBeCloseTo(4, 6)
    const scale = (item: typeof suits, width: number, height: number) =>
      item.width / (item.crop.width * width) / (item.height / (item.crop.height * height))
    expect(scale(suits, frame.width * 5.1, frame.height * 5)).toBeCloseTo(1, 6)
  })

  it('L80 marks the advert with its advertiser, within the zone', () => {
    const page = pageWith(advert(null))
    const mark = page.items.find(({ tag }) => tag.role === 'advertMark')
    expect(mark?.kind === 'text' && mark.clusters.join('')).toBe('Реклама. ООО «Вектор»')
    expect(mark?.kind === 'text' && mark.size).toBeGreaterThanOrEqual(6)
    const zone = zones[1]
    const bottom = spec.top + ((zone?.row ?? 0) + (zone?.rows ?? 0)) * spec.grid
    for (const item of page.items.filter(isAdvert)) expect(item.y).toBeLessThanOrEqual(bottom)
  })
})
