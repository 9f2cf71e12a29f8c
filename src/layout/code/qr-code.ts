import { checkBytes } from './reed-solomon.ts'

/** A QR code: `size` modules a side, true is dark; without the quiet zone of four modules it needs around it. */
export interface QrCode {
  readonly size: number
  readonly isDark: (x: number, y: number) => boolean
}

/** Check bytes of a block and blocks of a code by version, level M: a seventh of it may be lost (ISO/IEC 18004, table 9). */
const checkBytesOf = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24]
const blocksOf = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10]

/** Larger codes are no longer read from a sheet on a wall. */
const mostVersion = checkBytesOf.length

/** Modules of a version that carry data and check bits. */
const rawModules = (version: number): number => {
  let modules = (16 * version + 128) * version + 64
  if (version >= 2) {
    const alignments = Math.floor(version / 7) + 2
    modules -= (25 * alignments - 10) * alignments - 55
    if (version >= 7) modules -= 36
  }
  return modules
}

const totalBytes = (version: number): number => Math.floor(rawModules(version) / 8)
const dataBytes = (version: number): number =>
  totalBytes(version) - (checkBytesOf[version - 1] ?? 0) * (blocksOf[version - 1] ?? 0)

/** The message with its header, its end and its padding. */
const messageOf = (bytes: Uint8Array, version: number): Uint8Array => {
  const bits: number[] = []
  const add = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i -= 1) bits.push((value >>> i) & 1)
  }
  // Byte mode.
  add(4, 4)
  add(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) add(byte, 8)
  const capacity = dataBytes(version) * 8
  add(0, Math.min(4, capacity - bits.length))
  add(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) add(pad, 8)
  return Uint8Array.from({ length: capacity / 8 }, (_, i) => bits.slice(i * 8, i * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0))
}

/** The blocks of the message with their check bytes, woven byte by byte. */
const interleaved = (message: Uint8Array, version: number): readonly number[] => {
  const blocks = blocksOf[version - 1] ?? 1
  const checks = checkBytesOf[version - 1] ?? 0
  const total = totalBytes(version)
  const short = Math.floor(total / blocks) - checks
  const shortBlocks = blocks - (total % blocks)
  const parts: { readonly data: Uint8Array; readonly check: Uint8Array }[] = []
  for (let i = 0, at = 0; i < blocks; i += 1) {
    const length = short + (i < shortBlocks ? 0 : 1)
    const data = message.slice(at, at + length)
    parts.push({ data, check: checkBytes(data, checks) })
    at += length
  }
  const column = (i: number, of: 'data' | 'check') => parts.flatMap((part) => (i < part[of].length ? [part[of][i] ?? 0] : []))
  return [
    ...Array.from({ length: short + 1 }, (_, i) => column(i, 'data')).flat(),
    ...Array.from({ length: checks }, (_, i) => column(i, 'check')).flat(),
  ]
}

/** Where the middles of the alignment patterns stand, along each side. */
const alignmentsOf = (version: number): readonly number[] => {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const size = version * 4 + 17
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - (count - 2 - i) * step)]
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** A value with the rest of its division by a polynomial behind it (BCH codes of format and version). */
const withCheck = (value: number, bits: number, polynomial: number): number => {
  let rest = value
  for (let i = 0; i < bits; i += 1) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * polynomial)
  return (value << bits) | (rest & ((1 << bits) - 1))
}

class Matrix {
  readonly size: number
  private readonly version: number
  private readonly dark: Uint8Array
  /** Modules of the patterns, which no mask turns over. */
  private readonly fixed: Uint8Array

  constructor(version: number) {
    this.version = version
    this.size = version * 4 + 17
    this.dark = new Uint8Array(this.size * this.size)
    this.fixed = new Uint8Array(this.size * this.size)
  }

  isDark(x: number, y: number): boolean {
    return this.dark[y * this.size + x] === 1
  }

  private fix(x: number, y: number, dark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return
    this.dark[y * this.size + x] = dark ? 1 : 0
    this.fixed[y * this.size + x] = 1
  }

