import { expect, test } from 'vitest'
import { setGalley } from '../../../src/layout/page/galley.ts'
import { publicationSpec } from '../../../src/layout/page/publication-spec.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { loadFaces, paragraph, sentences, story } from './issue-fixtures.ts'

const faces = loadFaces()

test('G15: the source of a quote stays with it, whether it is a pull quote or a long one', () => {
  for (const words of [8, 60]) {
    const source = paragraph('Ирина Петрова, директор школы', 'quoteSource')
    const body = [paragraph(sentences(40)), paragraph(sentences(words, 1), 'quote'), source, paragraph(sentences(40, 2))]
    const { blocks } = setGalley(story('a', body), publicationSpec(usualStyle, 5), faces)
    expect(blocks.map(({ role }) => role)).toEqual(['body', 'quote', 'quote', 'body'])
    expect(blocks.map(({ keepWithNext }) => keepWithNext)).toEqual([false, true, false, false])
  }
})
