/** A value of a PDF as it stands in the file (ISO 32000-1, 7.3); strings are bytes, one character a byte. */
export type PdfValue =
  | null
  | boolean
  | number
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'reference'; readonly object: number }
  | { readonly kind: 'operator'; readonly operator: string }
  | readonly PdfValue[]
  | PdfDictionary
export type PdfDictionary = ReadonlyMap<string, PdfValue>

/** Reads values one after another; null at the end is told apart by `ended`. */
export interface ValueReader {
  readonly at: () => number
  readonly ended: () => boolean
  next(): PdfValue
}

/** The text is no PDF syntax at this place. */
export class BrokenSyntax extends Error {}

/** What a character is to the syntax (ISO 32000-1, 7.2.2). */
const [regular, white, delimiter] = [0, 1, 2]
const classes = new Uint8Array(256)
for (const character of '\0\t\n\f\r ') classes[character.charCodeAt(0)] = white
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = delimiter
const classOf = (code: number): number => classes[code] ?? regular

const [percent, plus, minus, point, zero, nine, blank] = [37, 43, 45, 46, 48, 57, 32]
const [lineFeed, carriageReturn, capitalR, star] = [10, 13, 82, 42]
const isDigit = (code: number): boolean => code >= zero && code <= nine
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** Figures that a whole number can have and stay exact, and with it its quotient by a power of ten. */
const exactFigures = 15

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const literalString = (text: string, from: number): readonly [string, number] => {
  let bytes = ''
  let depth = 1
  for (let i = from; i < text.length; i += 1) {
    const character = text.charAt(i)
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))?.[0]
      if (octal) {
        bytes += String.fromCharCode(Number.parseInt(octal, 8) & 255)
        i += octal.length
        continue
      }
      i += 1
      const escaped = text.charAt(i)
      if (escaped !== '\n' && escaped !== '\r') bytes += escapes[escaped] ?? escaped
      continue
    }
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0) return [bytes, i + 1]
    bytes += character
  }
  throw new BrokenSyntax('a string does not end')
}

/** Of the two figures of every byte the value, or nothing for what is no figure. */
const hexFigures = new Map([...'0123456789abcdef', ...'ABCDEF'].map((figure, i) => [figure.charCodeAt(0), i < 16 ? i : i - 6]))

const hexString = (text: string, from: number, to: number): string => {
  let bytes = ''
  let high = -1
  for (let i = from; i < to; i += 1) {
    const figure = hexFigures.get(text.charCodeAt(i))
    if (figure === undefined) continue
    if (high < 0) high = figure
    else {
      bytes += String.fromCharCode(high * 16 + figure)
      high = -1
    }
  }
  return high < 0 ? bytes : bytes + String.fromCharCode(high * 16)
}

/** Deeper nesting is no honest file. */
const deepest = 60

