import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typograph, typographRuns } from '../../../src/layout/text/typograph.ts'
import { stories } from './stories.ts'

const shown = (text: string): string => typograph(text).replaceAll('\u00a0', '~')
const lettersAndDigits = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')

const newsText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '«',
        '»',
        '„',
        '“',
        ' - ',
        ' – ',
        ' — ',
        '...',
        ' ',
        '  ',
        '\u00a0',
        '\n',
        '№ ',
        ' г. ',
        ' руб.',
        '(',
        ')',
        ', ',
      ),
      fc.constantFrom('в', 'Не', 'А. ', 'Б.', 'Иванов', 'XX век', '12', '1 000 000', 'и т. д.', 'ли', 'школа', 'т. е.', '5', '-'),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''))

describe('typograph', () => {
  it('L1 keeps every letter and digit in order', () => {
    fc.assert(
      fc.property(newsText, (text) => {
        expect(lettersAndDigits(typograph(text))).toBe(lettersAndDigits(text))
      }),
      { numRuns: 400 },
    )
  })

  it('L1 changes nothing the second time', () => {
    for (const story of stories(40)) expect(typograph(typograph(story))).toBe(typograph(story))
    fc.assert(
      fc.property(newsText, (text) => {
        expect(typograph(typograph(text))).toBe(typograph(text))
      }),
      { numRuns: 400 },
    )
  })

  it('L1 treats the runs of a paragraph as one text and keeps their borders', () => {
    const cuts = fc.array(fc.nat(60), { maxLength: 4 })
    fc.assert(
      fc.property(newsText, cuts, (text, places) => {
        const borders = [0, ...places.map((at) => Math.min(at, text.length)).sort((a, b) => a - b), text.length]
        const runs = borders.slice(1).map((end, index) => ({ text: text.slice(borders[index], end) }))
        const done = typographRuns(runs)
        expect(done.map((run) => lettersAndDigits(run.text)).join('')).toBe(lettersAndDigits(text))
        expect(done).toHaveLength(runs.length)
      }),
    )
    const [first, second, third] = typographRuns([{ text: 'Он сказал: "я ' }, { text: 'против' }, { text: '" - и вышел' }])
    expect([first?.text, second?.text, third?.text]).toEqual(['Он\u00a0сказал: «я\u00a0', 'против', '»\u00a0— и\u00a0вышел'])
  })

  it.each([
    ['В школу и к нам', 'В~школу и~к~нам'],
    ['мог бы, был ли, ты же', 'мог~бы, был~ли, ты~же'],
    ['А. Б. Иванов и Петрова В. Г.', 'А.~Б.~Иванов и~Петрова~В.~Г.'],
    ['по № 5 и § 3, ст. 37, с. 12', 'по~№~5 и~§~3, ст.~37, с.~12'],
    ['из г. Москвы на ул. Ленина', 'из~г.~Москвы на~ул.~Ленина'],
    ['5 % и 36 часов, 12 ноября 2026 г.', '5~% и~36~часов, 12~ноября 2026~г.'],
    ['1 240 000 руб. и 3 млн рублей', '1~240~000~руб. и~3~млн~рублей'],
    ['17 территориальных, 43 сенатора, 5 министров, 196 стран', '17 территориальных, 43 сенатора, 5 министров, 196 стран'],
    ['5 м, 3 т зерна, 10 мин, 7 с', '5~м, 3~т~зерна, 10~мин, 7~с'],
    ['XXI век, VIII съезд', 'XXI~век, VIII~съезд'],
    ['школы, вузы и т. д., т. е. все', 'школы, вузы и~т.~д., т.~е. все'],
  ])('L2 puts no-break spaces: %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it.each([
    ['Газета "Мой Профсоюз"', 'Газета «Мой Профсоюз»'],
    ['"Газета "Среда" вышла"', '«Газета „Среда“ вышла»'],
    ['«Газета "Среда" вышла»', '«Газета „Среда“ вышла»'],
    ['("да"), "нет"', '(«да»), «нет»'],
    ['“как есть”', '“как есть”'],
    ['труба 5" и всё', 'труба 5" и~всё'],
  ])('L3 turns straight quotes: %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it.each([
    ['он - учитель', 'он~— учитель'],
    ['труд – это', 'труд~— это'],
    ['- Да, - сказал он', '—~Да,~— сказал он'],
    ['кто-то из 10-15 человек', 'кто-то из~10-15~человек'],
    ['подумал...  и ушёл', 'подумал… и~ушёл'],
  ])('L4 turns hyphens into dashes: %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })
})
