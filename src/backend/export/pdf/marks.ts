import { fillOperator, type PdfTarget, paleState } from './colours.ts'
import type { PdfEngine, PdfReference } from './engine.ts'
import type { PdfFace } from './face.ts'
import { millimetres, operand, type Sheet } from './sheet.ts'

/** Name of the colour space of the marks among a page's resources. */
export const marksSpace = 'Marks'

/** The colour that prints on every plate, for marks. */
export const registrationColour = (engine: PdfEngine): PdfReference => {
  const tint = engine.ref({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 })
  tint.end()
  const space = engine.ref(['Separation', 'All', 'DeviceCMYK', tint])
  space.end()
  return space
}

const gap = millimetres(0.5)
const length = millimetres(7)

/** Crop marks at the four corners of the trimmed page, outside the bleed. */
export const cropMarks = (sheet: Sheet): string => {
  const [left, bottom, right, top] = sheet.trimBox
  const away = left - sheet.bleedBox[0] + gap
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    `${operand(x1)} ${operand(y1)} m ${operand(x2)} ${operand(y2)} l S`
  const corners = (
    [
      [left, -1],
      [right, 1],
    ] as const
  ).flatMap(([x, h]) =>
    (
      [
        [bottom, -1],
        [top, 1],
      ] as const
    ).flatMap(([y, v]) => [line(x + h * away, y, x + h * (away + length), y), line(x, y + v * away, x, y + v * (away + length))]),
  )
  return `q /${marksSpace} CS 1 SCN 0.25 w ${corners.join(' ')} Q`
}

const word = 'черновик'

/**
 * The word «черновик» across the whole page, over everything and so pale that nothing beneath is lost.
 */
export const draftMark = (target: PdfTarget, sheet: Sheet, face: PdfFace): string => {
  const glyphs = [...word].map((character) => ({ character, glyph: face.glyphOf(character) }))
  const natural = glyphs.reduce((sum, { glyph }) => sum + face.advance(glyph), 0) / 1000
  const [left, bottom, right, top] = sheet.trimBox
  const angle = Math.atan2(top - bottom, right - left)
  const diagonal = Math.hypot(right - left, top - bottom)
  const size = (diagonal * 0.74) / natural
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  // The middle of the word, half its capitals' height below the line of its letters, comes to the middle of the page.
  const [dx, dy] = [-(natural * size) / 2, -0.35 * size]
  const x = (left + right) / 2 + dx * cos - dy * sin
  const y = (bottom + top) / 2 + dx * sin + dy * cos
  const codes = glyphs.map(({ character, glyph }) => face.code(glyph, character)).join('')
  const matrix = [cos, sin, -sin, cos, x, y].map((value) => operand(value, 4)).join(' ')
  return `q /${paleState} gs ${fillOperator(target, 'black')} BT /${face.name} ${operand(size)} Tf ${matrix} Tm <${codes}> Tj ET Q`
}
