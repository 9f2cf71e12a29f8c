import { describe, expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { fitColumns } from '../../../src/layout/page/fit-columns.ts'
import { setGalley } from '../../../src/layout/page/galley.ts'
import { publicationSpec } from '../../../src/layout/page/publication-spec.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { issue, loadFaces, paragraph, placementsOf, sentences, story } from './issue-fixtures.ts'

const faces = loadFaces()
const spec = publicationSpec(usualStyle, 5)

describe('blocks of a story', () => {
  it('L163 stand right under their subhead, however the columns end', () => {
    const talk = (seed: number) => [
      ...[paragraph('Кто уходит', 'subhead'), paragraph(sentences(9, seed), 'question')],
      ...[paragraph(sentences(17, seed + 1)), paragraph(sentences(11, seed + 2), 'question'), paragraph(sentences(14, seed))],
    ]
    const { blocks, rows } = setGalley(story('a', [0, 3, 6].flatMap(talk)), spec, faces)
    for (const columns of [2, 3, 4, 5])
      for (let capacity = Math.ceil(rows / columns); capacity < rows / columns + 4; capacity += 1) {
        const { placed } = fitColumns(
          blocks,
          Array.from({ length: columns }, () => capacity),
        )
        for (const [at, { block, column, row, to }] of placed.entries()) {
          const next = placed[at + 1]
          if (blocks[block]?.role === 'subhead' && next?.column === column) expect(next.row).toBe(row + to)
        }
      }
  })

  it('L162 a pull quote has its rules as near above as below, also at the foot of a column', () => {
    const quote = paragraph(sentences(12, 3), 'quote')
    const body = Array.from({ length: 14 }, (_, index) => [paragraph(sentences(24, index)), ...(index % 3 === 1 ? [quote] : [])])
    const { pages } = layOutIssue(issue([story('a', body.flat())], placementsOf([['a', 2]])), faces)
    const items = pages[1]?.items ?? []
    const rules = (thick: number) =>
      items.filter((item) => item.kind === 'rectangle' && item.height === thick && item.width === spec.columnWidth)
    const quotes = items.filter((item) => item.tag.role === 'quote')
    const feet = rules(spec.hairline)
    const pairs = rules(spec.heavyRule).flatMap((top, at) => {
      const foot = feet[at]
      return foot === undefined ? [] : [{ top, foot }]
    })
    expect(pairs.length).toBeGreaterThan(2)
    for (const { top, foot } of pairs) {
      const lines = quotes.filter(({ x, y }) => x >= top.x && x < top.x + top.width && y > top.y && y < foot.y).map(({ y }) => y)
      const above = Math.min(...lines) - spec.quote.size * 0.7 - top.y
      const below = foot.y - Math.max(...lines)
      expect(Math.abs(above - below)).toBeLessThan(10)
    }
  })
})
