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

/** A font that was taken in; `scale` makes thousandths of the em of its units. */
export interface PdfFont {
  readonly scale: number
  readonly font: {
    readonly postscriptName: string
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly xHeight: number
    readonly italicAngle: number
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
    readonly post: { readonly isFixedPitch: number }
    readonly head: { readonly macStyle: { readonly italic: boolean } }
    readonly 'OS/2': { readonly sFamilyClass: number }
    getGlyph(id: number): { readonly advanceWidth: number; readonly path: { readonly commands: readonly OutlineCommand[] } }
    glyphForCodePoint(codePoint: number): { readonly id: number }
    /** The characters that a glyph stands for. */
    stringsForGlyph(glyph: number): readonly string[]
  }
  ref(): PdfReference
  /** Called when the file ends, where `ref` was asked for: writes the font's objects. */
  embed: () => void
}

interface PdfPage {
  readonly dictionary: PdfReference
  /** The content; its bytes are packed when the page ends, unless `compress` says that they are. */
  readonly content: PdfReference & { buffer: Uint8Array[]; compress: boolean }
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
  /** Bytes written so far, and how they are written: a text is a line. */
  _offset: number
  _write: (data: unknown) => void
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

const methods = ['ref', 'addPage', 'addContent', 'registerFont', 'font', 'appendXML', '_addInfo', '_write', 'end']

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isReference = (value: unknown): boolean => isObject(value) && isObject(value.data) && typeof value.end === 'function'

const isEngine = (value: unknown): value is PdfEngine =>
  isObject(value) &&
  isReference(value._root) &&
  typeof value._offset === 'number' &&
  methods.every((method) => typeof value[method] === 'function')

const isFont = (value: unknown): value is PdfFont =>
  isObject(value) &&
  typeof value.scale === 'number' &&
  typeof value.embed === 'function' &&
  isObject(value.font) &&
  typeof value.font.getGlyph === 'function' &&
  typeof value.font.stringsForGlyph === 'function' &&
  typeof value.ref === 'function'

const unlike = 'pdfkit is not the version this program was written for'

/** What an engine has written and nobody has taken yet. */
const written = new WeakMap<PdfEngine, Uint8Array[]>()

/** Starts a file of a PDF version without pages. Throws when pdfkit is not the one we know. */
export const openEngine = (version: '1.6' | '1.7', info: PdfInfo): PdfEngine => {
  // An empty font name keeps pdfkit from loading Helvetica, which nothing uses.
  const options = { pdfVersion: version, autoFirstPage: false, font: '', displayTitle: true, info: { ...info } }
  const engine: unknown = new PDFDocument(options)
  if (!isEngine(engine)) throw new Error(unlike)
  // What was written while the engine was made lies in its stream: the header, which is two lines.
  const header = Buffer.from(`%PDF-${version}\n%\xff\xff\xff\xff\n`, 'latin1')
  if (header.length !== engine._offset) throw new Error(unlike)
  written.set(engine, [header])
  engine._write = (data) => {
    const bytes = data instanceof Uint8Array ? data : Buffer.from(`${data}\n`, 'latin1')
    written.get(engine)?.push(bytes)
    engine._offset += bytes.length
  }
  return engine
}

/** Parts shorter than this are joined. */
const smallPart = 65_536

/** Takes a font file in under a name of its own. */
export const openFont = (engine: PdfEngine, name: string, file: Uint8Array): PdfFont => {
  engine.registerFont(name, file)
  engine.font(name)
  if (!isFont(engine._font)) throw new Error(unlike)
  return engine._font
}

/** The bytes written since the last call, in parts; pictures are not copied once more. */
export const takeParts = (engine: PdfEngine): readonly Uint8Array[] => {
  const parts: Uint8Array[] = []
  let small: Uint8Array[] = []
  const join = () => {
    if (small.length > 0) parts.push(Buffer.concat(small))
    small = []
  }
  for (const chunk of written.get(engine) ?? [])
    if (chunk.length < smallPart) small.push(chunk)
    else {
      join()
      parts.push(chunk)
    }
  join()
  written.set(engine, [])
  return parts
}

/** The same in one. */
export const takeBytes = (engine: PdfEngine): Uint8Array => Buffer.concat(takeParts(engine))

/** Puts the packed operators of the present page in the place of those it has. */
export const setPageContent = ({ page: { content } }: PdfEngine, packed: Uint8Array): void => {
  if (!Array.isArray(content.buffer) || typeof content.compress !== 'boolean') throw new Error(unlike)
  content.buffer = [packed]
  content.compress = false
  Object.assign(content.data, { Filter: 'FlateDecode', Length: packed.length })
}

/** A stream of bytes that are packed already. */
export const packedStream = (
  engine: PdfEngine,
  packed: Uint8Array,
  data: Readonly<Record<string, unknown>> = {},
): PdfReference => {
  const reference = engine.ref({ ...data, Filter: 'FlateDecode' })
  reference.end(packed)
  return reference
}
