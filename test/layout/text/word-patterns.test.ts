import { describe, expect, it } from 'vitest'
import { patternPoints } from '../../../src/layout/text/word-patterns.ts'

const divided = (word: string) => {
  const points = patternPoints(word)
  return [0, ...points].map((from, i) => word.slice(from, points[i])).join('-')
}

describe('patterns of words', () => {
  it.each([
    ['профсоюз', 'проф-со-юз'],
    ['учитель', 'учи-тель'],
    ['заработная', 'за-ра-бот-ная'],
    ['образование', 'об-ра-зо-ва-ние'],
    ['вблизи', 'вбли-зи'],
  ])('L96 %s', (word, parts) => {
    expect(divided(word)).toBe(parts)
  })

  it('L96 a word of consonants is left whole', () => {
    expect(patternPoints('вздрмст')).toEqual([])
  })
})
