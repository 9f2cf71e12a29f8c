import { crc32 } from 'node:zlib'

const frame = 8

/** One entry of a journal: length and CRC-32 of the bytes, both little-endian, then the bytes. */
export const journalEntry = (bytes: Uint8Array): Uint8Array => {
  const entry = new Uint8Array(frame + bytes.length)
  const view = new DataView(entry.buffer)
  view.setUint32(0, bytes.length, true)
  view.setUint32(4, crc32(bytes), true)
  entry.set(bytes, frame)
  return entry
}

/** The version of journals written here. */
export const journalVersion = 1

const mark = new TextEncoder().encode('JOURNAL')

/**
 * The entry every journal begins with: what the document must hold before the journal's updates mean anything, as a
 * Yjs state vector. A journal whose base is lost would otherwise open as a nearly empty document without an error.
 */
export const journalHeader = (base: Uint8Array): Uint8Array => journalEntry(new Uint8Array([...mark, journalVersion, ...base]))

export interface ReadJournal {
  /** The version in the header; 0 for a journal without one, as the first program wrote them. */
  readonly version: number
  /** The state vector of what the journal goes on from; null where no header says so. */
  readonly base: Uint8Array | null
  readonly entries: readonly Uint8Array[]
  /** Bytes up to the end of the last sound entry; what follows was torn or damaged. */
  readonly sound: number
}

const isHeader = (entry: Uint8Array): boolean => entry.length > mark.length && mark.every((byte, i) => entry[i] === byte)

/** Reads a journal up to the first entry that is torn or does not match its checksum (rule S6). */
export const readJournal = (bytes: Uint8Array): ReadJournal => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Uint8Array[] = []
  let at = 0
  while (at + frame <= bytes.length) {
    const length = view.getUint32(at, true)
    const end = at + frame + length
    if (length === 0 || end > bytes.length) break
    const entry = bytes.subarray(at + frame, end)
    if (crc32(entry) !== view.getUint32(at + 4, true)) break
    entries.push(entry)
    at = end
  }
  const first = entries[0]
  if (!first || !isHeader(first)) return { version: 0, base: null, entries, sound: at }
  return { version: first[mark.length] ?? 0, base: first.subarray(mark.length + 1), entries: entries.slice(1), sound: at }
}
