/** Tables a viewer needs of a font that is drawn by glyph numbers (ISO 32000-1, 9.9); the others stay out of the file. */
const kept = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const
type TableName = (typeof kept)[number]

/** Bits of a component's flags (OpenType, `glyf`). */
const [wideArguments, oneScale, moreComponents, twoScales, fourScales] = [0x1, 0x8, 0x20, 0x40, 0x80]

const tablesOf = (view: DataView, file: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + i * 16
    const name = String.fromCharCode(...file.subarray(record, record + 4))
    const at = view.getUint32(record + 8)
    tables.set(name, file.subarray(at, at + view.getUint32(record + 12)))
  }
  return tables
}

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

/** The parts of a TrueType font that a subset is cut from. */
export interface TrueTypeFile {
  readonly glyphs: number
  /**
   * A font in which these glyphs keep their numbers and all others are empty; the glyphs of `copies` stand once more behind
   * the last one, in this order.
   */
  subset(used: Iterable<number>, copies: readonly number[]): Uint8Array
}

/** Reads the font file of a TrueType face; throws where a table is missing. */
export const trueTypeFile = (file: Uint8Array): TrueTypeFile => {
  const all = tablesOf(viewOf(file), file)
  const table = (name: TableName): Uint8Array => {
    const found = all.get(name)
    if (!found) throw new Error(`the font file lacks ${name}`)
    return found
  }
  const glyphs = viewOf(table('maxp')).getUint16(4)
  const places = viewOf(table('loca'))
  const wide = viewOf(table('head')).getInt16(50) === 1
  const place = (glyph: number): number => (wide ? places.getUint32(glyph * 4) : places.getUint16(glyph * 2) * 2)
  const outline = (glyph: number): Uint8Array => table('glyf').subarray(place(glyph), place(glyph + 1))
  const metrics = viewOf(table('hmtx'))
  const metricCount = viewOf(table('hhea')).getUint16(34)
  const advance = (glyph: number): number => metrics.getUint16(4 * Math.min(glyph, metricCount - 1))
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

  return {
    glyphs,
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
        const as = all.get(name)
        if (as && !made.has(name)) made.set(name, as)
      }
      return fontFile(made)
    },
  }
}
