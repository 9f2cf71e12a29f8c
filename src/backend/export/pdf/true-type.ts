import type { FontFile } from '../../../layout/text/font-file.ts'
import { glyphOutline, type OutlineCommand, outlineBytes } from '../../../layout/text/glyph-outline.ts'

/** Tables a viewer needs of a font that is drawn by glyph numbers (ISO 32000-1, 9.9); the others stay out of the file. */
const kept = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const
type TableName = (typeof kept)[number]

/** Number of the PostScript name among a font's names, and the bit of the italic style (OpenType, `name` and `head`). */
const [postscriptNameId, italicStyle] = [6, 0x2]

/** Bits of a component's flags (OpenType, `glyf`). */
const [wideArguments, oneScale, moreComponents, twoScales, fourScales] = [0x1, 0x8, 0x20, 0x40, 0x80]

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const checksum = (bytes: Uint8Array): number => {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4)
    sum = (sum + ((bytes[i] ?? 0) << 24) + ((bytes[i + 1] ?? 0) << 16) + ((bytes[i + 2] ?? 0) << 8) + (bytes[i + 3] ?? 0)) >>> 0
  return sum
}

const padded = (length: number): number => (length + 3) & ~3

/** A font file of these tables, with its directory. */
const fontFile = (tables: ReadonlyMap<TableName, Uint8Array>): Uint8Array => {
  const names = [...tables.keys()].sort()
  const power = Math.floor(Math.log2(names.length))
  const file = new Uint8Array([...tables.values()].reduce((size, { length }) => size + padded(length), 12 + 16 * names.length))
  const view = viewOf(file)
  view.setUint32(0, 0x0001_0000)
  view.setUint16(4, names.length)
  view.setUint16(6, 16 * 2 ** power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * names.length - 16 * 2 ** power)
  let at = 12 + 16 * names.length
  names.forEach((name, i) => {
    const table = tables.get(name) ?? new Uint8Array(0)
    const record = 12 + 16 * i
    for (let k = 0; k < 4; k += 1) view.setUint8(record + k, name.charCodeAt(k))
    view.setUint32(record + 4, checksum(table))
    view.setUint32(record + 8, at)
    view.setUint32(record + 12, table.length)
    file.set(table, at)
    at += padded(table.length)
  })
  return file
}

/** What a viewer is told of a font (ISO 32000-1, table 122); lengths in units of the font. */
export interface FontFacts {
  readonly postscriptName: string
  readonly box: readonly [left: number, bottom: number, right: number, top: number]
  readonly italicAngle: number
  readonly isFixedPitch: boolean
  readonly isItalic: boolean
  /** The class of its family (OpenType, `OS/2`, sFamilyClass, high byte). */
  readonly family: number
}

/** The parts of a TrueType font that a subset is cut from. */
export interface TrueTypeFile {
  readonly glyphs: number
  readonly facts: FontFacts
  /** The outline of a glyph, in units of the font. */
  outline(glyph: number): readonly OutlineCommand[]
  /**
   * A font in which these glyphs keep their numbers and all others are empty; the glyphs of `copies` stand once more behind
   * the last one, in this order.
   */
  subset(used: Iterable<number>, copies: readonly number[]): Uint8Array
}

/** The PostScript name among the names of a font; those of all faces are plain ASCII, in one byte or two. */
const postscriptName = (names: Uint8Array): string => {
  const view = viewOf(names)
  const texts = view.getUint16(4)
  for (let i = 0; i < view.getUint16(2); i += 1) {
    const record = 6 + 12 * i
    if (view.getUint16(record + 6) !== postscriptNameId) continue
    const from = texts + view.getUint16(record + 10)
    const bytes = names.subarray(from, from + view.getUint16(record + 8))
    return String.fromCharCode(...bytes.filter((byte) => byte !== 0)).replaceAll(' ', '_')
  }
  throw new Error('the font file lacks its PostScript name')
}

