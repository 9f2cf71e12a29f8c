import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hyphenationPoints, lastResortPoints } from '../../../src/layout/text/hyphenation.ts'
import { hyphenationExceptions } from '../../../src/layout/text/hyphenation-exceptions.ts'
import { lastResortBreaks, tokenBreaks } from '../../../src/layout/text/token-breaks.ts'

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

  it('L165 leaves two letters and a vowel on each side wherever a word can be divided at all', () => {
    const word = fc.string({ unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'), minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(word, (text) => {
        const all = lastResortPoints(text)
        for (const at of all) {
          for (const part of [text.slice(0, at), text.slice(at)]) {
            expect(part.length).toBeGreaterThanOrEqual(2)
            expect(part).toMatch(/[аеёиоуыэюя]/)
          }
          expect(text.charAt(at)).not.toMatch(/[ьъй]/)
        }
      }),
    )
  })

  it.each([
    ['Москве', 'Мо-с-к-ве'],
    ['июня', 'ию-ня'],
    ['подъезд', 'подъ-езд'],
    ['предлагает', 'пред-ла-га-ет'],
    ['46-летний', '46|лет-ний'],
    ['Сочи-2014', 'Со-чи|2014'],
    ['О.Топалов', 'О.То-па-лов'],
    ['указов.Присутствовавший', 'ука-зов.|При-сут-ство-вав-ший'],
    ['ВКонтакте', 'ВКон-так-те'],
    ['Republicain', 'Repu-bli-cain'],
    ['Software', 'Soft-ware'],
    ['ЮНЕСКО', 'ЮНЕСКО'],
    ['А.Б.Ким', 'А.Б.Ким'],
    ['37', '37'],
  ])('L165 divides %s, where a line would have gaps, as %s', (token, expected) => {
    const breaks = lastResortBreaks(token)
    const shown = [...token]
      .map((character, at) => {
        const found = breaks.find((each) => each.at === at)
        return `${found === undefined ? '' : found.hyphen ? '-' : '|'}${character}`
      })
      .join('')
    expect(shown.replaceAll('-|', '|')).toBe(expected)
  })

  it('L165 divides where it usually does for what it usually costs', () => {
    for (const token of ['председатель', 'социально-экономический', 'https://www.eseur.ru/chto_delat/'])
      expect(lastResortBreaks(token)).toEqual(expect.arrayContaining([...tokenBreaks(token, true)]))
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
