import { expect, test } from 'vitest'
import { quoted } from '../../../src/shared/language/quoted.ts'

test('кавычки внутри названия становятся лапками', () => {
  expect(quoted('Читаем вслух')).toBe('«Читаем вслух»')
  expect(quoted('«Штурвал один, а руки четыре»')).toBe('«„Штурвал один, а руки четыре“»')
  expect(quoted('Конкурс «Профсоюзный репортёр»')).toBe('«Конкурс „Профсоюзный репортёр“»')
})
