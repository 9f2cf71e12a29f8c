import { expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { composeHead } from '../../../src/layout/page/head.ts'
import { publicationSpec } from '../../../src/layout/page/publication-spec.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { issue, loadFaces, paragraph, placementsOf, sentences, story } from './issue-fixtures.ts'

const faces = loadFaces()
const spec = publicationSpec(usualStyle, 5)

/** Where heads of stories without photos stand in their zones, in points; pages of many lengths, so of much and little spare. */
const heads = Array.from({ length: 12 }, (_, seed) => {
  const stories = Array.from({ length: 3 + (seed % 3) }, (_, i) =>
    story(
      `s${i}`,
      Array.from({ length: 4 + ((seed * 5 + i * 7) % 9) }, (_, k) => paragraph(sentences(30 + ((seed + k) % 20), seed + i + k))),
      { headline: sentences(3 + ((seed + i) % 5), seed + i).slice(0, -1), kicker: '' },
    ),
  )
  return layOutIssue(issue(stories, placementsOf(stories.map(({ id }) => [id, 2]))), faces).pages[1]
}).flatMap((page) =>
  (page?.zones ?? []).map((zone) => {
    const texts = (page?.items ?? []).flatMap((item) => (item.kind === 'text' && item.tag.article === zone.article ? [item] : []))
    const headline = texts.find(({ tag }) => tag.role === 'headline')
    const byline = texts.find(({ tag }) => tag.role === 'byline')
    const first = Math.min(...texts.flatMap(({ tag, y }) => (tag.role === 'body' ? [y] : [])))
    if (headline === undefined || byline === undefined) throw new Error('a head is not whole')
    const capitals = faces.face(spec.headline.font).capHeight * headline.size
    const row = first - spec.baseline
    const last = texts.findLast(({ tag }) => tag.role === 'headline')?.y ?? 0
    const between = byline.y - last - byline.size - 5 - headline.size * 0.14
    return { zone, between, above: headline.y - capitals - zone.y, below: row - byline.y - byline.size * 0.2 - 5 }
  }),
)

it('L150 over the width of the page what is left of its rows stands above and below a head alike', () => {
  const wide = heads.filter(({ zone }) => zone.span === spec.columns)
  expect(wide.some(({ below }) => below > 6)).toBe(true)
  for (const { above, below } of wide) expect(above).toBeCloseTo(below, 4)
})

it('L150 headlines side by side stay level, and a third of what is left stands above their bylines', () => {
  const narrow = heads.filter(({ zone }) => zone.span < spec.columns)
  expect(narrow.length).toBeGreaterThan(5)
  expect(narrow.some(({ below }) => below > 6)).toBe(true)
  for (const { above, between, below } of narrow) {
    expect(above).toBeCloseTo(0, 4)
    expect(between).toBeCloseTo(below / 2, 4)
  }
})

it('L151 a kicker that does not go beside its rubric stands under it, and no line begins with the dot', () => {
  const over = (kicker: string): readonly string[] => {
    const head = composeHead(
      { rubric: 'Профсоюзная жизнь', kicker, headline: 'Что обещали', deck: '', byline: '' },
      spec,
      faces,
      { span: 1, importance: 'second', step: 0, continued: null },
    )
    return head.lines.flatMap(({ line, role }) =>
      role === 'kicker'
        ? [
            line.segments
              .flatMap(({ clusters }) => clusters)
              .join('')
              .trim(),
          ]
        : [],
    )
  }
  expect(over('Итог')).toEqual(['Профсоюзная жизнь · Итог'])
  expect(over('Проверка обещаний')).toEqual(['Профсоюзная жизнь', 'Проверка обещаний'])
})
