import { constants, inflateSync } from 'node:zlib'
import type { FileBytes } from './file-bytes.ts'
import {
  BrokenSyntax,
  isArray,
  isDictionary,
  isOperator,
  isReference,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfValue,
  readValues,
} from './value.ts'

/** An object of the file: its value, and where it is a stream, the stored bytes. */
export interface PdfObject {
  readonly value: PdfValue
  readonly stored: Uint8Array | null
}

/** A PDF as it lies on the disk. References that lead nowhere read as null, as a viewer takes them. */
export interface ReadDocument {
  /** «1.6» of the header. */
  readonly version: string
  readonly trailer: PdfDictionary
  readonly root: PdfDictionary
  readonly objects: ReadonlyMap<number, PdfObject>
  /** Page dictionaries in order. */
  readonly pages: readonly PdfDictionary[]
  /** The value behind a reference, or the value itself. */
  resolve(value: PdfValue | undefined): PdfValue
  /** The dictionary of a value or of the stream it refers to; an empty one for anything else. */
  dictionary(value: PdfValue | undefined): PdfDictionary
  /** What a key of a page says, its own or inherited from the tree above it. */
  inherited(page: PdfDictionary, key: string): PdfValue
  /** The bytes of a stream, unpacked where they are deflated; null for what is no stream. */
  stream(value: PdfValue | undefined): Uint8Array | null
  /** At least the first `count` bytes of a stream, or all there are. */
  beginning(value: PdfValue | undefined, count: number): Uint8Array | null
  /** Is it a stream, whatever is in it? */
  isStream(value: PdfValue | undefined): boolean
}

const empty: PdfDictionary = new Map()

/** Where each object begins, by the cross-reference tables (ISO 32000-1, 7.5.4), the newest first. */
const readTables = (bytes: FileBytes): { readonly places: ReadonlyMap<number, number>; readonly trailer: PdfDictionary } => {
  const places = new Map<number, number>()
  let trailer: PdfDictionary | null = null
  let start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.text(bytes.length - 64, bytes.length))?.[1] ?? Number.NaN)
  for (let tables = 0; Number.isFinite(start) && tables < 100; tables += 1) {
    const text = bytes.text(start, bytes.length)
    if (!text.startsWith('xref')) throw new BrokenSyntax('no cross-reference table where the file says it is')
    const end = text.indexOf('trailer')
    if (end < 0) throw new BrokenSyntax('no trailer')
    let number = 0
    for (const line of text.slice(4, end).split(/\r\n|\r|\n/)) {
      const section = /^(\d+) (\d+)\s*$/.exec(line)
      if (section) {
        number = Number(section[1])
        continue
      }
      const entry = /^(\d{10}) \d{5} ([nf])/.exec(line)
      if (!entry) continue
      if (entry[2] === 'n' && !places.has(number)) places.set(number, Number(entry[1]))
      number += 1
    }
    const found = readValues(text, end + 7).next()
    if (!isDictionary(found)) throw new BrokenSyntax('the trailer is no dictionary')
    trailer ??= found
    start = numberOf(found.get('Prev')) ?? Number.NaN
  }
  if (!trailer) throw new BrokenSyntax('no trailer')
  return { places, trailer }
}

/** Bytes that deflate may add to a kilobyte: its own head, those of its blocks and of their codes (RFC 1951, 3.2). */
const deflateOverhead = 1024

/** So much of an object is read at first, in bytes: most dictionaries are shorter, most streams longer. */
const firstWindow = 2048
/** Fewer bytes than this behind a value, and it may have been cut by the end of the window. */
const margin = 64

/** What stands between `obj` and the end of the object, or of its dictionary where a stream follows. */
interface Head {
  readonly number: number
  readonly value: PdfValue
  /** Where the bytes of the stream begin; null where there is none. */
  readonly stream: number | null
}

const headIn = (text: string, place: number): Head & { readonly read: number } => {
  const reader = readValues(text)
  const number = numberOf(reader.next()) ?? -1
  reader.next()
  const header = reader.next()
  if (!isOperator(header) || header.operator !== 'obj') throw new BrokenSyntax(`no object at ${place}`)
  const value = reader.next()
  const after = reader.ended() ? null : reader.next()
  const read = reader.at()
  if (!isDictionary(value) || !isOperator(after) || after.operator !== 'stream') return { number, value, stream: null, read }
  return { number, value, stream: place + read + (text[read] === '\r' ? 2 : 1), read }
}

