import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MarkupLine, readMarkup, writeMarkup } from '../../../src/shared/variant/markup.ts'

const words = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('**', '_', '[a](https://b.ru)', '\\', '*_[]()', '> '))
  .map((text) => text.replace(/[\r\n]/g, ' '))
const run = fc.record({
  text: words,
  bold: fc.boolean(),
  italic: fc.boolean(),
  href: fc.option(fc.constantFrom('https://eseur.ru/', 'https://a.ru/?x=1&y=(2)'), { freq: 3 }),
})
const line: fc.Arbitrary<MarkupLine> = fc
  .record({ runs: fc.array(run, { minLength: 1, maxLength: 5 }), quote: fc.boolean(), tight: fc.boolean() })
  .filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''))

/** Every character with its style: what a reader sees, however it is cut into runs. */
const seen = (lines: readonly MarkupLine[]) =>
  lines.map(({ runs, quote }) => ({
    quote,
    letters: runs.flatMap(({ text, bold, italic, href }) =>
      [...text].map((letter) => `${letter} ${bold} ${italic} ${href?.replace('(2)', '%282%29')}`),
    ),
  }))

test('N1 what is written in the markup of variants reads back with its emphasis, links and quotes', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      expect(seen(readMarkup(writeMarkup(lines)))).toEqual(seen(lines))
    }),
  )
})

test('N1 any text is good markup, and none of its words are lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const letters = (all: string) => all.replace(/[^\p{L}\p{N}]/gu, '')
      const read = readMarkup(text).flatMap(({ runs }) => runs.map((each) => each.text + (each.href ?? '')))
      expect(letters(read.join(''))).toBe(letters(text))
    }),
  )
})

test('N1 the markup as people write it', () => {
  expect(readMarkup('**Отпуск** на __год__\nи [закон](https://a.ru/1)\n\n> Сказано: 2 * 2 = 4, ** и [так]')).toEqual([
    {
      quote: false,
      tight: false,
      runs: [
        { text: 'Отпуск', bold: true, italic: false, href: null },
        { text: ' на ', bold: false, italic: false, href: null },
        { text: 'год', bold: false, italic: true, href: null },
      ],
    },
    {
      quote: false,
      tight: true,
      runs: [
        { text: 'и ', bold: false, italic: false, href: null },
        { text: 'закон', bold: false, italic: false, href: 'https://a.ru/1' },
      ],
    },
    {
      quote: true,
      tight: false,
      runs: [{ text: 'Сказано: 2 * 2 = 4, ** и [так]', bold: false, italic: false, href: null }],
    },
  ])
})