/** Reads the file of a TrueType face that was opened as `font`; throws where a table is missing. */
export const trueTypeFile = (file: Uint8Array, font: FontFile): TrueTypeFile => {
  const part = (name: string): Uint8Array | null => {
    const place = font.table(name)
    return place === null ? null : file.subarray(place.at, place.at + place.length)
  }
  const table = (name: string): Uint8Array => {
    const found = part(name)
    if (!found) throw new Error(`the font file lacks ${name}`)
    return found
  }
  const { glyphs, advanceOf: advance } = font
  const outline = outlineBytes(file, font)
  const metrics = viewOf(table('hmtx'))
  const metricCount = viewOf(table('hhea')).getUint16(34)
  const bearing = (glyph: number): number =>
    glyph < metricCount ? metrics.getInt16(4 * glyph + 2) : metrics.getInt16(4 * metricCount + 2 * (glyph - metricCount))

  /** The glyphs that a composite one is put together of. */
  const componentsOf = (glyph: number): readonly number[] => {
    const bytes = outline(glyph)
    const view = viewOf(bytes)
    if (bytes.length < 10 || view.getInt16(0) >= 0) return []
    const found: number[] = []
    for (let at = 10; at + 4 <= bytes.length; ) {
      const flags = view.getUint16(at)
      found.push(view.getUint16(at + 2))
      at += 4 + (flags & wideArguments ? 4 : 2)
      at += flags & oneScale ? 2 : flags & twoScales ? 4 : flags & fourScales ? 8 : 0
      if (!(flags & moreComponents)) break
    }
    return found
  }

  const withComponents = (used: Iterable<number>): ReadonlySet<number> => {
    const wanted = new Set<number>()
    const add = (glyph: number) => {
      if (glyph >= glyphs || wanted.has(glyph)) return
      wanted.add(glyph)
      componentsOf(glyph).forEach(add)
    }
    // The first glyph stands for those that are missing, and every font has it.
    for (const glyph of [0, ...used]) add(glyph)
    return wanted
  }

  const [head, post, os2] = [viewOf(table('head')), viewOf(table('post')), viewOf(table('OS/2'))]
  return {
    glyphs,
    facts: {
      postscriptName: postscriptName(table('name')),
      box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
      // Of sixteen bits before the point and sixteen behind it.
      italicAngle: post.getInt32(4) / 65_536,
      isFixedPitch: post.getUint32(12) !== 0,
      isItalic: (head.getUint16(44) & italicStyle) !== 0,
      family: os2.getInt16(30) >> 8,
    },
    outline: (glyph) => glyphOutline(glyph, outline),
    subset: (used, copies) => {
      const wanted = withComponents([...used, ...copies])
      const sources = [...Array.from({ length: glyphs }, (_, glyph) => (wanted.has(glyph) ? glyph : null)), ...copies]
      const size = sources.reduce<number>((sum, glyph) => sum + (glyph === null ? 0 : padded(outline(glyph).length)), 0)
      const outlines = new Uint8Array(size)
      const ends = new DataView(new ArrayBuffer(4 * (sources.length + 1)))
      const widths = new DataView(new ArrayBuffer(4 * sources.length))
      let at = 0
      sources.forEach((glyph, i) => {
        if (glyph !== null) {
          outlines.set(outline(glyph), at)
          at += padded(outline(glyph).length)
          widths.setUint16(4 * i, advance(glyph))
          widths.setInt16(4 * i + 2, bearing(glyph))
        }
        ends.setUint32(4 * (i + 1), at)
      })
      const changed = (name: TableName, change: (view: DataView) => void): Uint8Array => {
        const copy = Uint8Array.from(table(name))
        change(viewOf(copy))
        return copy
      }
      const made = new Map<TableName, Uint8Array>([
        ['glyf', outlines],
        ['loca', new Uint8Array(ends.buffer)],
        ['hmtx', new Uint8Array(widths.buffer)],
        ['maxp', changed('maxp', (view) => view.setUint16(4, sources.length))],
        ['hhea', changed('hhea', (view) => view.setUint16(34, sources.length))],
        // Long offsets; the checksum of the whole belongs to another file.
        [
          'head',
          changed('head', (view) => {
            view.setInt16(50, 1)
            view.setUint32(8, 0)
          }),
        ],
      ])
      for (const name of kept) {
        const as = part(name)
        if (as && !made.has(name)) made.set(name, as)
      }
      return fontFile(made)
    },
  }
}
