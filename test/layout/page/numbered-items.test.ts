import { expect, test } from 'vitest'
import { setGalley } from '../../../src/layout/page/galley.ts'
import { publicationSpec } from '../../../src/layout/page/publication-spec.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { loadFaces, paragraph, sentences, story } from './issue-fixtures.ts'

const faces = loadFaces()

test('G17: numbers hang in front of their items, point under point, as far in as the longest needs', () => {
  const items = (count: number) => Array.from({ length: count }, (_, at) => paragraph(sentences(12, at), 'numberedItem'))
  const body = [paragraph(sentences(20)), ...items(10), paragraph(sentences(20, 1)), ...items(2)]
  const { blocks } = setGalley(story('a', body), publicationSpec(usualStyle, 5), faces)
  const hanging = blocks.flatMap((block) => (block.hanging ? [{ ...block.hanging, inset: block.inset }] : []))
  expect(hanging.map(({ text }) => text)).toEqual([...Array.from({ length: 10 }, (_, at) => `${at + 1}.`), '1.', '2.'])
  const [long, short] = [new Set(hanging.slice(0, 10).map(({ end }) => end)), new Set(hanging.slice(10).map(({ end }) => end))]
  expect([long.size, short.size]).toEqual([1, 1])
  expect(Math.max(...long)).toBeGreaterThan(Math.max(...short))
  expect(hanging.every(({ end, inset }) => inset > end)).toBe(true)
})
