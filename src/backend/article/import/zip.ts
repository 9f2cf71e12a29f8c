import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A file of an archive; `read` unpacks it and returns null where its bytes are damaged or are not what was promised. */
export interface ZipEntry {
  readonly name: string
  /** Bytes as packed and as the directory says they unpack to. */
  readonly packed: number
  readonly size: number
  readonly read: () => Uint8Array | null
}

/** An archive's files by their names in lower case, or why it can't be opened. */
export type Archive =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, ZipEntry> }
  | { readonly ok: false; readonly reason: 'damaged' | 'encrypted' | 'bomb' }

/** A document of the largest issue has about a hundred parts; an archive with more than this is none. */
const entryLimit = 4000
/**
 * No archive may unpack to more than this together: four times the largest file the import takes. Nothing is ever
 * unpacked beyond what the directory promises, so this bounds the memory too.
 */
const totalLimit = 800 * 1024 * 1024
/**
 * A part larger than a megabyte that shrank more than this was made to harm. The markup of Word shrinks 10 to 40 times,
 * a table of equal cells about 150 times, deflate at most 1032 times.
 */
const ratioLimit = 400
const ratioMatters = 1024 * 1024

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

/** Name of a part as packages compare them: no capitals, forward slashes, none in front. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

const findDirectory = (view: DataView): number | null => {
  const least = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= least; at -= 1) if (view.getUint32(at, true) === directoryEnd) return at
  return null
}

const unpack = (bytes: Uint8Array, view: DataView, method: number, offset: number, packed: number, size: number) => {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localEntry) return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) return null
  const content = bytes.subarray(start, start + packed)
  if (method === 0) return packed === size ? content : null
  if (method !== 8) return null
  try {
    const whole = inflateRawSync(content, { maxOutputLength: Math.max(1, size) })
    return whole.length === size ? whole : null
  } catch {
    return null
  }
}

/**
 * Reads the directory of a ZIP archive. Sizes and ratios are judged before anything is unpacked; a part is unpacked when
 * it is asked for, and never beyond the size its directory promised.
 */
export const openZip = (bytes: Uint8Array): Archive => {
  const damaged = { ok: false, reason: 'damaged' } as const
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findDirectory(view)
  if (end === null) return damaged
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > entryLimit) return { ok: false, reason: 'bomb' }
  const entries = new Map<string, ZipEntry>()
  let total = 0
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return damaged
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const checksum = view.getUint32(at + 16, true)
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const offset = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if ((flags & 1) === 1) return { ok: false, reason: 'encrypted' }
    total += size
    if (total > totalLimit) return { ok: false, reason: 'bomb' }
    if (size > ratioMatters && size > packed * ratioLimit) return { ok: false, reason: 'bomb' }
    const read = () => {
      const content = unpack(bytes, view, method, offset, packed, size)
      return content !== null && crc32(content) === checksum ? content : null
    }
    if (!name.endsWith('/')) entries.set(partName(name), { name, packed, size, read })
  }
  return { ok: true, entries }
}

type Parts = ReadonlyMap<string, string | Uint8Array>

const pack = (parts: Parts, shrinks: (content: string | Uint8Array) => boolean): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [part, source] of parts) {
    const [name, content] = [Buffer.from(part), Buffer.from(source)]
    const method = shrinks(source) ? 8 : 0
    const packed = method === 8 ? deflateRawSync(content) : content
    // Version needed, flags (names in UTF-8), method, time, date; then checksum, sizes and the length of the name.
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x800, 2)
    facts.writeUInt16LE(method, 4)
    facts.writeUInt16LE(firstDay, 8)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(localEntry, 0)
    files.push(local, facts, name, packed)
    const central = Buffer.alloc(6)
    central.writeUInt32LE(directoryEntry, 0)
    central.writeUInt16LE(20, 4)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(central, facts, rest, name)
    offset += 4 + facts.length + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(directoryEnd, 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listed, end])
}

/** The first day the format can write; equal parts make equal archives whenever they are packed. */
const firstDay = 0x21

/** Packs parts into an archive without shrinking them: for programs in this process that read archives only. */
export const storeZip = (parts: ReadonlyMap<string, string>): Buffer => pack(parts, () => false)

/** Packs parts into an archive for other programs: text shrinks, pictures have been shrunk already. */
export const packZip = (parts: Parts): Buffer => pack(parts, (content) => typeof content === 'string')