/** Reads the values of a file's or a page's text (one character a byte) from a place on. */
export const readValues = (text: string, from = 0): ValueReader => {
  let at = from
  const skip = () => {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === percent) {
        while (at < text.length && text.charCodeAt(at) !== lineFeed && text.charCodeAt(at) !== carriageReturn) at += 1
      } else if (classOf(code) !== white) return
    }
  }
  const word = (): string => {
    const from = at
    while (at < text.length && classOf(text.charCodeAt(at)) === regular) at += 1
    return text.slice(from, at)
  }
  /** Had the number read last neither a sign nor a point? */
  let figuresOnly = false
  /** The number that begins here; null, and nothing read, for none. */
  const number = (): number | null => {
    const begin = at
    let i = at
    const sign = text.charCodeAt(i)
    if (sign === plus || sign === minus) i += 1
    let whole = 0
    let figures = 0
    let behind = 0
    figuresOnly = isDigit(sign)
    for (; isDigit(text.charCodeAt(i)); i += 1) {
      whole = whole * 10 + text.charCodeAt(i) - zero
      figures += 1
    }
    if (text.charCodeAt(i) === point) {
      figuresOnly = false
      for (i += 1; isDigit(text.charCodeAt(i)); i += 1) {
        whole = whole * 10 + text.charCodeAt(i) - zero
        behind += 1
      }
    }
    if (figures + behind === 0) return null
    at = i
    if (figures + behind > exactFigures) return Number(text.slice(begin, i))
    const size = behind === 0 ? whole : whole / 10 ** behind
    return sign === minus ? -size : size
  }
  /** Does a whole number go on as a reference, «12 0 R»? Then that is read too. */
  const goesOnAsReference = (): boolean => {
    let i = at
    if (text.charCodeAt(i) !== blank || !isDigit(text.charCodeAt(i + 1))) return false
    for (i += 1; isDigit(text.charCodeAt(i)); ) i += 1
    if (text.charCodeAt(i) !== blank || text.charCodeAt(i + 1) !== capitalR) return false
    const after = text.charCodeAt(i + 2)
    if (isLetter(after) || after === star) return false
    at = i + 2
    return true
  }
  const array = (depth: number): readonly PdfValue[] => {
    const values: PdfValue[] = []
    for (skip(); text[at] !== ']'; skip()) {
      if (at >= text.length) throw new BrokenSyntax('an array does not end')
      values.push(value(depth + 1))
    }
    at += 1
    return values
  }
  const dictionary = (depth: number): PdfDictionary => {
    const entries = new Map<string, PdfValue>()
    for (skip(); !text.startsWith('>>', at); skip()) {
      const key = value(depth + 1)
      if (!isName(key)) throw new BrokenSyntax('a key is no name')
      entries.set(key.name, value(depth + 1))
    }
    at += 2
    return entries
  }
  const value = (depth: number): PdfValue => {
    if (depth > deepest) throw new BrokenSyntax('too deep')
    skip()
    const character = text.charAt(at)
    const read = number()
    if (read !== null) return figuresOnly && goesOnAsReference() ? { kind: 'reference', object: read } : read
    if (character === '/') {
      at += 1
      const raw = word()
      const name = raw.includes('#')
        ? raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
        : raw
      return { kind: 'name', name }
    }
    if (character === '(') {
      const [bytes, end] = literalString(text, at + 1)
      at = end
      return { kind: 'string', bytes }
    }
    if (text.startsWith('<<', at)) {
      at += 2
      return dictionary(depth)
    }
    if (character === '<') {
      const end = text.indexOf('>', at)
      if (end < 0) throw new BrokenSyntax('a string does not end')
      const bytes = hexString(text, at + 1, end)
      at = end + 1
      return { kind: 'string', bytes }
    }
    if (character === '[') {
      at += 1
      return array(depth)
    }
    const operator = word()
    if (operator === '') throw new BrokenSyntax(`nothing known at ${at}`)
    if (operator === 'true') return true
    if (operator === 'false') return false
    if (operator === 'null') return null
    return { kind: 'operator', operator }
  }
  return {
    at: () => at,
    ended: () => {
      skip()
      return at >= text.length
    },
    next: () => value(0),
  }
}

const hasKind = <K extends string>(value: PdfValue | undefined, kind: K): value is Extract<PdfValue, { readonly kind: K }> =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind

export const isName = (value: PdfValue | undefined) => hasKind(value, 'name')
export const isReference = (value: PdfValue | undefined) => hasKind(value, 'reference')
export const isOperator = (value: PdfValue | undefined) => hasKind(value, 'operator')
export const isString = (value: PdfValue | undefined) => hasKind(value, 'string')
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map

/** The name itself; null for anything else. */
export const nameOf = (value: PdfValue | undefined): string | null => (isName(value) ? value.name : null)
export const numberOf = (value: PdfValue | undefined): number | null => (typeof value === 'number' ? value : null)
/** The bytes of a string; null for anything else. */
export const bytesOf = (value: PdfValue | undefined): string | null => (isString(value) ? value.bytes : null)
