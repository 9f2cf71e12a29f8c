import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSegments } from '../../../src/backend/search/merge-segments.ts'
import { parseQuery } from '../../../src/backend/search/query.ts'
import { formAt, formCount, type Segment } from '../../../src/backend/search/segment.ts'
import { segmentBuilder } from '../../../src/backend/search/segment-builder.ts'
import { decodeSegment, encodeSegment } from '../../../src/backend/search/segment-file.ts'
import { weigh } from '../../../src/backend/search/weigh.ts'
import { articleWith } from './article-texts.ts'

const words = ['отпуск', 'отпуска', 'Ёлка', 'елка', 'на', '№ 5', '2026', 'Telegram', 'ё-моё', 'право', 'за́мок', '🙂']
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((chosen) => chosen.join(' '))
const article = fc.record({ headline: text, paragraphs: fc.array(text, { minLength: 1, maxLength: 4 }) })
const articles = fc.array(article, { maxLength: 8 })

const segmentOf = (list: readonly { headline: string; paragraphs: string[] }[], first = 0): Segment => {
  const builder = segmentBuilder()
  for (const [i, { headline, paragraphs }] of list.entries())
    builder.add(`article-${first + i}`, `hash-${first + i}`, articleWith(paragraphs, { headline }))
  return builder.build()
}

/** What a segment knows, apart from how it is written. */
const described = (segment: Segment) => ({
  articles: segment.articles,
  forms: Array.from({ length: formCount(segment) }, (_, i) => formAt(segment, i)),
  stems: [...segment.stemLengths],
  postings: [...segment.postings],
  starts: [...segment.postingStarts],
  positions: [...segment.positions],
})

const finish = <T>(work: Generator<undefined, T>): T => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

describe('segments', () => {
  it('are read back as they were written (rule F8)', () => {
    fc.assert(
      fc.property(articles, fc.nat(3), (list, shift) => {
        const segment = segmentOf(list)
        const bytes = encodeSegment(segment)
        // A reader may hand the bytes out of the middle of something larger.
        const larger = new Uint8Array(bytes.length + shift)
        larger.set(bytes, shift)
        const read = decodeSegment(larger.subarray(shift))
        expect(read && described(read)).toEqual(described(segment))
      }),
    )
  })

  it('are refused when a byte is damaged or missing (rule F9)', () => {
    fc.assert(
      fc.property(articles, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, where, by) => {
        const bytes = encodeSegment(segmentOf(list))
        const at = where % bytes.length
        const flipped = bytes.slice()
        flipped[at] = (flipped[at] ?? 0) ^ by
        expect(decodeSegment(flipped)).toBeNull()
        expect(decodeSegment(bytes.slice(0, at))).toBeNull()
      }),
    )
  })

  it('are refused when they are anything else (rule F9)', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => decodeSegment(bytes) === null))
  })

  it('merged are the segment of all their living articles (rule F10)', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(article, fc.boolean()), { maxLength: 5 }), { maxLength: 4 }), (parts) => {
        let first = 0
        const merged = finish(
          mergeSegments(
            parts.map((part) => {
              const segment = segmentOf(
                part.map(([one]) => one),
                first,
              )
              first += part.length
              return { segment, alive: Uint8Array.from(part, ([, alive]) => (alive ? 1 : 0)) }
            }),
          ),
        )
        const builder = segmentBuilder()
        for (const [i, [{ headline, paragraphs }, alive]] of parts.flat().entries())
          if (alive) builder.add(`article-${i}`, `hash-${i}`, articleWith(paragraphs, { headline }))
        expect(described(merged)).toEqual(described(builder.build()))
      }),
    )
  })
})

describe('a phrase', () => {
  it('is found where its words stand one after another in one part, and only there (rule F3)', () => {
    const phrase = fc.array(fc.constantFrom('отпуск', 'на', 'право'), { minLength: 2, maxLength: 4 })
    const paragraph = fc.array(fc.constantFrom('отпуск', 'отпуска', 'на', 'право'), { maxLength: 8 })
    fc.assert(
      fc.property(phrase, fc.array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (wanted, list) => {
        const segment = segmentOf(list.map((part) => ({ headline: '', paragraphs: part.map((row) => row.join(' ')) })))
        const [term] = parseQuery(`«${wanted.join(' ')}»`)
        if (!term) throw new Error('нет фразы')
        const found = [...weigh(segment, term)].map((weight) => weight > 0)
        const expected = list.map((part) => part.some((row) => ` ${row.join(' ')} `.includes(` ${wanted.join(' ')} `)))
        expect(found).toEqual(expected)
      }),
    )
  })
})
