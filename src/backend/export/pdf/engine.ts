import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { type PdfToken, pdfText, pdfToken, spelled } from './spell.ts'

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
  /** Its operators, packed. */
  content: Uint8Array
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
  /** Ends the file; `metadata` is its XMP packet. */
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
  /** Bytes written so far. */
  offset(): number
  /** A text is a line, a byte a character. */
  write(data: string | Uint8Array): void
  takeParts(): readonly Uint8Array[]
}

const openOutput = (): Output => {
  let offset = 0
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
    offset: () => offset,
    write: (data) => {
      if (typeof data === 'string') {
        text += `${data}\n`
        offset += data.length + 1
        return
      }
      offset += data.length
      if (data.length < smallPart) {
        settle()
        small.push(data)
      } else {
        join()
        parts.push(data)
      }
    },
    takeParts: () => {
      join()
      const taken = parts
      parts = []
      return taken
    },
  }
}

/** The identifier of a file: equal facts give equal ones. */
const fileId = (info: PdfInfo): Uint8Array => {
  const facts = Object.entries(info).map(
    ([key, value]) => `${key}: ${spelled(typeof value === 'string' ? pdfText(value) : value)}`,
  )
  return createHash('sha256').update(facts.join('\n')).digest().subarray(0, 16)
}

/** Starts a file of a PDF version without pages. */
export const openEngine = (version: '1.6' | '1.7', info: PdfInfo): PdfEngine => {
  const output = openOutput()
  const { write } = output
  /** Where each object lies; null while it is not written. */
  const offsets: (number | null)[] = []
  const later: (() => void)[] = []
  let current: PdfPage | null = null
  let endPage: () => void = () => undefined

  const begin = (): number => offsets.push(null)
  const writeObject = (number: number, text: string, stream: Uint8Array | null): void => {
    offsets[number - 1] = output.offset()
    write(`${number} 0 obj`)
    write(text)
    if (stream !== null) {
      write('stream')
      write(stream)
      write('\nendstream')
    }
    write('endobj')
  }

  const ref: PdfEngine['ref'] = (members) => {
    const number = begin()
    const data: Record<string, unknown> = { ...members }
    const end: PdfReference['end'] = (stream) => {
      if (stream === undefined) return writeObject(number, spelled(data), null)
      const bytes = typeof stream === 'string' ? Buffer.from(`${stream}\n`, 'latin1') : stream
      const packed = data.Filter === undefined ? deflateSync(bytes) : bytes
      data.Length = packed.length
      data.Filter ??= 'FlateDecode'
      writeObject(number, spelled(data), packed)
    }
    return { ...pdfToken(`${number} 0 R`), data, end }
  }

  const value: PdfEngine['value'] = (of) => {
    const number = begin()
    writeObject(number, spelled(of), null)
    return pdfToken(`${number} 0 R`)
  }

  const plainStream = (data: Readonly<Record<string, unknown>>, bytes: Uint8Array): PdfToken => {
    const number = begin()
    writeObject(number, spelled({ ...data, Length: bytes.length }), bytes)
    return pdfToken(`${number} 0 R`)
  }

  const kids: PdfReference[] = []
  const pages = ref({ Type: 'Pages', Count: 0, Kids: kids })
  const root = ref({ Type: 'Catalog', Pages: pages })

  const addPage: PdfEngine['addPage'] = (width, height) => {
    endPage()
    const content = ref({ Filter: 'FlateDecode' })
    const resources = ref({ ProcSet: ['PDF', 'Text', 'ImageB', 'ImageC', 'ImageI'] })
    const dictionary = ref({
      ...{ Type: 'Page', Parent: pages, MediaBox: [0, 0, width, height] },
      ...{ Contents: content, Resources: resources },
    })
    const page: PdfPage = { dictionary, fonts: {}, xobjects: {}, states: {}, colourSpaces: {}, content: new Uint8Array(0) }
    current = page
    endPage = () => {
      // Readers go through tagged pages in the order of their tags.
      if (root.data.MarkInfo !== undefined) dictionary.data.Tabs = 'S'
      dictionary.end()
      const named = { Font: page.fonts, XObject: page.xobjects, ExtGState: page.states, ColorSpace: page.colourSpaces }
      for (const [kind, things] of Object.entries(named)) if (Object.keys(things).length > 0) resources.data[kind] = things
      resources.end()
      content.end(page.content)
    }
    kids.push(dictionary)
    pages.data.Count = kids.length
    return page
  }

  const end: PdfEngine['end'] = (metadata) => {
    endPage()
    const facts = Object.entries(info).map(
      ([key, fact]) => [key, value(typeof fact === 'string' ? pdfText(fact) : fact)] as const,
    )
    const about = ref(Object.fromEntries(facts))
    about.end()
    for (const finish of later) finish()
    const packet = Buffer.from(metadata, 'utf8')
    // Programs that know nothing of PDF look for it, so it stays unpacked.
    root.data.Metadata = plainStream({ Type: 'Metadata', Subtype: 'XML' }, packet)
    root.end()
    pages.end()
    const open = offsets.indexOf(null)
    if (open >= 0) throw new Error(`object ${open + 1} was never ended`)
    const table = output.offset()
    write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f `)
    for (const offset of offsets) write(`${String(offset).padStart(10, '0')} 00000 n `)
    const id = fileId(info)
    write(`trailer\n${spelled({ Size: offsets.length + 1, Root: root, Info: about, ID: [id, id] })}\nstartxref\n${table}\n%%EOF`)
  }

  write(`%PDF-${version}`)
  write('%\xff\xff\xff\xff')
  return {
    root,
    ref,
    value,
    addPage,
    end,
    atEnd: (finish) => void later.push(finish),
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
