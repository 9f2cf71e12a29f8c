import { crc32 } from 'node:zlib'
import type { Segment } from './segment.ts'

/*
 * A segment's file: eight 32-bit numbers (little-endian), then the parts one after another, each padded to four bytes.
 * Numbers: what it is, CRC-32 of all after it, bytes of the list of articles, bytes of the forms, number of forms,
 * bytes of the postings, bytes of the positions, zero.
 */
const magic = 0x3253_524e
const headerSize = 32
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

const padded = (size: number): number => (size + 3) & ~3

const view = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** The bytes of a segment, as its file has them. */
export const encodeSegment = (segment: Segment): Uint8Array => {
  const articles = encoder.encode(segment.articles.map(({ id, hash, length }) => `${id}\t${hash}\t${length}`).join('\n'))
  const forms = encoder.encode(segment.forms)
  const parts = [
    articles,
    forms,
    view(segment.formStarts),
    segment.stemLengths,
    view(segment.postingStarts),
    view(segment.positionStarts),
    segment.postings,
    segment.positions,
  ]
  const bytes = new Uint8Array(headerSize + parts.reduce((size, part) => size + padded(part.length), 0))
  let at = headerSize
  for (const part of parts) {
    bytes.set(part, at)
    at += padded(part.length)
  }
  const header = new Uint32Array(bytes.buffer, 0, headerSize / 4)
  header.set([
    magic,
    0,
    articles.length,
    forms.length,
    segment.stemLengths.length,
    segment.postings.length,
    segment.positions.length,
    0,
  ])
  header[1] = crc32(bytes.subarray(8))
  return bytes
}

/** The segment in a file's bytes, or null when they are damaged or of another version (rule F9). Never throws. */
export const decodeSegment = (file: Uint8Array): Segment | null => {
  if (file.length < headerSize) return null
  // Views of 32-bit numbers need an even start.
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice()
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, headerSize / 4)
  const [found, checksum, articlesSize = 0, formsSize = 0, count = 0, postingsSize = 0, positionsSize = 0] = header
  if (found !== magic) return null
  const sizes = [articlesSize, formsSize, 4 * (count + 1), count, 4 * (count + 1), 4 * (count + 1), postingsSize, positionsSize]
  if (sizes.reduce((size, part) => size + padded(part), headerSize) !== bytes.length) return null
  if (crc32(bytes.subarray(8)) !== checksum) return null
  let at = headerSize
  const take = (size: number): Uint8Array => {
    const part = bytes.subarray(at, at + size)
    at += padded(size)
    return part
  }
  const takeNumbers = (length: number): Uint32Array => {
    const { buffer, byteOffset } = take(4 * length)
    return new Uint32Array(buffer, byteOffset, length)
  }
  try {
    const list = decoder.decode(take(articlesSize))
    const forms = decoder.decode(take(formsSize))
    const formStarts = takeNumbers(count + 1)
    const stemLengths = take(count)
    const postingStarts = takeNumbers(count + 1)
    const positionStarts = takeNumbers(count + 1)
    const postings = take(postingsSize)
    const positions = take(positionsSize)
    const articles = (list === '' ? [] : list.split('\n')).map((line) => {
      const [id = '', hash = '', length = '0'] = line.split('\t')
      return { id, hash, length: Number(length) }
    })
    return { articles, forms, formStarts, stemLengths, postingStarts, positionStarts, postings, positions }
  } catch {
    return null
  }
}
