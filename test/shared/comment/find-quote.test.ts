import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuote } from '../../../src/shared/comment/find-quote.ts'

test('H2 of several places the one with the remembered surroundings', () => {
  const text = 'Надбавка выросла. Надбавка осталась. Надбавка исчезла.'
  expect(findQuote(text, { quote: 'Надбавка', before: 'выросла. ', after: ' осталась' })).toBe(18)
  expect(findQuote(text, { quote: 'Надбавка', before: 'стала. ', after: ' исчезла.' })).toBe(37)
  expect(findQuote(text, { quote: 'Доплата', before: '', after: '' })).toBeNull()
})

test('H2 words that are in a text are found in it', () => {
  const words = fc.string({ minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(words, fc.string(), fc.string(), (quote, before, after) => {
      const text = before + quote + after
      const at = findQuote(text, { quote, before: before.slice(-40), after: after.slice(0, 40) })
      expect(text.slice(at ?? -1).startsWith(quote)).toBe(true)
    }),
  )
})
