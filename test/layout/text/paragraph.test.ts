import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SetLine, StyledRun } from '../../../src/layout/text/line.ts'
import { breakParagraph, paragraphVariants } from '../../../src/layout/text/paragraph.ts'
import { newspaperProfile } from '../../../src/layout/text/profile.ts'
import { rightProtrusion } from '../../../src/layout/text/protrusion.ts'
import { typograph } from '../../../src/layout/text/typograph.ts'
import { columnOf4, columnOf5, drawn, faces, flattened, fontIds, freshFaces, joined, serif } from './setting.ts'
import { stories } from './stories.ts'

const size = 9
const indent = 10
/** No character hangs out further than this. */
const hang = 0.3 * size
const news = stories(60).map(typograph)
const set = (text: string, width = columnOf5): readonly SetLine[] => breakParagraph(serif(text), { faces, size, width, indent })
const endsInHyphen = (line: SetLine): boolean => line.hyphenated || /\p{L}-$/u.test(drawn(line))
const longestLadder = (lines: readonly SetLine[]): number => {
  let longest = 0
  let run = 0
  for (const line of lines.slice(0, -1)) {
    run = endsInHyphen(line) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

const font = fc.constantFrom(...fontIds)
const href = fc.constantFrom(null, null, 'https://www.eseur.ru/')
const anyText = fc.array(
  fc.oneof(
    fc.constantFrom(
      'профессиональный',
      'союз',
      'в',
      'и',
      '№\u00a05',
      'А.\u00a0Б.\u00a0Иванов',
      '—',
      'социально-экономический',
      'ЕГЭ',
      ' ',
      '\u00a0',
    ),
    fc.constantFrom(
      'https://www.eseur.ru/chto_delat/vchera.html',
      'мало\u00adпомалу',
      '\u2009',
      '→',
      '😀',
      'а\u0301',
      'й',
      '1\u00a0000\u00a0000',
      '\u200b',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  ),
  { maxLength: 30 },
)
const anyRuns: fc.Arbitrary<readonly StyledRun[]> = fc.array(
  fc.record({ text: anyText.map((words) => words.join(' ')), font, href }),
  { maxLength: 4 },
)
/** Only what the engine itself takes away: rows of spaces become one, invisible characters and a break's hyphen draw nothing. */
const visible = (text: string): string => text.normalize('NFC').replace(/\s|\u00ad|[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f/gu, '')

describe('breakParagraph', () => {
  it('L6 sets every word once, in order', () => {
    for (const story of news)
      for (const width of [columnOf5, columnOf4, 90]) expect(joined(set(story, width))).toBe(flattened(story))
  })

  it('L6 L13 loses no character of any text in any faces at any width', () => {
    fc.assert(
      fc.property(anyRuns, fc.double({ min: -20, max: 400, noNaN: true }), fc.nat(30), (runs, width, first) => {
        // Each run on its own, for a mark may join the last letter of the run before.
        const lines = breakParagraph(runs, { faces, size, width, indent: first })
        expect(visible(joined(lines))).toBe(visible(runs.map((run) => run.text.normalize('NFC')).join('')))
      }),
      { numRuns: 300 },
    )
  })

  it('L7 gives equal lines for equal input, remembered or not, in any order', () => {
    const others = freshFaces()
    for (const story of news.slice(0, 20).reverse()) {
      const options = { size, width: columnOf5, indent }
      expect(breakParagraph(serif(story), { ...options, faces: others })).toEqual(
        breakParagraph(serif(story), { ...options, faces }),
      )
    }
    const [story = ''] = news
    expect(breakParagraph(serif(story), { faces, size, width: 100 })).not.toEqual(
      breakParagraph(serif(story), { faces, size, width: 101 }),
    )
    expect(breakParagraph(serif(story), { faces, size, width: 100 })).not.toEqual(
      breakParagraph([{ text: story, font: 'serifBold', href: null }], { faces, size, width: 100 }),
    )
  })

  it('L8 fills the column from margin to margin and never goes beyond what may hang out', () => {
    for (const width of [columnOf5, columnOf4])
      for (const story of news) {
        const lines = set(story, width)
        for (const [index, line] of lines.entries()) {
          const right = line.x + line.width
          expect(right).toBeLessThanOrEqual(width + hang)
          expect(line.x).toBeGreaterThanOrEqual((index === 0 ? indent : 0) - hang)
          if (index < lines.length - 1) expect(right).toBeGreaterThanOrEqual(width - 0.01)
        }
      }
  })

  it('L8 ends a line exactly where its last character may hang out to', () => {
    const face = faces.face('serif')
    for (const story of news)
      for (const line of set(story).slice(0, -1)) {
        const last = drawn(line).trimEnd().replace('\u00ad', '-').at(-1) ?? ''
        const out = rightProtrusion(last) * face.character(last).glyph.advance * size
        expect(line.x + line.width).toBeCloseTo(columnOf5 + out, 6)
      }
  })

  it('L8 hangs a hyphen out by at least 0.2 em, and letters not at all', () => {
    const lines = news.flatMap((story) => set(story).slice(0, -1))
    for (const line of lines.filter(({ hyphenated }) => hyphenated))
      expect(line.x + line.width).toBeGreaterThan(columnOf5 + 0.19 * size)
    const plain = lines.filter((line) => /\p{L} ?$/u.test(drawn(line)) && line.x >= 0)
    expect(plain.length).toBeGreaterThan(50)
    for (const line of plain) expect(line.x + line.width).toBeCloseTo(columnOf5, 2)
  })

  it('L8 follows a width for each line beside a picture', () => {
    const [story = ''] = news.filter((each) => each.length > 500)
    const lines = breakParagraph(serif(story), { faces, size, width: columnOf4, widths: [100, 100, 100] })
    expect(joined(lines)).toBe(flattened(story))
    for (const [index, line] of lines.slice(0, -1).entries()) {
      const width = index < 3 ? 100 : columnOf4
      expect(Math.abs(line.x + line.width - width)).toBeLessThanOrEqual(hang)
    }
  })

  it('L9 stretches letters no further than the profile allows', () => {
    for (const story of news)
      for (const line of set(story)) {
        expect(Math.abs(line.scale - 1)).toBeLessThanOrEqual(newspaperProfile.scale + 1e-9)
        expect(line.spaceRatio).toBeGreaterThanOrEqual(newspaperProfile.spaceLeastPressed - 1e-9)
      }
    const lines = news.flatMap((story) => set(story))
    const pressed = lines.filter(({ spaceRatio }) => spaceRatio < newspaperProfile.spaceLeast - 1e-9)
    expect(pressed.length).toBeLessThan(0.01 * lines.length)
    for (const story of news) expect(set(story).at(-1)?.spaceRatio).toBeLessThanOrEqual(1)
  })

  it('L9 stretches two neighbouring words by the same amount of tracking', () => {
    const face = faces.face('serif')
    const [line] = set('Слово слово слово слово преобразование', 110)
    const [segment] = line?.segments ?? []
    if (line === undefined || segment === undefined) throw new Error('Nothing was set')
    const tracking = segment.clusters.flatMap((cluster, index) => {
      const next = segment.clusters[index + 1]
      if (next === undefined || cluster === ' ' || next === ' ') return []
      const natural = face.character(cluster).glyph.advance + face.kern(face.character(cluster).glyph, face.character(next).glyph)
      return [(segment.xs[index + 1] ?? 0) - (segment.xs[index] ?? 0) - natural * size * line.scale]
    })
    for (const amount of tracking.slice(0, -1)) {
      expect(amount).toBeCloseTo(tracking[0] ?? 0, 6)
      expect(Math.abs(amount)).toBeLessThanOrEqual(newspaperProfile.tracking * size + 1e-6)
    }
  })

  it.each([
    ['Уроженец штата Нью-Йорк, 46-летний Поне, отмечает издание, работал в школе.', '46-'],
    ["Французская газета L'Est Republicain написала: «Школы закрыты».", 'Repu\u00ad'],
    ['Алексей Жарков родился в Москве 27 марта 1948 года. Выпускник школы.', 'Мос\u00ad'],
    ['Похороны артиста пройдут 7 июня на Новом Городском кладбище', 'ию\u00ad'],
    ['The Doors продали более 100 млн пластинок по всему миру', 'млн'],
  ])('L165 divides where it would not otherwise, rather than leave gaps: %s', (text, end) => {
    const lines = set(typograph(text))
    expect(lines.map((line) => drawn(line).trimEnd()).some((line) => line.endsWith(end))).toBe(true)
    expect(joined(lines)).toBe(flattened(typograph(text)))
    const inNoNeed = set(typograph(text), columnOf4).map((line) => drawn(line).trimEnd())
    expect(inNoNeed.some((line) => line.endsWith(end))).toBe(false)
    for (const line of lines) expect(line.spaceRatio).toBeLessThanOrEqual(2)
  })

  it('L10 puts no more than three hyphens under one another', () => {
    for (const width of [columnOf5, columnOf4])
      for (const story of news) expect(longestLadder(set(story, width))).toBeLessThanOrEqual(3)
    const long = Array.from({ length: 12 }, () => 'несовершеннолетнего преподавательница').join(' ')
    expect(longestLadder(set(long))).toBeLessThanOrEqual(3)
  })

  it('L11 keeps initials, № and figure, number and unit together, and no dash begins a line', () => {
    for (const width of [columnOf5, columnOf4, 95])
      for (const story of news)
        for (const [index, line] of set(story, width).entries()) {
          const text = drawn(line)
          if (index > 0) expect(text).not.toMatch(/^[—–]/)
          expect(text).not.toMatch(/(?:№|(?<!\p{L})ст\.|(?<![\p{L}\d]|\d )г\.|(?<![\p{L}\d])\p{Lu}\.) ?$/u)
          const next = set(story, width)[index + 1]
          if (/\d ?$/.test(text) && next !== undefined) expect(drawn(next)).not.toMatch(/^(?:%|руб|часа|\d{3}|ноября|года|г\.)/)
        }
  })

  it('L11 holds «и т. д.» and a no-break space beside a plain one', () => {
    for (let width = 60; width < 200; width += 3) {
      for (const line of set('Школы, техникумы, университеты и\u00a0т.\u00a0д. остались без ответа министерства', width))
        expect(drawn(line)).not.toMatch(/(?:^| )(?:и|т\.) $/)
      for (const line of set('Собрание отложили на 12 \u00a0ноября или на 13\u00a0 декабря', width))
        expect(drawn(line)).not.toMatch(/\d $/)
    }
  })

  it('L5 divides a word where the author says, and nowhere else', () => {
    for (let width = 60; width < 140; width += 3)
      for (const line of set('Тут она преподава\u00adтельница как все мы', width).filter(({ hyphenated }) => hyphenated))
        expect(drawn(line)).toMatch(/(?:преподава)\u00ad$/)
  })

  it('L12 ends a line after a word of one or two letters only for want of something better', () => {
    const leaning = (softBreakPenalty: number): number => {
      const profile = { ...newspaperProfile, softBreakPenalty }
      const lines = news.flatMap((story) => breakParagraph(serif(story), { faces, size, width: columnOf5, profile }).slice(0, -1))
      return lines.filter((line) => /(?:^|[ «(])\p{L}{1,2} ?$/u.test(drawn(line))).length / lines.length
    }
    const found = leaning(newspaperProfile.softBreakPenalty)
    expect(found).toBeLessThan(0.08)
    expect(found).toBeLessThan(0.7 * leaning(0))
    // Here there is nothing better: both words fill a line each.
    expect(set('Сверхъестественнейшему и\u00a0Сверхъестественнейшему', 125).length).toBeGreaterThan(1)
  })

  it('L13 cuts what no line can hold, with a hyphen between letters', () => {
    const lines = breakParagraph(serif('щ'.repeat(80)), { faces, size, width: 60 })
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines.slice(0, -1)) expect(drawn(line)).toMatch(/^щ+\u00ad$/)
    for (const line of lines) expect(line.x + line.width).toBeLessThanOrEqual(60 + hang)
    expect(set('')).toEqual([])
    expect(set(' \u00a0\u200b ')).toEqual([])
  })

  it('L17 gives each glyph its cluster and place, from left to right', () => {
    const runs: readonly StyledRun[] = [
      { text: 'Обычный текст, ', font: 'serif', href: null },
      { text: 'полужирные преобразования', font: 'serifBold', href: 'https://www.eseur.ru/' },
      { text: ' и снова обычный текст до конца абзаца.', font: 'serif', href: null },
    ]
    const lines = breakParagraph(runs, { faces, size, width: 100 })
    expect(joined(lines)).toBe('Обычный текст, полужирные преобразования и снова обычный текст до конца абзаца.')
    for (const line of lines) {
      let place = -1
      for (const segment of line.segments) {
        expect(segment.glyphs).toHaveLength(segment.clusters.length)
        expect(segment.xs).toHaveLength(segment.clusters.length)
        expect(segment.href === null).toBe(segment.font === 'serif')
        for (const x of segment.xs) {
          expect(x).toBeGreaterThan(place)
          place = x
        }
      }
      expect(line.segments.at(-1)?.end).toBe(line.width)
    }
    const broken = lines.slice(0, -1).filter((line) => !endsInHyphen(line))
    expect(broken.length).toBeGreaterThan(0)
    for (const line of broken) {
      expect(line.segments.at(-1)?.clusters.at(-1)).toBe(' ')
      expect(line.segments.at(-1)?.xs.at(-1)).toBe(line.width)
    }
  })
})

describe('paragraphVariants', () => {
  it('L14 differ from the best by one line and obey the same rules', () => {
    let different = 0
    for (const story of news) {
      const variants = paragraphVariants(serif(story), { faces, size, width: columnOf5, indent })
      const best = variants.find(({ looseness }) => looseness === 0)
      expect(best?.cost).toBe(0)
      expect(best?.lines).toEqual(set(story))
      for (const { looseness, lines, cost } of variants) {
        expect(lines.length).toBe((best?.lines.length ?? 0) + looseness)
        expect(joined(lines)).toBe(flattened(story))
        expect(longestLadder(lines)).toBeLessThanOrEqual(3)
        if (looseness === 0) continue
        different += 1
        expect(cost).toBeGreaterThan(0)
        expect(lines.at(-1)?.width).toBeGreaterThanOrEqual(2 * size)
        expect(breakParagraph(serif(story), { faces, size, width: columnOf5, indent, looseness })).toEqual(lines)
      }
    }
    expect(different).toBeGreaterThan(news.length / 6)
  })
})
