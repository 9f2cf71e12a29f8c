import { describe, expect, it } from 'vitest'
import { boundedCache } from '../../../src/layout/text/bounded-cache.ts'
import { missingCharacters } from '../../../src/layout/text/missing-characters.ts'
import { breakParagraph } from '../../../src/layout/text/paragraph.ts'
import { faces, fontIds, serif } from './setting.ts'

const face = faces.face('serif')

describe('faces', () => {
  it('L17 have measures that make sense as parts of the em', () => {
    for (const id of fontIds) {
      const { ascent, descent, capHeight, xHeight, space } = faces.face(id)
      expect(descent).toBeLessThan(0)
      expect(0.15 < space && space < xHeight && xHeight < capHeight && capHeight < ascent && ascent < 1.3).toBe(true)
    }
  })

  it('L17 kern pairs and make no ligatures', () => {
    const [left, right] = [face.character('Г').glyph, face.character('А').glyph]
    expect(face.kern(left, right)).toBeLessThan(-0.05)
    const word = face.shape('ГА')
    expect(word.width).toBeCloseTo(left.advance + right.advance + face.kern(left, right), 9)
    expect(face.shape('ffi').glyphs).toHaveLength(3)
    expect(face.measure('ГА ГА')).toBeCloseTo(2 * word.width + face.space, 9)
  })

  it('L18 draw a stand-in and keep the character', () => {
    const [line] = breakParagraph(serif('Далее → с.\u20095'), { faces, size: 9, width: 200 })
    const [segment] = line?.segments ?? []
    const arrow = segment?.clusters.indexOf('→') ?? -1
    expect(segment?.glyphs[arrow]).toBe(face.character('›').glyph.id)
    expect(segment?.clusters.join('')).toBe('Далее → с. 5')
  })

  it('L18 draw fixed spaces narrower than the word space and invisible characters not at all', () => {
    const width = (text: string) => breakParagraph(serif(text), { faces, size: 9, width: 200 })[0]?.width ?? 0
    expect(width('5\u202f%')).toBeLessThan(width('5 %'))
    expect(width('5\u202f%')).toBeGreaterThan(width('5%'))
    expect(width('сло\u2060\u200b\u00adво')).toBeCloseTo(width('слово'), 9)
    expect(width('и\u0306ети')).toBeCloseTo(width('йети'), 9)
  })

  it('L18 name each character without a glyph once', () => {
    expect(missingCharacters(faces, 'Звоните ☎ 😀 ☎ → «да»\u2009—\u2011№', 'serif')).toEqual(['☎', '😀'])
    expect(missingCharacters(faces, 'Обычный текст, 5 %', 'narrow')).toEqual([])
  })

  it('L7 remember a bounded number of things, the last used ones', () => {
    const cache = boundedCache<string>(2)
    let made = 0
    const make = () => {
      made += 1
      return String(made)
    }
    expect([cache.remember('a', make), cache.remember('b', make), cache.remember('a', make)]).toEqual(['1', '2', '1'])
    expect([cache.remember('c', make), cache.remember('a', make), cache.remember('b', make)]).toEqual(['3', '1', '4'])
  })

  it('L51 remember by weight: what weighs much drives out more, and the newest always stays', () => {
    const cache = boundedCache<string>(10, (value) => value.length)
    const kept = (key: string): boolean => {
      let made = false
      cache.remember(key, () => {
        made = true
        return ''
      })
      return !made
    }
    cache.remember('a', () => 'aaaa')
    cache.remember('b', () => 'bbbb')
    cache.remember('c', () => 'cccc')
    expect([kept('b'), kept('c')]).toEqual([true, true])
    expect(kept('a')).toBe(false)
    cache.remember('d', () => 'd'.repeat(50))
    expect([kept('d'), kept('b'), kept('c')]).toEqual([true, false, false])
  })
})
