/**
 * How postings and positions are written. Numbers are variable-length, seven bits a byte, lowest first.
 *
 * A posting is `distance to the article before × 2 + single`. `single` means one place in the body and nothing else,
 * which most are; otherwise the weight follows. In the positions a single one has its place, any other one the number
 * of places, the first place and the distances.
 */

/** Bytes that grow. */
export interface ByteWriter {
  number(value: number): void
  length(): number
  bytes(): Uint8Array
}

export const byteWriter = (capacity = 64): ByteWriter => {
  let bytes = new Uint8Array(capacity)
  let length = 0
  return {
    number: (value) => {
      if (length + 5 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      let rest = value
      for (; rest > 127; rest >>>= 7) {
        bytes[length] = (rest & 127) | 128
        length += 1
      }
      bytes[length] = rest
      length += 1
    },
    length: () => length,
    bytes: () => bytes.slice(0, length),
  }
}

/** Reads numbers one after another from `bytes`, beginning at `at`. Past the end it reads zeros. */
export interface ByteReader {
  readonly bytes: Uint8Array
  at: number
}

export const readNumber = (reader: ByteReader): number => {
  const { bytes } = reader
  let value = 0
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[reader.at] ?? 0
    reader.at += 1
    value |= (byte & 127) << shift
    if (byte < 128) break
  }
  return value >>> 0
}

/** Writes what one article has of one form. `before` is the article of the posting before, -1 at the first. */
export const writePosting = (
  postings: ByteWriter,
  positions: ByteWriter,
  before: number,
  article: number,
  weight: number,
  places: ArrayLike<number>,
): void => {
  const single = weight === 1 && places.length === 1
  postings.number((article - before) * 2 + (single ? 1 : 0))
  if (single) {
    positions.number(places[0] ?? 0)
    return
  }
  postings.number(weight)
  positions.number(places.length)
  let last = 0
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0
    positions.number(place - last)
    last = place
  }
}

/** Reads the places of one posting into `places`, which is emptied first. */
export const readPlaces = (positions: ByteReader, single: boolean, places: number[]): void => {
  places.length = 0
  if (single) {
    places.push(readNumber(positions))
    return
  }
  const count = Math.min(readNumber(positions), positions.bytes.length)
  let last = 0
  for (let i = 0; i < count; i += 1) {
    last += readNumber(positions)
    places.push(last)
  }
}
