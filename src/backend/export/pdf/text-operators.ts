import type { TextItem } from '../../../shared/layout/display.ts'
import { type PdfFace, readableText } from './face.ts'
import { operand, type Sheet } from './sheet.ts'
import type { Reading } from './words.ts'

/** The pen may be this far off, in points, before it is corrected; the error never adds up. */
const tolerance = 0.004

const utf16 = (text: string): string => {
  let hex = 'FEFF'
  for (let i = 0; i < text.length; i += 1) hex += text.charCodeAt(i).toString(16).padStart(4, '0')
  return hex.toUpperCase()
}

/** Numbers of one line at a time: a new array for every line would all have to be cleared away. */
let room = new Float64Array(256)

/** The middle one of so many values. */
const medianOf = (count: number, value: (i: number) => number): number => {
  if (room.length < count) room = new Float64Array(2 * count)
  const values = room.subarray(0, count)
  for (let i = 0; i < count; i += 1) values[i] = value(i)
  return values.sort()[Math.floor(count / 2)] ?? 0
}

/** Tells the code of a glyph that reads as `text`. */
type CodeOf = PdfFace['code']

/**
 * Draws one line inside a text object. Every glyph stands where the display list puts it: what the advance widths, the
 * line's glyph scale and its mean tracking do not explain is corrected glyph by glyph. `readings` do not overlap and go
 * from left to right. With `wordEnd` an invisible space follows, so that the next line is a new word.
 */
export const textOperators = (
  item: TextItem,
  face: PdfFace,
  sheet: Sheet,
  readings: readonly Reading[],
  wordEnd: boolean,
  code: CodeOf = face.code,
): string => {
  const em = item.size * item.scale
  const count = item.glyphs.length
  const advance = (i: number): number => face.advance(item.glyphs[i] ?? 0)
  const place = (i: number): number => item.xs[i] ?? item.width
  const extra = (i: number): number => place(i + 1) - place(i) - (advance(i) * em) / 1000
  // Rounded as it will be written, so that the pen is where we think it is.
  const tracking = Number(operand(medianOf(Math.max(0, count - 1), extra) / item.scale, 4))
  // Joined once at the end: a text that grows letter by letter is kept as all its beginnings.
  const operators = [
    `/${face.name} ${operand(item.size)} Tf ${operand(item.scale * 100, 2)} Tz ${operand(tracking, 4)} Tc `,
    `1 0 0 1 ${operand(sheet.x(item.x + place(0)))} ${operand(sheet.y(item.y))} Tm`,
  ]
  const scale = Number(operand(item.scale * 100, 2)) / 100
  let pen = place(0)
  let inArray = false
  let inCodes = false
  const openArray = () => {
    if (!inArray) operators.push(' [')
    inArray = true
  }
  const closeCodes = () => {
    if (inCodes) operators.push('>')
    inCodes = false
  }
  const draw = (glyph: number, text: string) => {
    openArray()
    if (!inCodes) operators.push('<')
    inCodes = true
    operators.push(code(glyph, text))
  }
  const show = () => {
    closeCodes()
    if (inArray) operators.push('] TJ')
    inArray = false
  }
  const begins =
    readings.length === 0 ? null : new Map(readings.filter(({ from, to }) => to > from).map((each) => [each.from, each]))
  let reading: Reading | null = null
  for (let i = 0; i < count; i += 1) {
    const wrong = place(i) - pen
    if (Math.abs(wrong) > tolerance) {
      const units = Math.round((-wrong * 10_000) / (item.size * scale)) / 10
      closeCodes()
      openArray()
      operators.push(operand(units, 1))
      pen -= (units * item.size * scale) / 1000
    }
    const starts = begins?.get(i)
    if (starts) {
      show()
      operators.push(` /Span <</ActualText <${utf16(starts.text)}>>> BDC`)
      reading = starts
    }
    draw(item.glyphs[i] ?? 0, readableText(item.clusters[i] ?? ''))
    pen += (advance(i) * item.size * scale) / 1000 + tracking * scale
    if (reading && i + 1 === reading.to) {
      show()
      operators.push(' EMC')
      reading = null
    }
  }
  if (wordEnd) draw(face.glyphOf(' '), ' ')
  show()
  return operators.join('')
}

/** A line as it was drawn in a file, and what that depended on besides the line itself. */
export interface DrawnText {
  readonly operators: string
  /** Place of the sheet, readings, and whether a word ends. */
  readonly setting: string
  /** Glyphs with codes that another file may have otherwise; all the others draw their usual text. */
  readonly others: readonly (readonly [glyph: number, text: string, code: string])[]
}

const drawAnew = (
  item: TextItem,
  face: PdfFace,
  sheet: Sheet,
  readings: readonly Reading[],
  wordEnd: boolean,
  setting: string,
): DrawnText => {
  const others: (readonly [number, string, string])[] = []
  const code: CodeOf = (glyph, text) => {
    const made = face.code(glyph, text)
    if (!face.isUsual(glyph, text)) others.push([glyph, text, made])
    return made
  }
  return { operators: textOperators(item, face, sheet, readings, wordEnd, code), setting, others }
}

/** Tells a face that a line is drawn with it, glyph by glyph. */
const markGlyphs = ({ glyphs, clusters }: TextItem, face: PdfFace, wordEnd: boolean): void => {
  for (let i = 0; i < glyphs.length; i += 1) face.code(glyphs[i] ?? 0, readableText(clusters[i] ?? ''))
  if (wordEnd) face.code(face.glyphOf(' '), ' ')
}

/** Draws a line, or takes it as it was drawn last, when it would come out the same. */
export const rememberedText = (
  drawn: WeakMap<TextItem, DrawnText>,
  item: TextItem,
  face: PdfFace,
  sheet: Sheet,
  readings: readonly Reading[],
  wordEnd: boolean,
): string => {
  const setting = `${sheet.key} ${wordEnd} ${readings.map(({ from, to, text }) => `${from} ${to} ${text}`).join('\n')}`
  const known = drawn.get(item)
  if (known?.setting === setting && known.others.every(([glyph, text, code]) => face.code(glyph, text) === code)) {
    markGlyphs(item, face, wordEnd)
    return known.operators
  }
  const made = drawAnew(item, face, sheet, readings, wordEnd, setting)
  drawn.set(item, made)
  return made.operators
}
