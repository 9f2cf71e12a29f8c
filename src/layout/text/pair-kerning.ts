/** What stands between two glyphs, in units of the font. */
export type PairKerning = (left: number, right: number) => number

const none: PairKerning = () => 0
const kernFeature = 0x6b65726e
const glyphPositioning = 0x47504f53
const pairLookup = 2
const extensionLookup = 9
const horizontalAdvance = 0x0004

/**
 * Reads the pairs of the kerning feature straight from the bytes of a font file (OpenType, tables `GPOS` types 2 and 9); a
 * layout library makes objects of the whole table first. A font without such a table has no kerning.
 */
export function pairKerning(file: Uint8Array): PairKerning {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const table = tableAt(view, glyphPositioning)
  if (table === null) return none
  const subtables = kernLookups(view, table).flatMap((lookup) => pairSubtables(view, lookup))
  if (subtables.length === 0) return none
  return (left, right) => {
    for (const subtable of subtables) {
      const found = subtable(left, right)
      if (found !== null) return found
    }
    return 0
  }
}

function tableAt(view: DataView, wanted: number): number | null {
  const count = view.getUint16(4)
  for (let i = 0; i < count; i += 1) {
    const record = 12 + i * 16
    if (view.getUint32(record) === wanted) return view.getUint32(record + 8)
  }
  return null
}

/** Where the lookups of the feature begin, in the order they are applied; all scripts of a text face share them. */
function kernLookups(view: DataView, table: number): readonly number[] {
  const features = table + view.getUint16(table + 6)
  const lookups = table + view.getUint16(table + 8)
  const indices = new Set<number>()
  for (let i = 0; i < view.getUint16(features); i += 1) {
    const record = features + 2 + i * 6
    if (view.getUint32(record) !== kernFeature) continue
    const feature = features + view.getUint16(record + 4)
    for (let k = 0; k < view.getUint16(feature + 2); k += 1) indices.add(view.getUint16(feature + 4 + k * 2))
  }
  return [...indices].sort((a, b) => a - b).map((index) => lookups + view.getUint16(lookups + 2 + index * 2))
}

/** Null where a subtable says nothing of a pair, so that the next one is asked. */
type Subtable = (left: number, right: number) => number | null

function pairSubtables(view: DataView, lookup: number): readonly Subtable[] {
  const type = view.getUint16(lookup)
  const found: Subtable[] = []
  for (let i = 0; i < view.getUint16(lookup + 4); i += 1) {
    let at = lookup + view.getUint16(lookup + 6 + i * 2)
    let kind = type
    if (type === extensionLookup) {
      kind = view.getUint16(at + 2)
      at += view.getUint32(at + 4)
    }
    // Only the advance of the first glyph moves the pen; what else a value may hold is not for text faces.
    if (kind === pairLookup && view.getUint16(at + 4) === horizontalAdvance && view.getUint16(at + 6) === 0)
      found.push(view.getUint16(at) === 1 ? namedPairs(view, at) : classPairs(view, at))
  }
  return found
}

/** Format 1: for each left glyph a list of right ones, ascending. */
function namedPairs(view: DataView, at: number): Subtable {
  const coverage = coverageAt(view, at + view.getUint16(at + 2))
  return (left, right) => {
    const index = coverage(left)
    if (index < 0) return null
    const set = at + view.getUint16(at + 10 + index * 2)
    let low = 0
    let high = view.getUint16(set) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const glyph = view.getUint16(set + 2 + middle * 4)
      if (glyph === right) return view.getInt16(set + 4 + middle * 4)
      if (glyph < right) low = middle + 1
      else high = middle - 1
    }
    return null
  }
}

/** Format 2: a value for each pair of classes. */
function classPairs(view: DataView, at: number): Subtable {
  const coverage = coverageAt(view, at + view.getUint16(at + 2))
  const leftClass = classesAt(view, at + view.getUint16(at + 8))
  const rightClass = classesAt(view, at + view.getUint16(at + 10))
  const rights = view.getUint16(at + 14)
  return (left, right) =>
    coverage(left) < 0 ? null : view.getInt16(at + 16 + (leftClass(left) * rights + rightClass(right)) * 2)
}

/** The place of a glyph among those a table covers; negative where it is not one of them. */
function coverageAt(view: DataView, at: number): (glyph: number) => number {
  const places = new Map<number, number>()
  const count = view.getUint16(at + 2)
  if (view.getUint16(at) === 1) for (let i = 0; i < count; i += 1) places.set(view.getUint16(at + 4 + i * 2), i)
  else
    for (let i = 0; i < count; i += 1) {
      const range = at + 4 + i * 6
      const [first, last, index] = [view.getUint16(range), view.getUint16(range + 2), view.getUint16(range + 4)]
      for (let glyph = first; glyph <= last; glyph += 1) places.set(glyph, index + glyph - first)
    }
  return (glyph) => places.get(glyph) ?? -1
}

/** The class of a glyph; 0 for those a table does not name. */
function classesAt(view: DataView, at: number): (glyph: number) => number {
  const classes = new Map<number, number>()
  if (view.getUint16(at) === 1) {
    const first = view.getUint16(at + 2)
    for (let i = 0; i < view.getUint16(at + 4); i += 1) classes.set(first + i, view.getUint16(at + 6 + i * 2))
  } else
    for (let i = 0; i < view.getUint16(at + 2); i += 1) {
      const range = at + 4 + i * 6
      for (let glyph = view.getUint16(range); glyph <= view.getUint16(range + 2); glyph += 1)
        classes.set(glyph, view.getUint16(range + 4))
    }
  return (glyph) => classes.get(glyph) ?? 0
}