/** Reads the object at a place without making text of the stream behind it. */
const headAt = (bytes: FileBytes, place: number): Head => {
  for (let window = firstWindow; ; window *= 8) {
    const whole = place + window >= bytes.length
    try {
      const head = headIn(bytes.text(place, place + window), place)
      if (whole || head.read + margin < window) return head
    } catch (error) {
      if (whole || !(error instanceof BrokenSyntax)) throw error
    }
  }
}

/** Reads a PDF with plain cross-reference tables, such as ours; throws `BrokenSyntax` at what is none. */
export const readDocument = (bytes: FileBytes): ReadDocument => {
  const version = /^%PDF-(\d\.\d)/.exec(bytes.text(0, 16))?.[1]
  if (version === undefined) throw new BrokenSyntax('no header')
  const { places, trailer } = readTables(bytes)
  const lengthAt = (value: PdfValue | undefined): number => {
    if (!isReference(value)) return numberOf(value) ?? 0
    const place = places.get(value.object)
    return place === undefined ? 0 : (numberOf(headAt(bytes, place).value) ?? 0)
  }
  const objects = new Map<number, PdfObject>()
  for (const [number, place] of places) {
    const { value, stream, ...head } = headAt(bytes, place)
    if (head.number !== number) throw new BrokenSyntax(`object ${number} is not in its place`)
    if (stream === null || !isDictionary(value)) {
      objects.set(number, { value, stored: null })
      continue
    }
    const end = stream + lengthAt(value.get('Length'))
    if (!/^\s*endstream/.test(bytes.text(end, end + 16)))
      throw new BrokenSyntax(`stream ${number} has another length than it says`)
    objects.set(number, { value, stored: bytes.slice(stream, end) })
  }
  const objectOf = (value: PdfValue | undefined): PdfObject | null =>
    isReference(value) ? (objects.get(value.object) ?? null) : null
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let present = value ?? null
    for (let steps = 0; isReference(present) && steps < 20; steps += 1) present = objects.get(present.object)?.value ?? null
    return isReference(present) ? null : present
  }
  const dictionary = (value: PdfValue | undefined): PdfDictionary => {
    const found = resolve(value)
    return isDictionary(found) ? found : empty
  }
  const root = dictionary(trailer.get('Root'))
  const pages: PdfDictionary[] = []
  const walk = (value: PdfValue | undefined, depth: number) => {
    const node = dictionary(value)
    if (depth > 40) throw new BrokenSyntax('the tree of pages is too deep')
    if (nameOf(node.get('Type')) === 'Page') pages.push(node)
    const kids = resolve(node.get('Kids'))
    if (isArray(kids)) for (const kid of kids) walk(kid, depth + 1)
  }
  walk(root.get('Pages'), 0)
  const unpacked = (value: PdfValue | undefined, unpack: (stored: Uint8Array) => Uint8Array): Uint8Array | null => {
    const found = objectOf(value)
    if (!found?.stored || !isDictionary(found.value)) return null
    const filter = resolve(found.value.get('Filter'))
    const filters = isArray(filter) ? filter.map(nameOf) : filter === null ? [] : [nameOf(filter)]
    if (filters[0] !== 'FlateDecode') return found.stored
    try {
      return unpack(found.stored)
    } catch {
      throw new BrokenSyntax('a stream is not packed as it says')
    }
  }
  return {
    version,
    trailer,
    root,
    objects,
    pages,
    resolve,
    dictionary,
    inherited: (page, key) => {
      let node = page
      for (let steps = 0; steps < 40; steps += 1) {
        const own = node.get(key)
        if (own !== undefined) return resolve(own)
        const parent = dictionary(node.get('Parent'))
        if (parent.size === 0) return null
        node = parent
      }
      return null
    },
    stream: (value) => unpacked(value, inflateSync),
    // A byte is packed into fifteen bits at most, so the bytes wanted are in these.
    beginning: (value, count) =>
      unpacked(value, (stored) =>
        inflateSync(stored.subarray(0, 2 * count + deflateOverhead), { finishFlush: constants.Z_SYNC_FLUSH }),
      ),
    isStream: (value) => (objectOf(value)?.stored ?? null) !== null,
  }
}
