import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../src/backend/search/query.ts'
import { stemLength, wordsOf } from '../../../src/backend/search/words.ts'

const formsOf = (text: string) => wordsOf(text).map(({ form }) => form)
const stemOf = (word: string) => word.slice(0, stemLength(word))

describe('words (rule F1)', () => {
  it.each([
    ['Ёлка ещё ЗЕЛЁНАЯ', ['елка', 'еще', 'зеленая']],
    ['за́мок, про\u00ADфсоюз', ['замок', 'профсоюз']],
    ['\u0438\u0306од и йод', ['йод', 'и', 'йод']],
    ['Пресс-конференция 25.11.2026', ['пресс', 'конференция', '25', '11', '2026']],
    ['закон 273-ФЗ, 10Б класс', ['закон', '273', 'фз', '10б', 'класс']],
    ['— … «»', []],
  ])('«%s»', (text, forms) => expect(formsOf(text)).toEqual(forms))

  it('tells where a word stands, with the sign before a number', () => {
    const text = 'Приказ № 47 от'
    expect(wordsOf(text).map(({ from, to, sign }) => text.slice(sign ?? from, to))).toEqual(['Приказ', '№ 47', 'от'])
  })

  it('keeps the sign to the number right after it', () => {
    expect(wordsOf('№, 5').map(({ sign }) => sign)).toEqual([null])
    expect(wordsOf('№ а').map(({ sign }) => sign)).toEqual([null])
  })
})

describe('stems (rule F2)', () => {
  it.each([
    ['отпуск', 'отпуска', 'отпуском', 'отпусков', 'отпусками'],
    ['учитель', 'учителя', 'учителей', 'учителями'],
    ['зарплата', 'зарплаты', 'зарплатой', 'зарплат'],
    ['красивый', 'красивая', 'красивейший'],
  ])('%s and its forms', (...forms) => expect(new Set(forms.map(stemOf)).size).toBe(1))

  it('leaves Latin words and numbers alone', () => {
    expect(stemOf('telegram')).toBe('telegram')
    expect(stemOf('2026')).toBe('2026')
  })
})

describe('questions (rules F3 and F4)', () => {
  const word = (form: string, unfinished = false) => ({ kind: 'word', form, stem: stemOf(form), unfinished })

  it.each([
    ['Отпуск учителя', [word('отпуск'), word('учителя', true)]],
    ['Отпуск учителя ', [word('отпуск'), word('учителя')]],
    ['приказ № 5', [word('приказ'), word('№5', true)]],
    ['п', [word('п')]],
    ['«Право на право» тверь', [{ kind: 'phrase', forms: ['право', 'на', 'право'] }, word('тверь', true)]],
    [
      '"ещё раз" „и снова“',
      [
        { kind: 'phrase', forms: ['еще', 'раз'] },
        { kind: 'phrase', forms: ['и', 'снова'] },
      ],
    ],
    ['«право на', [word('право'), word('на', true)]],
    ['«» …', []],
  ])('«%s»', (query, terms) => expect(parseQuery(query)).toEqual(terms))
})
