import { crc32 } from 'node:zlib'

const header = 8

/** One entry of a journal: length and CRC-32 of the bytes, both little-endian, then the bytes. */
export const journalEntry = (bytes: Uint8Array): Uint8Array => {
  const entry = new Uint8Array(header + bytes.length)
  const view = new DataView(entry.buffer)
  view.setUint32(0, bytes.length, true)
  view.setUint32(4, crc32(bytes), true)
  entry.set(bytes, header)
  return entry
}

export interface ReadJournal {
  readonly entries: readonly Uint8Array[]
  /** Bytes up to the end of the last sound entry; what follows was torn or damaged. */
  readonly sound: number
}

/** Reads a journal up to the first entry that is torn or does not match its checksum (rule S6). */
export const readJournal = (bytes: Uint8Array): ReadJournal => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Uint8Array[] = []
  let at = 0
  while (at + header <= bytes.length) {
    const length = view.getUint32(at, true)
    const end = at + header + length
    if (length === 0 || end > bytes.length) break
    const entry = bytes.subarray(at + header, end)
    if (crc32(entry) !== view.getUint32(at + 4, true)) break
    entries.push(entry)
    at = end
  }
  return { entries, sound: at }
}
