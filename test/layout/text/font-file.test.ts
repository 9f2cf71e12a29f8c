import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { createFaces } from '../../../src/layout/text/faces.ts'
import { fontFile } from '../../../src/layout/text/font-file.ts'
import { fontIds } from '../../../src/shared/layout/display.ts'
import { fontFiles } from '../../backend/export/handmade.ts'

const bytesOf = (name: string) => readFileSync(resolve(import.meta.dirname, `../../../resources/fonts/${name}.ttf`))

describe('font files', () => {
  it.each(fontIds)('L133 %s has the measures, characters and glyphs that a layout library finds', (name) => {
    const known = create(bytesOf(name))
    const font = fontFile(bytesOf(name))
    const { unitsPerEm, ascent, descent, capHeight, xHeight } = font
    expect({ unitsPerEm, ascent, descent, capHeight, xHeight }).toEqual({
      ...{ unitsPerEm: known.unitsPerEm, ascent: known.ascent, descent: known.descent },
      ...{ capHeight: known.capHeight, xHeight: known.xHeight },
    })
    const listed = new Map(font.characters())
    const wrong: number[] = []
    for (let codePoint = 0; codePoint < 0x1_1000; codePoint += 1) {
      const glyph = known.hasGlyphForCodePoint(codePoint) ? known.glyphForCodePoint(codePoint) : null
      const same = font.glyphOf(codePoint) === (glyph?.id ?? 0) && listed.get(codePoint) === glyph?.id
      if (!same || (glyph !== null && font.advanceOf(glyph.id) !== glyph.advanceWidth)) wrong.push(codePoint)
    }
    expect(wrong).toEqual([])
    expect(listed.size).toBeGreaterThan(600)
  })

  it('L133 a mark that a face has moves nothing, one that it lacks is as wide as the sign that stands for it', () => {
    const face = createFaces(fontFiles).face('serif')
    const [letter, mark, lacking] = ['я', '\u0301', '\u0308'].map((drawn) => face.character(drawn).glyph)
    if (letter === undefined || mark === undefined || lacking === undefined) throw new Error('no glyphs')
    expect(mark.advance + face.kern(mark, letter)).toBe(0)
    expect(face.kern(lacking, letter)).toBe(0)
  })

  it('L133 a file that is no font is refused', () => {
    expect(() => fontFile(new Uint8Array(64))).toThrow('lacks')
  })
})
