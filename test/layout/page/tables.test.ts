import { describe, expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { publicationSpec } from '../../../src/layout/page/publication-spec.ts'
import type { Block } from '../../../src/shared/article/content.ts'
import type { DisplayItem, PageDisplay } from '../../../src/shared/layout/display.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { bare, issue, loadFaces, paragraph, placementsOf, sentences, story } from './issue-fixtures.ts'

const faces = loadFaces()
const text = (paragraphs: number) => Array.from({ length: paragraphs }, (_, at) => paragraph(sentences(40, at)))

const regions = ['Псковская область', 'Республика Татарстан', 'Ямало-Ненецкий автономный округ', 'Тверь', 'Хабаровский край']
const table = (rows: number): Block[] => [
  paragraph('Регион\tОрганизаций\tЧленов', 'tableHead'),
  ...Array.from({ length: rows }, (_, at) =>
    paragraph(`${regions[at % regions.length]}\t${at + 3}\t${(at + 1) * 137},5`, 'tableRow'),
  ),
]

const tableItems = (pages: readonly PageDisplay[]) =>
  pages.flatMap(({ items }) => items).filter((item) => item.tag.role === 'table')

const wordsOf = (items: readonly DisplayItem[]): string =>
  bare(items.map((item) => (item.kind === 'text' ? item.clusters.join('') : '')).join(''))

const laid = (body: readonly Block[], pages = 4) => {
  const one = story('a', body)
  return layOutIssue(
    issue(
      [one, story('b', text(9))],
      placementsOf([
        ['a', 2],
        ['b', 2],
      ]),
      pages,
    ),
    faces,
  )
}

describe('tables', () => {
  it('L70 stand whole at the foot of their story, every cell once and in order', () => {
    const rows = table(12)
    const { pages, diagnostics } = laid([...text(5), ...rows, ...text(2)])
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const written = bare(rows.flatMap((block) => block.content.map((node) => ('text' in node ? node.text : ''))).join(''))
    expect(wordsOf(tableItems(pages))).toBe(written)
  })

  it('L70 reach no further than the zone, and no cell overlaps its neighbour', () => {
    const { pages } = laid([...text(5), ...table(30)])
    const zone = pages[1]?.zones.find(({ article }) => article === 'a')
    const items = tableItems(pages)
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) {
      if (item.kind !== 'text' || zone === undefined) continue
      expect(item.x).toBeGreaterThanOrEqual(zone.x - 0.01)
      expect(item.x + item.width).toBeLessThanOrEqual(zone.x + zone.width + 0.01)
      expect(item.y).toBeLessThanOrEqual(zone.y + zone.height + 0.01)
      const beside = items.filter((other) => other !== item && other.kind === 'text' && Math.abs(other.y - item.y) < 0.01)
      for (const other of beside) if (other.x > item.x) expect(item.x + item.width).toBeLessThanOrEqual(other.x)
    }
  })

  it('L70 repeat their head over each part, and only the first one is read', () => {
    const { pages } = laid([...text(12), ...table(40)])
    const heads = (pages[1]?.items ?? []).filter((item) => item.kind === 'text' && item.clusters.join('') === 'Организаций')
    expect(heads.filter(({ tag }) => tag.role === 'table')).toHaveLength(1)
    for (const head of heads) expect(head.y).toBeCloseTo(heads[0]?.y ?? 0, 6)
  })

  it('L70 are reported where there is no room for them, and the text stands without', () => {
    const { pages, diagnostics } = laid([...text(2), ...table(700)])
    expect(diagnostics.some(({ code, article }) => code === 'tableLeftOut' && article === 'a')).toBe(true)
    expect(tableItems(pages)).toEqual([])
    expect(pages[1]?.zones.some(({ article }) => article === 'a')).toBe(true)
  })

  it('L70 survive empty cells, rows of one cell and rows longer than the head', () => {
    const rows = ['\t\t', 'один', 'а\tб\tв\tг\tд', '\tтолько второй']
    const { pages } = laid([...text(3), ...rows.map((row) => paragraph(row, 'tableRow'))])
    expect(wordsOf(tableItems(pages))).toBe('одинабвгдтолько' + 'второй')
  })
})

describe('sidebars', () => {
  const spec = publicationSpec(usualStyle, 5)

  it('L71 stand on a tint without gaps, which nothing else stands on', () => {
    const box = [paragraph('Кстати', 'sidebarHead'), ...[1, 2, 3].map((seed) => paragraph(sentences(25, seed), 'sidebar'))]
    const { pages } = laid([...text(3), ...box, ...text(3)])
    const items = pages[1]?.items ?? []
    const tints = items.filter((item) => item.kind === 'rectangle' && item.ink === 'tint' && item.tag.article === 'a')
    const inside = (x: number, y: number) =>
      tints.some(
        (tint) =>
          tint.kind === 'rectangle' && x >= tint.x && x <= tint.x + tint.width && y >= tint.y && y <= tint.y + tint.height,
      )
    for (const item of items) {
      if (item.kind !== 'text' || item.tag.article !== 'a') continue
      const boxed = item.tag.role === 'sidebar'
      expect(inside(item.x + item.width / 2, item.y)).toBe(boxed)
      if (boxed) expect(inside(item.x + item.width / 2, item.y + spec.grid - spec.baseline - 0.01)).toBe(true)
    }
    expect(tints.length).toBeGreaterThan(0)
  })
})
