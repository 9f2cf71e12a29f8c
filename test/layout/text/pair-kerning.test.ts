import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { pairKerning } from '../../../src/layout/text/pair-kerning.ts'

const file = (name: string) => readFileSync(resolve(import.meta.dirname, `../../../resources/fonts/${name}.ttf`))
const letters = [...'АВГДРТУЧЬавгдертучьякLTVWYorvwy1470.,:;–—-«»„“()/№%']

describe('kerning of pairs', () => {
  it.each(['serif', 'serifItalic', 'sansBold', 'narrow'])('L95 is what the layout library says, for every pair: %s', (name) => {
    const font = create(file(name))
    const kerning = pairKerning(file(name))
    const pairs = letters.flatMap((left) => letters.map((right) => [left, right] as const))
    const wrong = pairs.filter(([left, right]) => {
      const [a, b] = [left, right].map((letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0))
      const moved = font.layout(left + right, { liga: false, kern: true }).positions[0]?.xAdvance ?? 0
      return kerning(a?.id ?? 0, b?.id ?? 0) !== moved - (a?.advanceWidth ?? 0)
    })
    expect(wrong).toEqual([])
    expect(
      pairs.some(
        ([left, right]) =>
          kerning(font.glyphForCodePoint(left.charCodeAt(0)).id, font.glyphForCodePoint(right.charCodeAt(0)).id) < 0,
      ),
    ).toBe(true)
  })

  it('L95 a font without a table of pairs has none', () => {
    const bare = Uint8Array.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(pairKerning(bare)(5, 6)).toBe(0)
  })
})
