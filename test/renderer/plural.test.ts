import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines as englishLines } from '../../src/renderer/i18n/en/nouns.ts'
import { plural } from '../../src/renderer/i18n/plural.ts'
import { lines } from '../../src/renderer/i18n/ru/nouns.ts'
import { form } from '../../src/shared/language/plural.ts'

describe('a number with its noun', () => {
  it.each([
    [0, '0 строк'],
    [1, '1 строка'],
    [2, '2 строки'],
    [4, '4 строки'],
    [5, '5 строк'],
    [11, '11 строк'],
    [12, '12 строк'],
    [14, '14 строк'],
    [21, '21 строка'],
    [22, '22 строки'],
    [111, '111 строк'],
    [1.5, '1,5 строки'],
    [-3, '-3 строки'],
  ])('writes %d as «%s»', (count, written) => {
    expect(plural(count, lines).replaceAll('\u00a0', ' ')).toBe(written)
  })

  it.each([
    [0, '0 lines'],
    [1, '1 line'],
    [2, '2 lines'],
    [21, '21 lines'],
    [-1, '-1 line'],
    [1.5, '1.5 lines'],
    [12_400, '12,400 lines'],
  ])('writes %d in English as “%s”', (count, written) => {
    expect(plural(count, englishLines).replaceAll('\u00a0', ' ')).toBe(written)
  })

  it('keeps the number and its noun on one line', () => {
    expect(plural(12_400, lines)).not.toContain(' ')
  })

  it('depends only on the last two digits and never on the sign', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (count) => {
        const same = form(count, lines)
        expect(form((count % 100) + 100, lines)).toBe(same)
        expect(form(-count, lines)).toBe(same)
      }),
    )
  })
})
