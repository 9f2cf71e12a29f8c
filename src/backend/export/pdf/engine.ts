import PDFDocument from 'pdfkit'
import type { PdfToken } from './spell.ts'

/** An indirect object of the file: its dictionary, and once `end` is called, its place in the file; others name it as a value. */
export interface PdfReference extends PdfToken {
  readonly data: Record<string, unknown>
  /** Writes the object; a stream of which the dictionary names no filter is packed. */
  end(stream?: string | Uint8Array): void
}

interface PdfPage {
  readonly dictionary: PdfReference
  readonly fonts: Record<string, unknown>
  readonly xobjects: Record<string, unknown>
  readonly states: Record<string, unknown>
  readonly colourSpaces: Record<string, unknown>
  /** Says what its operators are, packed. */
  setContent(packed: Uint8Array): void
}

/** A PDF file that is being written: objects, pages and the table of where they lie (ISO 32000-1, 7.5). */
export interface PdfEngine {
  readonly root: PdfReference
  /** The page that was added last. */
  page(): PdfPage
  /** Begins a dictionary. */
  ref(data: Readonly<Record<string, unknown>>): PdfReference
  /** Writes an object that is no dictionary. */
  value(value: unknown): PdfToken
  /** Ends the page before and begins one of so many points. */
  addPage(width: number, height: number): PdfPage
  /** Has something written after the last page. */
  atEnd(write: () => void): void
  /** Ends the file; `metadata` is what its XMP packet says. */
  end(metadata: string): void
  /** The bytes written since the last call, in parts; pictures are not copied once more. */
  takeParts(): readonly Uint8Array[]
}

export interface PdfInfo {
  readonly Title: string
  readonly Author: string
  readonly Creator: string
  readonly Producer: string
  readonly CreationDate: Date
  readonly ModDate: Date
  readonly Trapped?: PdfToken
}

/** Parts shorter than this are joined. */
const smallPart = 65_536

interface Output {
  /** A text is a line, a byte a character; returns the bytes it took. */
  write(data: unknown): number
  takeParts(): readonly Uint8Array[]
}

const openOutput = (): Output => {
  let text = ''
  let small: Uint8Array[] = []
  let parts: Uint8Array[] = []
  const settle = () => {
    if (text !== '') small.push(Buffer.from(text, 'latin1'))
    text = ''
  }
  const join = () => {
    settle()
    if (small.length > 0) parts.push(Buffer.concat(small))
    small = []
  }
  return {
    write: (data) => {
      if (!(data instanceof Uint8Array)) {
        const line = `${data}\n`
        text += line
        return line.length
      }
      if (data.length < smallPart) {
        settle()
        small.push(data)
      } else {
        join()
        parts.push(data)
      }
      return data.length
    },
    takeParts: () => {
      join()
      const taken = parts
      parts = []
      return taken
    },
  }
}

/** What we use of pdfkit's objects and pages, private places among it. */
interface KitReference {
  readonly data: Record<string, unknown>
  /** Is a stream packed when the object ends? */
  compress: boolean
  end(stream?: string | Uint8Array): void
}
interface KitPage {
  readonly dictionary: KitReference
  readonly content: KitReference & { buffer: Uint8Array[] }
  readonly fonts: Record<string, unknown>
  readonly xobjects: Record<string, unknown>
  readonly ext_gstates: Record<string, unknown>
  readonly colorSpaces: Record<string, unknown>
}
/**
 * What we use of pdfkit: objects, pages and the file around them; text, fonts, tags, bookmarks and metadata are our own.
 * Most of it is private to pdfkit, so its version is pinned, every document is checked for it when it is made, and a test
 * holds the contract.
 */
interface Kit {
  readonly page: KitPage
  readonly _root: KitReference
  _addInfo: () => void
  endMarkings: () => void
  ref(data: unknown): KitReference
  addPage(options: { size: readonly [number, number]; margin: number }): unknown
  appendXML(xml: string): void
  /** Bytes written so far, how they are written, and how many objects are not ended. */
  _offset: number
  _write: (data: unknown) => void
  readonly _waiting: number
  end(): void
}

const methods = ['ref', 'addPage', 'appendXML', '_addInfo', 'endMarkings', '_write', 'end']

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isReference = (value: unknown): boolean =>
  isObject(value) && isObject(value.data) && typeof value.compress === 'boolean' && typeof value.end === 'function'

const isKit = (value: unknown): value is Kit =>
  isObject(value) &&
  isReference(value._root) &&
  typeof value._offset === 'number' &&
  typeof value._waiting === 'number' &&
  methods.every((method) => typeof value[method] === 'function')

const unlike = 'pdfkit is not the version this program was written for'

/** A document of pdfkit whose bytes go to `output`. */
const openKit = (version: '1.6' | '1.7', info: PdfInfo, output: Output): Kit => {
  // An empty font name keeps pdfkit from loading Helvetica, which nothing uses.
  const options = { pdfVersion: version, autoFirstPage: false, font: '', displayTitle: true, info: { ...info } }
  const kit: unknown = new PDFDocument(options)
  if (!isKit(kit)) throw new Error(unlike)
  // What was written while it was made lies in its stream: the header, which is two lines.
  const header = output.write(`%PDF-${version}`) + output.write('%\xff\xff\xff\xff')
  if (header !== kit._offset) throw new Error(unlike)
  kit._write = (data) => {
    kit._offset += output.write(data)
  }
  // The tags are ours, and their objects are ended by then.
  kit.endMarkings = () => undefined
  return kit
}

/** A page as the writer knows it. */
const pageOf = (page: KitPage): PdfPage => ({
  dictionary: page.dictionary,
  get fonts() {
    return page.fonts
  },
  get xobjects() {
    return page.xobjects
  },
  get states() {
    return page.ext_gstates
  },
  get colourSpaces() {
    return page.colorSpaces
  },
  setContent: (packed) => {
    if (!Array.isArray(page.content.buffer) || !isReference(page.content)) throw new Error(unlike)
    page.content.buffer = [packed]
    page.content.compress = false
    Object.assign(page.content.data, { Filter: 'FlateDecode', Length: packed.length })
  },
})

/** Starts a file of a PDF version without pages. Throws when pdfkit is not the one we know. */
export const openEngine = (version: '1.6' | '1.7', info: PdfInfo): PdfEngine => {
  const output = openOutput()
  const kit = openKit(version, info, output)
  const later: (() => void)[] = []
  let current: PdfPage | null = null

  const ref: PdfEngine['ref'] = (data) => {
    const made = kit.ref({ ...data })
    if (!isReference(made)) throw new Error(unlike)
    const end = made.end.bind(made)
    made.end = (stream) => {
      made.compress = made.data.Filter === undefined
      end(stream)
    }
    return made
  }

  return {
    root: kit._root,
    ref,
    value: (of) => {
      const made = kit.ref(of)
      made.end()
      return made
    },
    addPage: (width, height) => {
      kit.addPage({ size: [width, height], margin: 0 })
      kit.page.dictionary.data.UserUnit = undefined
      current = pageOf(kit.page)
      return current
    },
    atEnd: (finish) => void later.push(finish),
    end: (metadata) => {
      kit._addInfo = () => kit.appendXML(metadata)
      for (const finish of later) finish()
      kit.end()
      if (kit._waiting !== 0) throw new Error('an object was never ended')
    },
    takeParts: output.takeParts,
    page: () => {
      if (current === null) throw new Error('the file has no page yet')
      return current
    },
  }
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
