/** What setting text needs of a font file (OpenType); lengths in units of the font, `descent` negative. */
export interface FontFile {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  /** How many glyphs it has. */
  readonly glyphs: number
  /** Where a table begins and how many bytes it has; null where the font lacks it. */
  table(name: string): { readonly at: number; readonly length: number } | null
  /** The number of the glyph of a character; 0 for those the font can't draw. */
  glyphOf(codePoint: number): number
  /** How far a glyph moves the pen. */
  advanceOf(glyph: number): number
  /** Every character the font can draw, ascending, with its glyph. */
  characters(): Generator<readonly [codePoint: number, glyph: number]>
}

/** Tables of characters by platform and encoding, the widest first. */
const encodings: readonly (readonly [number, number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
]

/** Stretches of characters whose glyphs are told by one rule. */
interface CharacterTable {
  glyphOf(codePoint: number): number
  /** First and last character of each stretch, ascending. */
  stretches(): Generator<readonly [first: number, last: number]>
}

/**
 * Reads the measures and the characters of a font straight from the bytes of its file: opening one takes no longer than
 * looking up its tables. Throws where a table is missing or of a kind that no face of the product has.
 */
export function fontFile(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, { readonly at: number; readonly length: number }>()
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + i * 16
    const name = String.fromCharCode(...bytes.subarray(record, record + 4))
    tables.set(name, { at: view.getUint32(record + 8), length: view.getUint32(record + 12) })
  }
  const at = (name: string): number => {
    const found = tables.get(name)
    if (found === undefined) throw new Error(`The font file lacks ${name}`)
    return found.at
  }
  const [head, hhea, metrics, os2] = [at('head'), at('hhea'), at('hmtx'), at('OS/2')]
  const measured = view.getUint16(hhea + 34)
  const characters = characterTable(view, at('cmap'))
  return {
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    xHeight: view.getInt16(os2 + 86),
    capHeight: view.getInt16(os2 + 88),
    glyphs: view.getUint16(at('maxp') + 4),
    table: (name) => tables.get(name) ?? null,
    glyphOf: (codePoint) => characters.glyphOf(codePoint),
    // Glyphs beyond the last advance that is told have that one too.
    advanceOf: (glyph) => view.getUint16(metrics + 4 * Math.min(glyph, measured - 1)),
    *characters() {
      for (const [first, last] of characters.stretches())
        for (let codePoint = first; codePoint <= last; codePoint += 1) {
          const glyph = characters.glyphOf(codePoint)
          if (glyph !== 0) yield [codePoint, glyph]
        }
    },
  }
}

function characterTable(view: DataView, cmap: number): CharacterTable {
  const offsets = new Map<string, number>()
  for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
    const record = cmap + 4 + i * 8
    offsets.set(`${view.getUint16(record)} ${view.getUint16(record + 2)}`, cmap + view.getUint32(record + 4))
  }
  const best = encodings
    .map(([platform, encoding]) => offsets.get(`${platform} ${encoding}`))
    .find((found) => found !== undefined)
  if (best === undefined) throw new Error('The font file has no table of Unicode characters')
  const format = view.getUint16(best)
  if (format === 4) return segments(view, best)
  if (format === 12) return groups(view, best)
  throw new Error(`The font file has its characters in format ${format}`)
}

/** The first of the stretches, in their order, that ends at a character or behind it; the last one where none does. */
function firstEndingAt(count: number, endOf: (at: number) => number, codePoint: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(middle) < codePoint) low = middle + 1
    else high = middle
  }
  return low
}

/** Format 4: segments of characters of sixteen bits. */
function segments(view: DataView, table: number): CharacterTable {
  const count = view.getUint16(table + 6) / 2
  const ends = table + 14
  const starts = ends + 2 * count + 2
  const deltas = starts + 2 * count
  const ranges = deltas + 2 * count
  const endOf = (i: number) => view.getUint16(ends + 2 * i)
  const startOf = (i: number) => view.getUint16(starts + 2 * i)
  return {
    glyphOf: (codePoint) => {
      const at = firstEndingAt(count, endOf, codePoint)
      if (codePoint > endOf(at) || codePoint < startOf(at)) return 0
      const delta = view.getUint16(deltas + 2 * at)
      const range = view.getUint16(ranges + 2 * at)
      if (range === 0) return (codePoint + delta) & 0xffff
      const glyph = view.getUint16(ranges + 2 * at + range + 2 * (codePoint - startOf(at)))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    },
    *stretches() {
      // The last segment only ends the table.
      for (let i = 0; i < count; i += 1) if (startOf(i) !== 0xffff) yield [startOf(i), endOf(i)]
    },
  }
}

/** Format 12: groups of characters of any length. */
function groups(view: DataView, table: number): CharacterTable {
  const count = view.getUint32(table + 12)
  const first = (i: number) => view.getUint32(table + 16 + 12 * i)
  const last = (i: number) => view.getUint32(table + 20 + 12 * i)
  return {
    glyphOf: (codePoint) => {
      const at = firstEndingAt(count, last, codePoint)
      if (codePoint < first(at) || codePoint > last(at)) return 0
      return view.getUint32(table + 24 + 12 * at) + codePoint - first(at)
    },
    *stretches() {
      for (let i = 0; i < count; i += 1) yield [first(i), last(i)]
    },
  }
}
