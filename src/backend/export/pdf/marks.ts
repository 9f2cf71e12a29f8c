import type { OutlineCommand } from '../../../layout/text/glyph-outline.ts'
import { blackOperator, overprintState, type PdfTarget, paleState } from './colours.ts'
import type { PdfEngine } from './engine.ts'
import type { PdfFace } from './face.ts'
import { millimetres, operand, type Sheet } from './sheet.ts'
import type { PdfToken } from './spell.ts'

/** Name of the colour space of the marks among a page's resources. */
export const marksSpace = 'Marks'

/** The colour that prints on every plate, for marks. */
export const registrationColour = (engine: PdfEngine): PdfToken => {
  const tint = engine.ref({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 })
  tint.end()
  return engine.value(['Separation', 'All', 'DeviceCMYK', tint])
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

/** A glyph's outline as path operators, moved right by `shift`, all in thousandths of the em. */
const outlineOperators = (commands: readonly OutlineCommand[], shift: number): string => {
  const operators: string[] = []
  let [x, y] = [0, 0]
  const point = (...values: readonly number[]) => values.map((value) => operand(value, 1)).join(' ')
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args.map((arg, i) => (i % 2 === 0 ? arg + shift : arg))
    if (command === 'moveTo') operators.push(`${point(a, b)} m`)
    if (command === 'lineTo') operators.push(`${point(a, b)} l`)
    // PDF has cubic curves only; a quadratic one is a cubic whose handles are two thirds of the way to its own.
    if (command === 'quadraticCurveTo')
      operators.push(
        `${point(x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d), c, d)} c`,
      )
    if (command === 'closePath') operators.push('h')
    if (args.length >= 2) {
      const end = { moveTo: [a, b], lineTo: [a, b], quadraticCurveTo: [c, d], closePath: [x, y] }[command]
      ;[x = 0, y = 0] = end
    }
  }
  return operators.join(' ')
}

/**
 * Words such as «черновик» across the whole page, over everything and so pale that nothing beneath is lost. It is drawn as
 * outlines, because slanting text would be mixed into the page's own when that is extracted; the same words as text
 * stand small at the upper edge.
 */
export const slantingMark = (words: string, target: PdfTarget, sheet: Sheet, face: PdfFace): string => {
  const glyphs = [...words].map((character) => ({ character, glyph: face.glyphOf(character) }))
  const [left, bottom, right, top] = sheet.trimBox
  let width = 0
  const outlines = glyphs.map(({ glyph }) => {
    const outline = outlineOperators(face.outline(glyph), width)
    width += face.advance(glyph)
    return outline
  })
  const angle = Math.atan2(top - bottom, right - left)
  const size = (Math.hypot(right - left, top - bottom) * 0.74) / width
  const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size]
  // The middle of the words, a quarter of an em above its baseline, comes to the middle of the page.
  const x = (left + right) / 2 - (width / 2) * cos + 250 * sin
  const y = (bottom + top) / 2 - (width / 2) * sin - 250 * cos
  const matrix = [cos, sin, -sin, cos, x, y].map((value) => operand(value, 5)).join(' ')
  const codes = glyphs.map(({ character, glyph }) => face.code(glyph, character)).join('')
  const small = `BT /${face.name} 9 Tf 1 0 0 1 ${operand((left + right) / 2 - (width * 9) / 2000)} ${operand(top - millimetres(6))} Tm <${codes}> Tj ET`
  const colour = blackOperator(target)
  const overprint = target === 'print' ? `/${overprintState} gs ` : ''
  return `q ${overprint}${colour} ${small} Q q ${colour} /${paleState} gs ${matrix} cm ${outlines.join(' ')} f Q`
}
