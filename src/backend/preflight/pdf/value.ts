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

const space = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*/y
const reference = /(\d+) \d+ R(?![A-Za-z*])/y
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/y

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

const hexString = (hex: string): string => {
  const digits = hex.replace(/[^0-9A-Fa-f]/g, '')
  let bytes = ''
  for (let i = 0; i < digits.length; i += 2)
    bytes += String.fromCharCode(Number.parseInt(digits.slice(i, i + 2).padEnd(2, '0'), 16))
  return bytes
}

/** Deeper nesting is no honest file. */
const deepest = 60

/** Reads the values of a file's or a page's text (one character a byte) from a place on. */
export const readValues = (text: string, from = 0): ValueReader => {
  let at = from
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  const skip = () => match(space)
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
    if (character >= '0' && character <= '9') {
      const found = match(reference)
      if (found) return { kind: 'reference', object: Number(found[1]) }
    }
    const digits = match(number)
    if (digits) return Number(digits[0])
    if (character === '/') {
      at += 1
      const raw = match(word)?.[0] ?? ''
      return { kind: 'name', name: raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) }
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
      const bytes = hexString(text.slice(at + 1, end))
      at = end + 1
      return { kind: 'string', bytes }
    }
    if (character === '[') {
      at += 1
      return array(depth)
    }
    const operator = match(word)?.[0]
    if (operator === undefined) throw new BrokenSyntax(`nothing known at ${at}`)
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
