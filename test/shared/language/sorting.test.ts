import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText, plainText } from '../../../src/shared/language/sorting.ts'

describe('the order of texts', () => {
  it('is that of a Russian dictionary: ё stands beside е, numbers go by value', () => {
    const texts = ['Яблоко', 'ёлка', 'Полоса 10', 'ель', 'еж', 'Полоса 2', '«Ежевика»', 'Жук', 'Ёж']
    expect([...texts].sort(compareText)).toEqual([
      'еж',
      'Ёж',
      '«Ежевика»',
      'ёлка',
      'ель',
      'Жук',
      'Полоса 2',
      'Полоса 10',
      'Яблоко',
    ])
  })

  it('is an order: turning a pair round turns the answer round', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => Math.sign(compareText(a, b)) === -Math.sign(compareText(b, a))))
  })
})

describe('a text as searching sees it', () => {
  it('has no case and no ё', () => {
    expect(plainText('Ещё ОТЧЁТ')).toBe('еще отчет')
  })
})
