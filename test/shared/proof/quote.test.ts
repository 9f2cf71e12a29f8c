import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import type { PageDisplay } from '../../../src/shared/layout/display.ts'
import { pageWords } from '../../../src/shared/proof/page-words.ts'
import { findQuote, quoteOf } from '../../../src/shared/proof/quote.ts'
import { issue, loadFaces, paragraph, placementsOf, sentences, story } from '../../layout/page/issue-fixtures.ts'

const faces = loadFaces()

const pageOf = (...texts: readonly string[]): PageDisplay => {
  const one = story(
    'a',
    texts.map((text) => paragraph(text)),
  )
  const page = layOutIssue(issue([one], placementsOf([['a', 2]])), faces).pages[1]
  if (page === undefined) throw new Error('no page 2')
  return page
}

const text = sentences(80, 3)
const words = text.split(' ')

it('R8 words are found where they were pointed at, and again after lines moved', () => {
  const [before, after] = [pageOf(text), pageOf(sentences(30, 9), text)]
  const placed = pageWords(before).find(({ part }) => part === 'text')?.words ?? []
  fc.assert(
    fc.property(fc.nat(words.length - 1), (at) => {
      const place = placed[at]?.places[0]
      if (place === undefined) throw new Error('a word without a place')
      const quote = quoteOf(before, words[at] ?? '', { x: place.x + place.width / 2, y: place.y + place.height / 2 })
      expect(quote && findQuote(before, quote)).toEqual(placed[at]?.places)
      const found = quote && findQuote(after, quote)
      const moved = pageWords(after).find(({ part }) => part === 'text')?.words ?? []
      expect(found).toEqual(moved[moved.length - words.length + at]?.places)
    }),
    { numRuns: 60 },
  )
})

it('R8 where the words were corrected, what stands between their neighbours is shown', () => {
  const quote = quoteOf(pageOf(text), words.slice(10, 12).join(' '), null)
  const corrected = [...words.slice(0, 10), 'профсоюзного', 'комитета', ...words.slice(12)].join(' ')
  const page = pageOf(corrected)
  const placed = pageWords(page).find(({ part }) => part === 'text')?.words ?? []
  expect(quote && findQuote(page, quote)).toEqual(placed.slice(10, 12).flatMap(({ places }) => places))
  const without = pageOf([...words.slice(0, 10), ...words.slice(12)].join(' '))
  expect(quote && findQuote(without, quote)?.map(({ width }) => width)).toEqual([0])
})

it('R8 a place that is gone is nowhere', () => {
  const quote = quoteOf(pageOf(text), words.slice(10, 13).join(' '), null)
  expect(quote && findQuote(pageOf('Совсем другой короткий текст.'), quote)).toBeNull()
  expect(quoteOf(pageOf(text), 'таких слов нет', null)).toBeNull()
  expect(quoteOf(pageOf(text), ' ', null)).toBeNull()
})
