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

/** Puts the values in order. */
const median = (values: Float64Array): number => values.sort()[Math.floor(values.length / 2)] ?? 0

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
): string => {
  const em = item.size * item.scale
  const count = item.glyphs.length
  const advances = new Float64Array(count)
  for (let i = 0; i < count; i += 1) advances[i] = face.advance(item.glyphs[i] ?? 0)
  const place = (i: number): number => item.xs[i] ?? item.width
  const extra = new Float64Array(Math.max(0, count - 1))
  for (let i = 0; i < extra.length; i += 1) extra[i] = place(i + 1) - place(i) - ((advances[i] ?? 0) * em) / 1000
  // Rounded as it will be written, so that the pen is where we think it is.
  const tracking = Number(operand(median(extra) / item.scale, 4))
  let operators = `/${face.name} ${operand(item.size)} Tf ${operand(item.scale * 100, 2)} Tz ${operand(tracking, 4)} Tc `
  operators += `1 0 0 1 ${operand(sheet.x(item.x + place(0)))} ${operand(sheet.y(item.y))} Tm`
  const scale = Number(operand(item.scale * 100, 2)) / 100
  let pen = place(0)
  let array = ''
  let codes = ''
  const flushCodes = () => {
    if (codes) array += `<${codes}>`
    codes = ''
  }
  const show = () => {
    flushCodes()
    if (array) operators += ` [${array}] TJ`
    array = ''
  }
  const begins =
    readings.length === 0 ? null : new Map(readings.filter(({ from, to }) => to > from).map((each) => [each.from, each]))
  let reading: Reading | null = null
  for (let i = 0; i < count; i += 1) {
    const wrong = place(i) - pen
    if (Math.abs(wrong) > tolerance) {
      const units = Math.round((-wrong * 10_000) / (item.size * scale)) / 10
      flushCodes()
      array += operand(units, 1)
      pen -= (units * item.size * scale) / 1000
    }
    const starts = begins?.get(i)
    if (starts) {
      show()
      operators += ` /Span <</ActualText <${utf16(starts.text)}>>> BDC`
      reading = starts
    }
    codes += face.code(item.glyphs[i] ?? 0, readableText(item.clusters[i] ?? ''))
    pen += ((advances[i] ?? 0) * item.size * scale) / 1000 + tracking * scale
    if (reading && i + 1 === reading.to) {
      show()
      operators += ' EMC'
      reading = null
    }
  }
  if (wordEnd) codes += face.code(face.glyphOf(' '), ' ')
  show()
  return operators
}

/** A line as it was drawn in a file, and what that depended on besides the line itself. */
export interface DrawnText {
  readonly operators: string
  /** Place of the sheet, readings, and whether a word ends. */
  readonly setting: string
  /** The glyphs that draw their usual text, each once, and those with codes that another file may have otherwise. */
  readonly usual: readonly (readonly [glyph: number, text: string])[]
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
  const usual = new Map<number, string>()
  const others: (readonly [number, string, string])[] = []
  const code = (glyph: number, text: string): string => {
    const made = face.code(glyph, text)
    if (face.isUsual(glyph, text)) usual.set(glyph, text)
    else others.push([glyph, text, made])
    return made
  }
  const operators = textOperators(item, { ...face, code }, sheet, readings, wordEnd)
  return { operators, setting, usual: [...usual], others }
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
    for (const [glyph, text] of known.usual) face.code(glyph, text)
    return known.operators
  }
  const made = drawAnew(item, face, sheet, readings, wordEnd, setting)
  drawn.set(item, made)
  return made.operators
}
