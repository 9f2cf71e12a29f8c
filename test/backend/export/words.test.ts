import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphsOf, runningText, wordReadings } from '../../../src/backend/export/pdf/words.ts'
import type { TextItem } from '../../../src/shared/layout/display.ts'
import { line, lines, pageOf, part } from './handmade.ts'

const body = part('a', 'body', 1)

/** What a program that follows the readings makes of these lines. */
const extracted = (set: readonly TextItem[]): string => {
  const readings = wordReadings([pageOf(1, [...set])])
  return set
    .map((item) => {
      let text = ''
      for (let i = 0; i < item.clusters.length; i += 1) {
        const reading = readings.get(item)?.find(({ from, to }) => from <= i && i < to)
        if (!reading) text += item.clusters[i]
        else if (i === reading.from) text += reading.text
      }
      return text.trim()
    })
    .filter((text) => text !== '')
    .join(' ')
    .replace(/\u00a0/g, ' ')
}

describe('broken words', () => {
  test('read whole where they begin and as nothing where they go on', () => {
    const set = lines(['вид орга\u00ad', 'низации, и'], { x: 0, y: 10, tag: body })
    const readings = wordReadings([pageOf(1, [...set])])
    expect(set.map((item) => readings.get(item))).toEqual([
      [{ from: 4, to: 9, text: 'организации,' }],
      [{ from: 0, to: 8, text: '' }],
    ])
  })

  test('keep a hyphen of their own', () => {
    expect(extracted(lines(['о кое-', 'каких'], { x: 0, y: 10, tag: body }))).toBe('о кое-каких')
  })

  test('may go over three lines and may follow one another', () => {
    const set = lines(['сверх\u00ad', 'проводи\u00ad', 'мость и высо\u00ad', 'кая'], { x: 0, y: 10, tag: body })
    expect(extracted(set)).toBe('сверхпроводимость и высокая')
  })

  test('go on at the top of the next column even if that stands level', () => {
    const set = [line('орга\u00ad', { x: 0, y: 10, tag: body }), line('низации', { x: 100, y: 10, tag: body })]
    expect(extracted(set)).toBe('организации')
    expect(runningText(set)).toBe('организации')
  })

  test('whose rest is on a page that is not exported are left as they are', () => {
    const set = lines(['вид орга\u00ad'], { x: 0, y: 10, tag: body })
    expect(wordReadings([pageOf(1, [...set])]).size).toBe(0)
  })

  test('of different paragraphs are never joined', () => {
    const set = [line('орга\u00ad', { x: 0, y: 10, tag: body }), line('низации', { x: 0, y: 21, tag: part('a', 'body', 2) })]
    expect(wordReadings([pageOf(1, set)]).size).toBe(0)
  })

  test('a hyphen before a space stays one, also at the end of a line', () => {
    const set = lines(['известный теле- ', 'и радиоведущий'], { x: 0, y: 10, tag: body })
    expect(wordReadings([pageOf(1, [...set])]).get(set[0] ?? line('', { x: 0, y: 0, tag: body }))).toEqual([
      { from: 10, to: 16, text: 'теле- и' },
    ])
    expect(extracted(set)).toBe('известный теле- и радиоведущий')
  })

  test('a word the face has no glyphs for reads as written, once, also where it is broken', () => {
    const shown = line('знак 漢字 и ещё', { x: 0, y: 10, tag: body })
    const set = {
      ...shown,
      glyphs: shown.clusters.map((cluster, i) => (/\p{Script=Han}/u.test(cluster) ? 0 : (shown.glyphs[i] ?? 0))),
    }
    expect(wordReadings([pageOf(1, [set])]).get(set)).toEqual([{ from: 5, to: 7, text: '漢字' }])
    expect(extracted([set])).toBe('знак 漢字 и ещё')
  })

  test('a word from right to left reads letter by letter in the order it has on paper', () => {
    const shown = line('(سلام) и', { x: 0, y: 10, tag: body })
    const set = {
      ...shown,
      glyphs: shown.clusters.map((cluster, i) => (/\p{Script=Arabic}/u.test(cluster) ? 0 : (shown.glyphs[i] ?? 0))),
    }
    expect(extracted([set])).toBe(`(${[...'سلام'].reverse().join('')}) и`)
  })

  test('a change of face within a line breaks nothing', () => {
    const first = line('со', { x: 0, y: 10, tag: body })
    const second = line('юз труда', { x: first.width, y: 10, font: 'serifBold', tag: body })
    expect(runningText([first, second])).toBe('союз труда')
    expect(paragraphsOf([pageOf(1, [first, second])])).toEqual([[first, second]])
  })

  test('whatever the breaks, the text comes out as it was', () => {
    const word = fc.array(fc.constantFrom('про', 'фсо', 'юз', 'ный'), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })), { minLength: 1 }), (text) => {
        // A word is broken between its syllables, or the line after it, where the coin says so.
        const set: string[] = ['']
        for (const [syllables, coins] of text) {
          syllables.forEach((syllable, i) => {
            set[set.length - 1] += syllable
            if (i + 1 < syllables.length && coins[i]) set.splice(set.length - 1, 1, `${set.at(-1)}\u00ad`, '')
          })
          if (coins[4]) set.push('')
          else set[set.length - 1] += ' '
        }
        const kept = set.filter((content) => content.trim() !== '').map((content) => content.trimEnd())
        const wanted = text.map(([syllables]) => syllables.join('')).join(' ')
        const items = lines(kept, { x: 0, y: 10, tag: body })
        expect(extracted(items)).toBe(wanted)
        expect(runningText(items)).toBe(wanted)
      }),
    )
  })
})
