import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type QrCode, qrCode } from '../../../src/layout/code/qr-code.ts'
import { checkBytes } from '../../../src/layout/code/reed-solomon.ts'

const must = (text: string): QrCode => {
  const code = qrCode(text)
  if (!code) throw new Error('too long')
  return code
}

const modulesOf = (code: QrCode): string =>
  Array.from({ length: code.size * code.size }, (_, i) =>
    code.isDark(i % code.size, Math.floor(i / code.size)) ? '1' : '0',
  ).join('')

/** A finder pattern with its corner at a place: seven modules a side, dark rim, light ring, dark heart. */
const isFinder = (code: QrCode, left: number, top: number): boolean =>
  Array.from({ length: 49 }, (_, i) => [i % 7, Math.floor(i / 7)] as const).every(([x, y]) => {
    const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3))
    return code.isDark(left + x, top + y) === (ring !== 2)
  })

describe('QR codes', () => {
  test('check bytes are those of ISO/IEC 18004, annex I', () => {
    const message = Uint8Array.from([
      0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
    ])
    const check = [0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]
    expect([...checkBytes(message, 10)]).toEqual(check)
  })

  // Read back by zbar when they were written down.
  test.each([
    ['https://eseur.ru', 25, '5f390e567bd22eca'],
    [`https://eseur.ru/${'a'.repeat(100)}`, 45, '84687f4272d2b39a'],
    ['Ё'.repeat(200), 77, '8163de32f78a34a1'],
  ])('%s is the code that was read', (text, size, hash) => {
    const code = must(text)
    expect(code.size).toBe(size)
    expect(createHash('sha256').update(modulesOf(code)).digest('hex').slice(0, 16)).toBe(hash)
  })

  test('have finders in three corners and timing between them, at every size', () => {
    for (let length = 1; length <= 412; length += 37) {
      const code = must('x'.repeat(length))
      const far = code.size - 7
      expect([isFinder(code, 0, 0), isFinder(code, far, 0), isFinder(code, 0, far)]).toEqual([true, true, true])
      for (let i = 8; i < far - 1; i += 1) expect(code.isDark(i, 6)).toBe(i % 2 === 0)
    }
  })

  test('a text too long to be read from paper has none', () => {
    expect(qrCode('x'.repeat(412))).not.toBeNull()
    expect(qrCode('x'.repeat(413))).toBeNull()
  })
})
