const spelling = Symbol('PDF spelling')

/** A value in PDF's own spelling, to stand in a dictionary or an array. */
export interface PdfToken {
  readonly [spelling]: string
}

const isToken = (value: object): value is PdfToken => spelling in value

/** A value that is written as it is. */
export const pdfToken = (token: string): PdfToken => ({ [spelling]: token })

/** A name where a text is expected. */
export const pdfName = (name: string): PdfToken => pdfToken(`/${name}`)

const escapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\\', '\\\\'],
  ['(', '\\('],
  [')', '\\)'],
])

const plainAscii = /^[\0-\x7f]*$/

/** UTF-16 with its mark, a byte a character (ISO 32000-1, 7.9.2.2). */
const wide = (text: string): string => {
  let bytes = '\xfe\xff'
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    bytes += String.fromCharCode(unit >> 8, unit & 0xff)
  }
  return bytes
}

/** A text value: plain strings are names. */
export const pdfText = (text: string): PdfToken => {
  const bytes = plainAscii.test(text) ? text : wide(text)
  return pdfToken(`(${bytes.replace(/[\n\r\t\b\f()\\]/g, (sign) => escapes.get(sign) ?? sign)})`)
}

/** No reader needs more digits; beyond this PDF has no spelling. */
const [precision, beyond] = [1e6, 1e21]

const numberText = (value: number): string => {
  if (!(Math.abs(value) < beyond)) throw new Error(`PDF has no number ${value}`)
  return String(Math.round(value * precision) / precision)
}

const dateText = (date: Date): string => `(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`

/** A value as it stands in the file, a byte a character; members of a dictionary that are undefined are left out. */
export const spelled = (value: unknown): string => {
  if (typeof value === 'string') return `/${value}`
  if (typeof value === 'number') return numberText(value)
  if (typeof value !== 'object' || value === null) return String(value ?? null)
  if (isToken(value)) return value[spelling]
  if (Array.isArray(value)) return `[${value.map(spelled).join(' ')}]`
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`
  if (value instanceof Date) return dateText(value)
  const entries = Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [`/${key} ${spelled(member)}`]))
  return ['<<', ...entries, '>>'].join('\n')
}