  drawPatterns(): void {
    const { size, version } = this
    for (let i = 0; i < size; i += 1) {
      this.fix(6, i, i % 2 === 0)
      this.fix(i, 6, i % 2 === 0)
    }
    const finder = (cx: number, cy: number) => {
      for (let dy = -4; dy <= 4; dy += 1)
        for (let dx = -4; dx <= 4; dx += 1) {
          const ring = Math.max(Math.abs(dx), Math.abs(dy))
          this.fix(cx + dx, cy + dy, ring !== 2 && ring !== 4)
        }
    }
    finder(3, 3)
    finder(size - 4, 3)
    finder(3, size - 4)
    const places = alignmentsOf(version)
    const last = places.length - 1
    places.forEach((cy, i) => {
      places.forEach((cx, j) => {
        if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return
        for (let dy = -2; dy <= 2; dy += 1)
          for (let dx = -2; dx <= 2; dx += 1) this.fix(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
      })
    })
    if (version < 7) return
    const bits = withCheck(version, 12, 0x1f25)
    for (let i = 0; i < 18; i += 1) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)]
      this.fix(a, b, ((bits >>> i) & 1) === 1)
      this.fix(b, a, ((bits >>> i) & 1) === 1)
    }
  }

  drawFormat(mask: number): void {
    // Level M is 0.
    const bits = withCheck(mask, 10, 0x537) ^ 0x5412
    const bit = (i: number) => ((bits >>> i) & 1) === 1
    const { size } = this
    for (let i = 0; i <= 5; i += 1) this.fix(8, i, bit(i))
    this.fix(8, 7, bit(6))
    this.fix(8, 8, bit(7))
    this.fix(7, 8, bit(8))
    for (let i = 9; i < 15; i += 1) this.fix(14 - i, 8, bit(i))
    for (let i = 0; i < 8; i += 1) this.fix(size - 1 - i, 8, bit(i))
    for (let i = 8; i < 15; i += 1) this.fix(8, size - 15 + i, bit(i))
    this.fix(8, size - 8, true)
  }

  /** Fills what the patterns leave free, in columns of two from the right, upwards and downwards by turns. */
  drawBytes(bytes: readonly number[]): void {
    const { size } = this
    let i = 0
    for (let right = size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5
      for (let vertical = 0; vertical < size; vertical += 1)
        for (let j = 0; j < 2; j += 1) {
          const x = right - j
          const upward = ((right + 1) & 2) === 0
          const y = upward ? size - 1 - vertical : vertical
          if (this.fixed[y * size + x] === 1 || i >= bytes.length * 8) continue
          this.dark[y * size + x] = ((bytes[i >>> 3] ?? 0) >>> (7 - (i & 7))) & 1
          i += 1
        }
    }
  }

  turnOver(mask: number): void {
    const turns = masks[mask]
    for (let y = 0; y < this.size; y += 1)
      for (let x = 0; x < this.size; x += 1) {
        const at = y * this.size + x
        if (this.fixed[at] === 0 && turns?.(x, y)) this.dark[at] = 1 - (this.dark[at] ?? 0)
      }
  }
}

/** Runs, blocks, false finders and an uneven share of dark: what makes a code hard to read (ISO/IEC 18004, 7.8.3). */
const penaltyOf = (matrix: Matrix): number => {
  const { size } = matrix
  let penalty = 0
  let dark = 0
  const finder = /(?=10111010000|00001011101)/g
  for (const vertical of [false, true])
    for (let line = 0; line < size; line += 1) {
      let text = ''
      for (let i = 0; i < size; i += 1) text += (vertical ? matrix.isDark(line, i) : matrix.isDark(i, line)) ? '1' : '0'
      for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2
      penalty += [...text.matchAll(finder)].length * 40
      if (!vertical) dark += text.replaceAll('0', '').length
    }
  for (let y = 0; y + 1 < size; y += 1)
    for (let x = 0; x + 1 < size; x += 1) {
      const own = matrix.isDark(x, y)
      if (own === matrix.isDark(x + 1, y) && own === matrix.isDark(x, y + 1) && own === matrix.isDark(x + 1, y + 1)) penalty += 3
    }
  return penalty + Math.floor(Math.abs((dark * 100) / (size * size) - 50) / 5) * 10
}

/**
 * The QR code of a text (UTF-8, byte mode, error correction M), as small as it may be; null for a text too long to be
 * read from paper.
 */
export const qrCode = (text: string): QrCode | null => {
  const bytes = new TextEncoder().encode(text)
  for (let version = 1; version <= mostVersion; version += 1) {
    const header = 4 + (version < 10 ? 8 : 16)
    if (header + bytes.length * 8 > dataBytes(version) * 8) continue
    const woven = interleaved(messageOf(bytes, version), version)
    const made = masks.map((_, mask) => {
      const matrix = new Matrix(version)
      matrix.drawPatterns()
      matrix.drawFormat(mask)
      matrix.drawBytes(woven)
      matrix.turnOver(mask)
      return { matrix, penalty: penaltyOf(matrix) }
    })
    const [first, ...others] = made
    const best = others.reduce((least, each) => (least && each.penalty >= least.penalty ? least : each), first)
    return best ? { size: best.matrix.size, isDark: (x, y) => best.matrix.isDark(x, y) } : null
  }
  return null
}
