import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TypographyRule, typographyRules } from '../../../src/shared/language/typography/draft.ts'
import { asTyped, typographyChanges, withChanges } from '../../../src/shared/language/typography/typography.ts'

const set = (text: string, rules?: readonly TypographyRule[]) =>
  withChanges(text, typographyChanges(text, rules)).replaceAll('\u00a0', '_')

const cases: readonly (readonly [string, string])[] = [
  // Quotation marks, one within another; inches.
  ['Газета "Мой Профсоюз" вышла', 'Газета «Мой Профсоюз» вышла'],
  ['"Акция "За достойный труд" прошла"', '«Акция „За_достойный труд“ прошла»'],
  ['«Акция «За труд» прошла»', '«Акция „За_труд“ прошла»'],
  ['“Единая Россия”, („Труд“)', '«Единая Россия», («Труд»)'],
  ['экран 15" и 27"', 'экран 15" и_27"'],
  ['премия "Учитель - 2026"', 'премия «Учитель_— 2026»'],
  // Dashes, ranges, minus.
  ['Москва - столица', 'Москва_— столица'],
  ['- Да, - сказал он.', '—_Да,_— сказал он.'],
  ['«Не знаю»,- сказал он.', '«Не_знаю»,_— сказал он.'],
  ['«Кто?»- спросил он,-и вышел.', '«Кто?»_— спросил он,_— и_вышел.'],
  ['кое-что, «Сапсан»-2', 'кое-что, «Сапсан»-2'],
  ['Профсоюз -- это люди', 'Профсоюз_— это люди'],
  ['в 1941-1945 годах', 'в_1941–1945_годах'],
  ['мороз -25', 'мороз −25'],
  ['кто-то из-за угла', 'кто-то из-за угла'],
  // Ellipsis and spaces.
  ['Ну...', 'Ну…'],
  ['Как?...', 'Как?..'],
  ['два  пробела , и  запятая', 'два пробела, и_запятая'],
  [' края ', 'края'],
  // What must not part.
  ['в школе № 5 и №17', 'в_школе №_5 и_№_17'],
  ['§ 12', '§_12'],
  ['И. И. Иванов и А.С.Пушкин', 'И._И._Иванов и_А._С._Пушкин'],
  ['Иванов И.И.', 'Иванов_И._И.'],
  ['и т.д. и т. п.', 'и_т._д. и_т._п.'],
  ['сказал бы', 'сказал_бы'],
  ['г. Москва, ул. Ленина', 'г._Москва, ул._Ленина'],
  // Figures.
  ['25000 рублей', '25_000_рублей'],
  ['1 250 000 руб.', '1_250_000_руб.'],
  ['23 ноября 2026 года', '23_ноября 2026_года'],
  ['рост 5 %', 'рост 5_%'],
  ['XX век', 'XX_век'],
  // The letter «ё» where it is certain.
  ['Еще отчет ее партнеров', 'Ещё отчёт её партнёров'],
  ['все небо узнает', 'все небо узнает'],
]

const kept = [
  'см. https://eseur.ru/novosti-2026-12--5/index...html',
  'почта: press--office@eseur.ru',
  'eseur.ru/a--b',
  '+7 495 938-87-77',
  '8-800-555-35-35',
  'приказ 273-ФЗ',
  '2026-11-23',
  'файл plan_2026-11.docx',
  'ИНН 7736021880',
  '119119, Москва',
  '№_12345',
  '#Профсоюз_2026',
  'ячейка\tячейка',
]

describe('typography of a text (Z4)', () => {
  it.each(cases)('%s → %s', (from, to) => {
    expect(set(from)).toBe(to)
  })

  it.each(kept)('leaves alone: %s', (text) => {
    expect(set(text.replaceAll('_12345', '\u00a012345'))).toBe(text)
  })

  it('changes only what the chosen rules ask for', () => {
    expect(set('"Еще" - да', ['yo'])).toBe('"Ещё" - да')
    expect(set('"Еще" - да', ['quotes'])).toBe('«Еще» - да')
  })

  it('names only the letters that change', () => {
    expect(typographyChanges('газета "Труд"')).toEqual([
      { from: 7, to: 8, insert: '«', rule: 'quotes' },
      { from: 12, to: 13, insert: '»', rule: 'quotes' },
    ])
  })

  const pieces = fc.constantFrom(
    ...['"', '«', '»', '„', '“', '”', '-', '--', '–', '—', ' ', '  ', '\u00a0', '.', '..', '...', ',', '?', '!', '(', ')', '/'],
    ...[
      '№',
      '§',
      '%',
      '5',
      '47',
      '1941',
      '25000',
      '100',
      'в',
      'не',
      'бы',
      'И',
      'А.',
      'Иванов',
      'т.',
      'д.',
      'руб',
      'еще',
      '\t',
      '\n',
    ],
    ...['слово', 'года', 'eseur.ru', '@', '#', '+7', '_', 'XX', 'век', '23', 'ноября', ':', '−'],
  )
  const textOf = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''))

  it('has nothing to add to what it has made of a text', () => {
    const chosen = fc.uniqueArray(fc.constantFrom(...typographyRules))
    fc.assert(
      fc.property(textOf, chosen, (text, rules) => {
        const once = withChanges(text, typographyChanges(text, rules))
        expect(typographyChanges(once, rules)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps every word, figure, cell and paragraph', () => {
    const essence = (text: string) => text.replaceAll('ё', 'е').replace(/[^\p{L}\p{N}\t\n]/gu, '')
    fc.assert(
      fc.property(textOf, (text) => {
        expect(essence(withChanges(text, typographyChanges(text)))).toBe(essence(text))
      }),
    )
  })
})

describe('typography as one types (Z5)', () => {
  it.each([
    ['', '"', { remove: 1, insert: '«' }],
    ['газета ', '"', { remove: 1, insert: '«' }],
    ['газета «Труд', '"', { remove: 1, insert: '»' }],
    ['газета «Дом ', '"', { remove: 1, insert: '„' }],
    ['газета «Дом „Труд', '"', { remove: 1, insert: '“' }],
    ['экран 15', '"', null],
    ['Ну..', '.', { remove: 3, insert: '…' }],
    ['Москва -', ' ', { remove: 3, insert: '\u00a0— ' }],
    ['-', ' ', { remove: 2, insert: '—\u00a0' }],
    ['кто-', ' ', null],
    ['слово', ' ', null],
    ['http://a.ru/..', '.', null],
  ] as const)('«%s» and %s', (before, typed, change) => {
    expect(asTyped(before, typed)).toEqual(change)
  })
})
