import { describe, expect, it } from 'vitest'
import { isFound } from '../../src/renderer/app/palette.ts'

describe('what «Найти или выполнить» finds', () => {
  it.each([
    ['Отпуск длиной в год', 'отп год'],
    ['Отпуск длиной в год', 'ГОД отпуск'],
    ['Ещё раз о нагрузке', 'еще'],
    ['Ещё раз о нагрузке', 'Ещё'],
    ['Полоса 12', ''],
    ['Полоса 12', '  12 '],
  ])('«%s» by «%s»', (entry, typed) => {
    expect(isFound(entry, typed)).toBe(true)
  })

  it('needs every word', () => {
    expect(isFound('Отпуск длиной в год', 'отпуск месяц')).toBe(false)
  })
})
