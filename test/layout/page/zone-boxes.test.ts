import { describe, expect, it } from 'vitest'
import type { IssueInput } from '../../../src/layout/input.ts'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { publicationSpec, rowTop } from '../../../src/layout/page/publication-spec.ts'
import type { PageZone } from '../../../src/shared/issue/page-dummy.ts'
import type { PageDisplay, PageRole } from '../../../src/shared/layout/display.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { issue, loadFaces, paragraph, placementsOf, sentences, story } from './issue-fixtures.ts'

const faces = loadFaces()
const stories = ['a', 'b', 'c', 'd'].map((id, at) => story(id, [paragraph(sentences(60, at))], { headline: `Заголовок ${id}` }))
const placed = issue(
  stories,
  placementsOf([
    ['a', 1],
    ['b', 2],
    ['c', 2],
    ['d', 3],
  ]),
)

const box = (
  more: { readonly kind: 'teasers'; readonly articles: string[] } | { readonly kind: 'join'; readonly code?: boolean },
  span = 5,
  rows = 16,
): PageZone => ({
  ...more,
  id: 'box',
  column: 0,
  span,
  row: 20,
  rows,
  locked: false,
})
const front = (zones: readonly PageZone[], input: IssueInput = placed) =>
  layOutIssue({ ...input, dummies: new Map([[1, { template: null, zones: [...zones] }]]) }, faces).pages[0]

const words = (page: PageDisplay | undefined, role: PageRole) =>
  (page?.items ?? [])
    .flatMap((item) => (item.kind === 'text' && item.tag.role === role ? [item.clusters.join('').trim()] : []))
    .join(' ')
    .replaceAll('\u00a0', ' ')

describe('teasers', () => {
  it('L72 announce the first story of each other page with its page', () => {
    const text = words(front([box({ kind: 'teasers', articles: [] })]), 'teaser')
    expect(text).toMatch(/с\. 2.*Заголовок b.*с\. 3.*Заголовок d/)
    expect(text).not.toMatch(/Заголовок [ac]/)
  })

  it('L72 announce what a person chose, in that order, on the page where it stands now', () => {
    const zones = [box({ kind: 'teasers', articles: ['d', 'c', 'gone'] })]
    expect(words(front(zones), 'teaser')).toMatch(/с\. 3.*Заголовок d.*с\. 2.*Заголовок c/)
    const moved = issue(
      stories,
      placementsOf([
        ['a', 1],
        ['b', 2],
        ['d', 2],
        ['c', 3],
      ]),
    )
    expect(words(front(zones, moved), 'teaser')).toMatch(/с\. 2.*Заголовок d.*с\. 3.*Заголовок c/)
  })

  it('L72 stay within their zone, whole or not at all', () => {
    for (const rows of [1, 2, 4, 8]) {
      const page = front([box({ kind: 'teasers', articles: ['b', 'c', 'd'] }, 1, rows)])
      const text = words(page, 'teaser')
      expect(text.split('Заголовок').length).toBe(text.split('с.').length)
      for (const item of page?.items ?? []) {
        if (item.tag.role !== 'teaser') continue
        expect(item.y).toBeLessThanOrEqual(rowTop(publicationSpec(usualStyle, 5), 20 + rows))
      }
    }
  })
})

describe('the invitation to join', () => {
  it('L73 has its words, its address and a code inside of its zone at every width', () => {
    for (const span of [1, 2, 3, 5]) {
      const page = front([box({ kind: 'join' }, span, 21)])
      expect(words(page, 'join')).toContain('eseur.ru/join')
      const tint = page?.items.find((item) => item.tag.role === 'join' && item.kind === 'rectangle')
      if (tint?.kind !== 'rectangle') throw new Error('no tint')
      const inside = (page?.items ?? []).filter(
        (item) => item.tag.article === null && item.y > tint.y && item.y < tint.y + tint.height && item.kind === 'rectangle',
      )
      expect(inside.length).toBeGreaterThan(100)
      for (const item of page?.items ?? []) {
        if (item.tag.role !== 'join' || item.kind !== 'text') continue
        expect(item.x + item.width).toBeLessThanOrEqual(tint.x + tint.width)
        expect(item.y).toBeLessThanOrEqual(tint.y + tint.height)
      }
    }
  })

  it('L73 has no code where it would be too small to be read', () => {
    const page = front([box({ kind: 'join' }, 2, 6)])
    expect((page?.items ?? []).filter((item) => item.kind === 'rectangle' && item.ink === 'paper')).toEqual([])
    expect(words(page, 'join')).not.toContain('камеру')
  })

  it('L73 has none where a person wants it without, and asks nobody to point a camera then', () => {
    const [bare, usual] = [front([box({ kind: 'join', code: false }, 3, 21)]), front([box({ kind: 'join' }, 3, 21)])]
    const codes = (page: PageDisplay | undefined) =>
      (page?.items ?? []).filter((item) => item.kind === 'rectangle' && item.ink === 'paper').length
    expect([codes(bare), codes(usual)]).toEqual([0, 1])
    expect(words(bare, 'join')).toContain('eseur.ru/join')
    expect(words(bare, 'join')).not.toContain('камеру')
    expect(words(usual, 'join')).toContain('камеру')
  })
})
