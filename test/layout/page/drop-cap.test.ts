import { describe, expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { publicationSpec } from '../../../src/layout/page/publication-spec.ts'
import type { Block } from '../../../src/shared/article/content.ts'
import { isDropCap, type TextItem } from '../../../src/shared/layout/display.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { issue, loadFaces, paragraph, placementsOf, printedBody, sentences, story, writtenBody } from './issue-fixtures.ts'

const faces = loadFaces()
const spec = publicationSpec(usualStyle, 5)
const long = (first: Block) => [first, ...Array.from({ length: 8 }, (_, at) => paragraph(sentences(50, at)))]

const laid = (body: readonly Block[]) => {
  const one = story('a', body)
  const { pages } = layOutIssue(issue([one], placementsOf([['a', 2]])), faces)
  const items = pages
    .flatMap((page) => page.items)
    .filter((item): item is TextItem => item.kind === 'text' && item.tag.role === 'body')
  const at = items.findIndex((item, index) => items[index + 1] !== undefined && isDropCap(item, items[index + 1] ?? item))
  return { one, pages, items, cap: items[at], beside: items.slice(at + 1, at + 4) }
}

describe('drop caps', () => {
  it('L74 open a long text, stand on the third line, and no word is lost', () => {
    const { one, pages, cap, beside } = laid(long(paragraph(sentences(60, 1))))
    if (cap === undefined) throw new Error('no drop cap')
    const [first, , third] = beside
    expect(cap.y).toBeCloseTo(third?.y ?? 0, 6)
    expect(cap.y - (first?.y ?? 0)).toBeCloseTo(2 * spec.grid, 6)
    for (const line of beside) expect(line.x).toBeGreaterThan(cap.x + cap.width)
    expect(printedBody(pages, 'a')).toBe(writtenBody(one))
  })

  it('L74 are left out where the text is short or does not begin with a word', () => {
    expect(laid([paragraph(sentences(60, 1)), paragraph(sentences(60, 2))]).cap).toBeUndefined()
    for (const opening of ['«Мы просили', '— Мы просили', '45 школ', 'В школе', 'мы просили'])
      expect(laid(long(paragraph(`${opening} ${sentences(60, 1)}`))).cap).toBeUndefined()
    expect(laid(long(paragraph(sentences(60, 1), 'question'))).cap).toBeUndefined()
  })

  it('L74 stand after a lead as well, and only once', () => {
    const { items, cap } = laid([paragraph(sentences(20, 3), 'lead'), ...long(paragraph(sentences(60, 1)))])
    expect(cap).toBeDefined()
    expect(items.filter(({ size }) => size === cap?.size)).toHaveLength(1)
  })
})
