import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FindQuery, findText, replacementFor, toPattern } from '../../../src/shared/language/find/find-text.ts'

const asked = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  ...{ text, wholeWords: false, matchCase: false, yoIsYe: true, regexp: false },
  ...more,
})
const found = (text: string, query: FindQuery) => findText(text, query).map(({ from, to }) => text.slice(from, to))
const replaced = (text: string, query: FindQuery, by: string) =>
  [...findText(text, query)]
    .reverse()
    .reduce((now, match) => now.slice(0, match.from) + replacementFor(match, by, query.regexp) + now.slice(match.to), text)

describe('finding in a text (Z1, Z2)', () => {
  const text = 'Ёлка у школы. елка, ёлочный базар; Школа\u00a0№ 5'

  it('takes «ё» for «е» and capitals for small letters, unless told otherwise', () => {
    expect(found(text, asked('елка'))).toEqual(['Ёлка', 'елка'])
    expect(found(text, asked('елка', { yoIsYe: false }))).toEqual(['елка'])
    expect(found(text, asked('Елка', { matchCase: true }))).toEqual(['Ёлка'])
  })

  it('knows where Russian words end', () => {
    expect(found(text, asked('школ'))).toEqual(['школ', 'Школ'])
    expect(found(text, asked('школ', { wholeWords: true }))).toEqual([])
    expect(found(text, asked('школа', { wholeWords: true }))).toEqual(['Школа'])
    expect(found('профсоюз-профсоюз', asked('профсоюз', { wholeWords: true }))).toHaveLength(2)
  })

  it('takes signs as they are, and a no-break space for a space', () => {
    expect(found('1 (2) 1+1', asked('1+1'))).toEqual(['1+1'])
    expect(found(text, asked('Школа №'))).toEqual(['Школа\u00a0№'])
  })

  it('finds what a regular expression means, and nothing by one that is none', () => {
    expect(found('№ 5, № 17', asked('\\d+', { regexp: true }))).toEqual(['5', '17'])
    expect(toPattern(asked('(', { regexp: true }))).toBeNull()
    expect(found('абв', asked('x*', { regexp: true }))).toEqual([])
  })

  it('puts the groups into the replacement, and plain words as they are', () => {
    expect(replaced('Иванов Пётр', asked('(\\p{L}+) (?<имя>\\p{L}+)', { regexp: true }), '$<имя> $1, $$5')).toBe(
      'Пётр Иванов, $5',
    )
    expect(replaced('цена 5', asked('5'), '$1')).toBe('цена $1')
  })

  it('finds every place of plain words, whatever their signs', () => {
    const letters = fc.string({ unit: fc.constantFrom('а', 'е', 'ё', 'Е', ' ', '\u00a0', '.', '(', '$', '\\', '-', ']') })
    fc.assert(
      fc.property(letters, letters, (before, wanted) => {
        const query = asked(wanted, { matchCase: true, yoIsYe: false })
        const all = found(`${before}${wanted}`, query)
        expect(all.length > 0).toBe(wanted !== '')
        for (const one of all) expect(one.replaceAll('\u00a0', ' ')).toBe(wanted.replaceAll('\u00a0', ' '))
      }),
    )
  })
})
