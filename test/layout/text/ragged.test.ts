import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakRagged, fitHeadline } from '../../../src/layout/text/ragged.ts'
import { typograph } from '../../../src/layout/text/typograph.ts'
import { drawn, faces, flattened, joined } from './setting.ts'

const headlines = [
  'Наставник должен быть рядом с молодым учителем',
  'Отраслевое соглашение: что изменится для педагогов и студентов',
  'Кто защитит учителя?',
  'За честный договор и против серых схем',
  '«Мы своих не бросаем» - Иванов А. Б. о работе в комиссии',
  'О чём спорили в г. Москве 12 ноября 2026 г.',
].map(typograph)
const bold = (text: string) => [{ text, font: 'serifBold' as const, href: null }]
const ragged = (text: string, width: number, align: 'left' | 'centre' = 'left') =>
  breakRagged(bold(text), { faces, size: 24, width, hyphenate: false, align })

describe('breakRagged', () => {
  it('L15 sets every word whole, and no line ends after a word of one or two letters', () => {
    for (const text of headlines)
      for (const width of [220, 260, 300, 420, 700]) {
        const lines = ragged(text, width)
        expect(joined(lines)).toBe(flattened(text))
        for (const line of lines) {
          expect(line.hyphenated).toBe(false)
          expect(line.scale).toBe(1)
          expect(line.x + line.width).toBeLessThanOrEqual(width + 0.3 * 24)
        }
        for (const line of lines.slice(0, -1)) {
          expect(drawn(line)).toMatch(/ $/)
          expect(drawn(line)).not.toMatch(/(?:^|[ «])\p{L}{1,2} $/u)
        }
        for (const line of lines.slice(1)) expect(drawn(line)).not.toMatch(/^[—–]/)
      }
  })

  it('L15 bans the short word at the line end also where the author left a plain space', () => {
    for (let width = 150; width < 400; width += 7)
      for (const line of ragged('Пришли в школу и к детям на праздник', width).slice(0, -1))
        expect(drawn(line)).not.toMatch(/(?:^| )(?:в|и|к|на) $/)
  })

  it('L15 takes the fewest lines and evens them out', () => {
    const even = ragged('Слово слово слово слово слово слово', 280)
    expect(even.map((line) => drawn(line).trim().split(' ').length)).toEqual([3, 3])
  })

  it('L15 leaves no short word alone at the end where it can be helped', () => {
    const set = (text: string, width: number) => ragged(text, width).map((line) => drawn(line).trim())
    expect(set('школы форум учителя', 260)).toEqual(['школы', 'форум учителя'])
    expect(set('соглашение преподаватели права договор школы', 240)).toEqual([
      'соглашение',
      'преподаватели',
      'права',
      'договор школы',
    ])
  })

  it('L15 divides only what is wider than the column', () => {
    const lines = ragged('Сверхдлинноесловобезпробеловсовсем да', 200)
    expect(joined(lines)).toBe('Сверхдлинноесловобезпробеловсовсем да')
    expect(lines[0]?.hyphenated).toBe(true)
    for (const line of lines) expect(line.x + line.width).toBeLessThanOrEqual(200 + 0.3 * 24)
  })

  it('L15 loses nothing of any text at any width', () => {
    const width = fc.double({ min: -10, max: 500, noNaN: true })
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абвгд «»—-.,1 \u00a0'), maxLength: 80 }), width, (text, wide) => {
        expect(joined(ragged(text, wide)).replaceAll(' ', '')).toBe(flattened(text).replaceAll(' ', ''))
      }),
      { numRuns: 300 },
    )
  })

  it('L15 centres lines and hangs opening quotes out at the left', () => {
    for (const line of ragged(headlines[0] ?? '', 300, 'centre')) expect(line.x).toBeCloseTo((300 - line.width) / 2, 6)
    expect(ragged('«Слово»', 300)[0]?.x).toBeLessThan(0)
  })
})

describe('fitHeadline', () => {
  const options = { faces, font: 'serifBold' as const, sizes: [20, 26, 34, 44], width: 300, maxLines: 3 }

  it('L16 takes the largest size at which the headline stands in its lines', () => {
    for (const text of headlines) {
      const fitted = fitHeadline(text, options)
      expect(options.sizes).toContain(fitted.size)
      expect(joined(fitted.lines)).toBe(flattened(text))
      expect(fitted.fits).toBe(true)
      expect(fitted.lines.length).toBeLessThanOrEqual(3)
      for (const line of fitted.lines) expect(line.size).toBe(fitted.size)
    }
  })

  it('L16 takes a smaller size where the largest leaves a line much shorter than the others', () => {
    const uneven = fitHeadline('труд форум вузы', { ...options, sizes: [44] })
    expect(uneven.fits).toBe(true)
    expect(uneven.lines.map((line) => drawn(line).trim())).toEqual(['труд', 'форум вузы'])
    expect(fitHeadline('труд форум вузы', options).size).toBe(34)
  })

  it('L16 says when nothing fits, and sets the words all the same', () => {
    const long = headlines.join(' ')
    const fitted = fitHeadline(long, { ...options, maxLines: 2 })
    expect(fitted.fits).toBe(false)
    expect(fitted.size).toBe(20)
    expect(joined(fitted.lines)).toBe(flattened(long))
    expect(fitHeadline('', options).lines).toEqual([])
  })
})
