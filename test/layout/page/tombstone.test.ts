import { expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import type { PageDisplay } from '../../../src/shared/layout/display.ts'
import { issue, loadFaces, paragraph, photo, placementsOf, sentences, story } from './issue-fixtures.ts'

const faces = loadFaces()

/** Some stories of very different lengths on one page; equal seeds give equal stories. */
const pageOf = (seed: number, count: number): PageDisplay => {
  const stories = Array.from({ length: count }, (_, i) => {
    const paragraphs = Array.from({ length: 3 + ((seed * 5 + i * 7) % 9) }, (_, k) =>
      paragraph(sentences(25 + ((seed * 3 + i * 11 + k * 5) % 30), seed + i + k)),
    )
    const headline = sentences(3 + ((seed * 2 + i * 3) % 5), seed + i).slice(0, -1)
    return story(`s${i}`, [...((seed + i) % 3 === 0 ? [photo('landscape')] : []), ...paragraphs], { headline })
  })
  const { pages } = layOutIssue(issue(stories, placementsOf(stories.map(({ id }) => [id, 2]))), faces)
  const page = pages[1]
  if (page === undefined) throw new Error('no second page')
  return page
}

/** Sizes of headlines that begin side by side at one height. */
const neighbours = ({ zones, items }: PageDisplay): readonly (readonly [number, number])[] => {
  const heads = zones.flatMap((zone) => {
    const line = items.find(({ kind, tag }) => kind === 'text' && tag.role === 'headline' && tag.article === zone.article)
    return line?.kind === 'text' ? [{ zone, size: line.size, y: line.y }] : []
  })
  return heads.flatMap((left) =>
    heads.flatMap((right): readonly (readonly [number, number])[] =>
      left.zone.column + left.zone.span === right.zone.column && Math.abs(left.y - right.y) < 8 ? [[left.size, right.size]] : [],
    ),
  )
}

// Pages on which two headlines of one size stood side by side before they were told apart.
it.each([
  [19, 6],
  [33, 4],
  [34, 5],
  [47, 6],
])('L131: headlines side by side differ in size (page %i of %i stories)', (seed, count) => {
  const sizes = neighbours(pageOf(seed, count))
  for (const [one, other] of sizes) expect(Math.min(one, other)).toBeLessThanOrEqual(0.88 * Math.max(one, other))
})
