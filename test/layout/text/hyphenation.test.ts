import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hyphenationPoints } from '../../../src/layout/text/hyphenation.ts'
import { hyphenationExceptions } from '../../../src/layout/text/hyphenation-exceptions.ts'
import { tokenBreaks } from '../../../src/layout/text/token-breaks.ts'

const divided = (word: string): string => {
  const points = [0, ...hyphenationPoints(word), word.length]
  return points
    .slice(1)
    .map((end, index) => word.slice(points[index], end))
    .join('-')
}
const cut = (token: string): readonly string[] => {
  const points = [0, ...tokenBreaks(token, true).map(({ at }) => at), token.length]
  return points.slice(1).map((end, index) => token.slice(points[index], end))
}

describe('hyphenation', () => {
  it.each(['пред-се-да-тель', 'за-ра-бот-ная', 'подъ-езд', 'май-ор', 'рай-он', 'спец-служ-ба'])('L5 divides %s', (word) => {
    expect(divided(word.replaceAll('-', ''))).toBe(word)
  })

  it.each(['ЕГЭ', 'МИНПРОС', 'МГУшный', 'дом', 'мама', 'Moscow', 'взрыв'])('L5 leaves %s whole', (word) => {
    expect(divided(word)).toBe(word)
  })

  it('L5 leaves two letters and a vowel on each side of every division', () => {
    const word = fc.string({ unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'), minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(word, (text) => {
        for (const at of hyphenationPoints(text))
          for (const part of [text.slice(0, at), text.slice(at)]) {
            expect(part.length).toBeGreaterThanOrEqual(2)
            expect(part).toMatch(/[аеёиоуыэюя]/)
          }
      }),
    )
  })

  it('L5 puts the exceptions before the patterns, in words with a capital and with endings too', () => {
    for (const exception of hyphenationExceptions) {
      const beginning = exception.slice(0, exception.lastIndexOf('-') + 1)
      for (const ending of ['', 'ами', 'ского']) {
        const word = `${exception.replaceAll('-', '')}${ending}`
        expect(divided(word).startsWith(beginning), word).toBe(true)
        expect(divided(word.charAt(0).toUpperCase() + word.slice(1)).toLowerCase()).toBe(divided(word))
      }
    }
    expect(divided('Роспотребнадзором')).toBe('Рос-потреб-над-зо-ром')
  })

  it('L5 divides at a hyphen the author wrote without drawing another', () => {
    const point = tokenBreaks('кто-нибудь', false)
    expect(point.map(({ at, hyphen }) => [at, hyphen])).toEqual([[4, false]])
    expect(tokenBreaks('46-летний', false)).toEqual([])
    expect(tokenBreaks('К-фактор', false)).toEqual([])
  })

  it('L5 divides addresses without a hyphen and never by syllables', () => {
    expect(cut('https://www.eseur.ru/chto_delat/pomoshch.html')).toEqual([
      'https://',
      'www',
      '.eseur',
      '.ru/',
      'chto_',
      'delat/',
      'pomoshch',
      '.html',
    ])
    expect(tokenBreaks('редакция@профсоюз.рф', true).every(({ hyphen }) => !hyphen)).toBe(true)
  })
})
