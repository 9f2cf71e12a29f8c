import fc from 'fast-check'
import { expect, test } from 'vitest'
import { similarityOf } from '../../../src/shared/variant/similarity.ts'

const post = 'Учитель вправе взять отпуск на год. Раз в десять лет, и школа не может отказать. Спрашивайте юриста!'

test('N5 a post is wholly like itself, whatever its case, ё and punctuation', () => {
  expect(similarityOf(post, post.toUpperCase().replaceAll('.', ' —')).percent).toBe(100)
  expect(similarityOf('Ёлка стоит в школе', 'елка стоит в школе').percent).toBe(100)
})

test('N5 what repeats is named by its sentences', () => {
  const other = 'Правда ли, что директор откажет? Раз в десять лет, и школа не может отказать. Пишите нам.'
  const { percent, repeated } = similarityOf(post, other)
  expect(repeated).toEqual(['Раз в десять лет, и школа не может отказать.'])
  expect(percent).toBeGreaterThan(30)
  expect(percent).toBeLessThan(60)
})

test('N5 different words are not alike, nor the same words in another order', () => {
  expect(similarityOf(post, 'Конкурс молодых педагогов пройдёт в Казани').percent).toBe(0)
  expect(similarityOf('один два три четыре', 'четыре три два один').percent).toBe(0)
})

test('N5 likeness is a part of the whole, and an empty post is like nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 2, max: 8 }), (one, two, size) => {
      const { percent } = similarityOf(one, two, size)
      expect(percent).toBeGreaterThanOrEqual(0)
      expect(percent).toBeLessThanOrEqual(100)
      expect(similarityOf('', two, size)).toEqual({ percent: 0, repeated: [] })
    }),
  )
})
