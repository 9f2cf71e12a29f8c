import PDFDocument from 'pdfkit'

/** An indirect object of the file: its dictionary, and once `end` is called, its place in the file. */
export interface PdfReference {
  readonly id: number
  readonly data: Record<string, unknown>
  end(stream?: string | Uint8Array): void
}

/** A step of a glyph's outline, in units of the font. */
export interface OutlineCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  readonly args: readonly number[]
}

/** A font that goes into the file as the subset of the glyphs that were asked for; widths in thousandths of the em. */
export interface PdfFont {
  readonly id: string
  readonly scale: number
  readonly widths: number[]
  readonly unicode: (readonly number[])[]
  readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number }
  readonly font: {
    getGlyph(id: number): { readonly advanceWidth: number; readonly path: { readonly commands: readonly OutlineCommand[] } }
    glyphForCodePoint(codePoint: number): { readonly id: number }
  }
  ref(): PdfReference
}

interface PdfPage {
  readonly dictionary: PdfReference
  readonly fonts: Record<string, unknown>
  readonly xobjects: Record<string, unknown>
  readonly ext_gstates: Record<string, unknown>
  readonly colorSpaces: Record<string, unknown>
}

/**
 * What we use of pdfkit: objects, pages, font subsets and the file around them; text, tags, bookmarks and metadata are
 * our own. Most of it is private to pdfkit, so its version is pinned, every document is checked for it when it is made,
 * and a test holds the contract.
 */
export interface PdfEngine {
  readonly page: PdfPage
  readonly _root: PdfReference
  readonly _font: PdfFont
  _addInfo: () => void
  ref(data: unknown): PdfReference
  addPage(options: { size: readonly [number, number]; margin: number }): unknown
  addContent(operators: string): unknown
  registerFont(name: string, file: Uint8Array): unknown
  font(name: string): unknown
  appendXML(xml: string): void
  read(): unknown
  end(): void
}

export interface PdfInfo {
  readonly Title: string
  readonly Author: string
  readonly Creator: string
  readonly Producer: string
  readonly CreationDate: Date
  readonly ModDate: Date
  readonly Trapped?: PdfName
}

/** A value in PDF's own spelling: pdfkit prints values of foreign kinds by their `toString`. */
export interface PdfName {
  readonly [Symbol.toStringTag]: string
  toString(): string
}
export const pdfToken = (token: string): PdfName => ({ [Symbol.toStringTag]: 'PdfName', toString: () => token })

/** A name where pdfkit would make a string of plain text. */
export const pdfName = (name: string): PdfName => pdfToken(`/${name}`)

/** A text value for a dictionary: pdfkit writes plain strings as names and boxed ones as text. */
export const pdfText = (text: string): object => Object(text)

const methods = ['ref', 'addPage', 'addContent', 'registerFont', 'font', 'appendXML', '_addInfo', 'read', 'end']

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isReference = (value: unknown): boolean => isObject(value) && isObject(value.data) && typeof value.end === 'function'

const isEngine = (value: unknown): value is PdfEngine =>
  isObject(value) && isReference(value._root) && methods.every((method) => typeof value[method] === 'function')

const isFont = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.scale === 'number' &&
  Array.isArray(value.widths) &&
  Array.isArray(value.unicode) &&
  isObject(value.subset) &&
  Array.isArray(value.subset.glyphs) &&
  typeof value.subset.includeGlyph === 'function' &&
  isObject(value.font) &&
  typeof value.font.getGlyph === 'function' &&
  typeof value.ref === 'function'

const unlike = 'pdfkit is not the version this program was written for'

/** Starts a file of a PDF version without pages. Throws when pdfkit is not the one we know. */
export const openEngine = (version: '1.6' | '1.7', info: PdfInfo): PdfEngine => {
  // An empty font name keeps pdfkit from loading Helvetica, which nothing uses.
  const options = { pdfVersion: version, autoFirstPage: false, font: '', displayTitle: true, info: { ...info } }
  const engine: unknown = new PDFDocument(options)
  if (!isEngine(engine)) throw new Error(unlike)
  return engine
}

/** Takes a font file in under a name of its own. */
export const openFont = (engine: PdfEngine, name: string, file: Uint8Array): PdfFont => {
  engine.registerFont(name, file)
  engine.font(name)
  if (!isFont(engine._font)) throw new Error(unlike)
  return engine._font
}

/** The bytes written since the last call. */
export const takeBytes = (engine: PdfEngine): Uint8Array => {
  const bytes = engine.read()
  return bytes instanceof Uint8Array ? bytes : new Uint8Array(0)
}
