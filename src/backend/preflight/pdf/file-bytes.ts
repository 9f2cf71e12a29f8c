/** The bytes of a file that lies in memory in parts. */
export interface FileBytes {
  readonly length: number
  /** From a place to another, one character a byte; what lies outside the file is left out. */
  text(from: number, to: number): string
  /** The same as bytes: those of the part itself where they lie in one. */
  slice(from: number, to: number): Uint8Array
}

/** A file of parts that follow one another. */
export const fileBytes = (parts: readonly Uint8Array[]): FileBytes => {
  const begins: number[] = []
  let length = 0
  for (const part of parts) {
    begins.push(length)
    length += part.length
  }
  /** The last part that begins at a place or before it. */
  const partAt = (place: number): number => {
    let [low, high] = [0, begins.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((begins[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }
  const slice = (from: number, to: number): Uint8Array => {
    const end = Math.min(to, length)
    const found: Uint8Array[] = []
    for (let at = Math.max(0, from), i = partAt(at); at < end && i < parts.length; i += 1) {
      const begin = begins[i] ?? 0
      const piece = parts[i]?.subarray(at - begin, end - begin) ?? new Uint8Array(0)
      if (piece.length > 0) found.push(piece)
      at += piece.length
    }
    const [only] = found
    return found.length === 1 && only ? only : Buffer.concat(found)
  }
  return {
    length,
    slice,
    text: (from, to) => {
      const bytes = slice(from, to)
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    },
  }
}
