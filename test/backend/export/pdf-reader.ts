import { inflateSync } from 'node:zlib'

/** An object of a PDF: its text up to the stream, and the stream as it is stored. */
interface PdfObject {
  readonly text: string
  readonly stream: Buffer | null
}

/** As much of a PDF as our tests ask about; for files with a plain cross-reference table, such as ours. */
export interface ReadPdf {
  readonly head: string
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly trailer: string
  /** The object a dictionary's key refers to. */
  follow(text: string, key: string): PdfObject
  /** Page dictionaries in order. */
  readonly pages: readonly PdfObject[]
  content(page: PdfObject): string
  inflate(object: PdfObject): Buffer
}

export const readPdf = (file: Uint8Array): ReadPdf => {
  const bytes = Buffer.from(file)
  const all = bytes.toString('latin1')
  const start = Number(/startxref\n(\d+)/.exec(all)?.[1])
  const [table = '', trailer = ''] = all.slice(start).split('trailer')
  const objects = new Map<number, PdfObject>()
  table
    .split('\n')
    .filter((line) => / [nf] ?$/.test(line))
    .forEach((line, number) => {
      if (!/ n ?$/.test(line)) return
      const at = Number(line.slice(0, 10))
      const header = `${number} 0 obj\n`
      if (!all.startsWith(header, at)) throw new Error(`object ${number} is not at ${at}`)
      const end = all.indexOf('\nendobj', at)
      const streamAt = all.indexOf('\nstream\n', at)
      if (streamAt < 0 || streamAt > end) {
        objects.set(number, { text: all.slice(at + header.length, end), stream: null })
        return
      }
      const text = all.slice(at + header.length, streamAt)
      const length = Number(/\/Length (\d+)/.exec(text)?.[1])
      objects.set(number, { text, stream: bytes.subarray(streamAt + 8, streamAt + 8 + length) })
    })
  const object = (number: string | undefined): PdfObject => {
    const found = objects.get(Number(number))
    if (!found) throw new Error(`no object ${number}`)
    return found
  }
  const follow = (text: string, key: string) => object(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1])
  const inflate = ({ text, stream }: PdfObject): Buffer =>
    stream === null ? Buffer.alloc(0) : text.includes('/FlateDecode') ? inflateSync(stream) : stream
  const kids = /\/Kids \[([^\]]*)\]/.exec(follow(follow(trailer, 'Root').text, 'Pages').text)?.[1] ?? ''
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map((match) => object(match[1]))
  return {
    head: all.slice(0, 8),
    objects,
    trailer,
    follow,
    pages,
    content: (page) => inflate(follow(page.text, 'Contents')).toString('latin1'),
    inflate,
  }
}

export const numbersOf = (text: string, key: string): readonly number[] =>
  (new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '').trim().split(/\s+/).map(Number)

/** One drawn glyph: what it reads as, where its origin stands (PDF coordinates) and the state it was drawn in. */
export interface DrawnGlyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly colour: string
  readonly state: string
}

const unicodeMap = (cmap: string): ReadonlyMap<number, string> => {
  const map = new Map<number, string>()
  for (const range of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    let code = Number.parseInt(range[1] ?? '', 16)
    for (const entry of (range[2] ?? '').matchAll(/<([0-9a-f ]*)>/gi)) {
      const units = (entry[1] ?? '').split(' ').filter(Boolean)
      map.set(code, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))))
      code += 1
    }
  }
  return map
}

/** Follows the text operators of a page as a viewer does (ISO 32000-1, 9.4.4); rotated text is left out. */
export const drawnGlyphs = (pdf: ReadPdf, page: PdfObjectLike): readonly DrawnGlyph[] => {
  const fonts = new Map<string, { widths: readonly number[]; unicode: ReadonlyMap<number, string> }>()
  const resources = pdf.follow(page.text, 'Resources').text
  for (const [, name = '', number] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = pdf.objects.get(Number(number))
    if (!font) throw new Error(name)
    const descendant = pdf.objects.get(Number(/DescendantFonts \[(\d+)/.exec(font.text)?.[1]))
    const widths: number[] = []
    const runs = /\/W \[((?:\d+ \[[^\]]*\] ?)*)\]/.exec(descendant?.text ?? '')?.[1] ?? ''
    for (const [, first = '', run = ''] of runs.matchAll(/(\d+) \[([^\]]*)\]/g))
      for (const [i, width] of run.split(' ').entries()) widths[Number(first) + i] = Number(width)
    const unicode = unicodeMap(pdf.inflate(pdf.follow(font.text, 'ToUnicode')).toString('latin1'))
    fonts.set(name, { widths, unicode })
  }
  const drawn: DrawnGlyph[] = []
  let operands: string[] = []
  let [font, size, scale, tracking, x, y, colour, state, upright] = ['', 0, 1, 0, 0, 0, '', '', true]
  const tokens = pdf.content(page).match(/\[[^\]]*\]|<<[^>]*(?:<[^>]*>)?[^>]*>>|<[^>]*>|[^\s[\]<>]+/g) ?? []
  const number = (i: number) => Number(operands[i])
  for (const token of tokens) {
    if (/^[-\d.[<]/.test(token) || token.startsWith('/')) {
      operands.push(token)
      continue
    }
    if (token === 'Tf') [font, size] = [(operands[0] ?? '').slice(1), number(1)]
    if (token === 'Tz') scale = number(0) / 100
    if (token === 'Tc') tracking = number(0)
    if (token === 'Tm') [x, y, upright] = [number(4), number(5), number(1) === 0]
    if (token === 'k' || token === 'rg') colour = operands.join(' ')
    if (token === 'gs') state = (operands[0] ?? '').slice(1)
    if (token === 'TJ' && upright) {
      for (const [part] of (operands[0] ?? '').matchAll(/<[^>]*>|[-\d.]+/g)) {
        if (!part.startsWith('<')) {
          x -= (Number(part) * size * scale) / 1000
          continue
        }
        for (const [code] of part.matchAll(/[0-9a-f]{4}/g)) {
          const id = Number.parseInt(code, 16)
          drawn.push({ text: fonts.get(font)?.unicode.get(id) ?? '', x, y, size, colour, state })
          x += (((fonts.get(font)?.widths[id] ?? 0) * size) / 1000 + tracking) * scale
        }
      }
    }
    operands = []
  }
  return drawn
}
type PdfObjectLike = Pick<PdfObject, 'text' | 'stream'>
