import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorSchema, authorsOf, isSignedBy } from '../../../src/shared/author/author.ts'
import { lineageOf } from '../../../src/shared/author/lineage.ts'

const card = (name: string, ...alsoSigns: readonly string[]) => authorSchema.parse({ id: name, name, alsoSigns })

describe('a byline', () => {
  it('Q15: names authors as a whole, under any of their names', () => {
    expect(isSignedBy(card('Нина Белозёрова'), 'НИНА БЕЛОЗЕРОВА, Верхняя Кема')).toBe(true)
    expect(isSignedBy(card('Анна Ли'), 'Анна Липова')).toBe(false)
    expect(isSignedBy(card('Анна Ли'), 'Анна Липова и Анна Ли')).toBe(true)
    expect(isSignedBy(card('Галина Пашкова', 'Г. Пашкова'), 'Записала Г. Пашкова')).toBe(true)
  })

  it('Q15: without a card stands for whoever is before its first comma', () => {
    expect(authorsOf('Олег Сазонов, Новосибирск', [card('Нина Белозёрова')])).toEqual(['Олег Сазонов'])
    expect(authorsOf('', [])).toEqual([])
    expect(authorsOf('Анна Ли, Иван Рой', [card('Анна Ли'), card('Иван Рой')])).toEqual(['Анна Ли', 'Иван Рой'])
  })
})

describe('the lineage', () => {
  it('Q16: shares a story among its authors, and the shares make the whole', () => {
    const story = { article: 'a', headline: '', page: 1, characters: 1001 }
    expect(
      lineageOf([
        { ...story, authors: ['Б', 'А'], lines: 5 },
        { ...story, authors: [], lines: 2 },
      ]),
    ).toEqual([
      { author: 'Б', stories: 1, lines: 3, characters: 501 },
      { author: '', stories: 1, lines: 2, characters: 1001 },
      { author: 'А', stories: 1, lines: 2, characters: 500 },
    ])
  })

  it('Q16: loses no line', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            ...{ article: fc.string(), headline: fc.string(), page: fc.nat(), lines: fc.nat(9999), characters: fc.nat(99_999) },
            authors: fc.uniqueArray(fc.constantFrom('А', 'Б', 'В', 'Г')),
          }),
        ),
        (stories) => {
          const sum = (rows: readonly { readonly lines: number; readonly characters: number }[]) =>
            rows.reduce((total, { lines, characters }) => [(total[0] ?? 0) + lines, (total[1] ?? 0) + characters], [0, 0])
          expect(sum(lineageOf(stories))).toEqual(sum(stories))
        },
      ),
    ))
})
