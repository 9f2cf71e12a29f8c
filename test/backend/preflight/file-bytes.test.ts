import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileBytes } from '../../../src/backend/preflight/pdf/file-bytes.ts'

test('a file in parts reads as one, wherever it is cut', () => {
  const places = fc.integer({ min: -5, max: 60 })
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 6 }), places, places, (parts, from, to) => {
      const whole = Buffer.concat(parts)
      const file = fileBytes(parts)
      const expected = whole.subarray(Math.max(0, from), Math.max(0, from, to))
      expect(file.length).toBe(whole.length)
      expect(Buffer.from(file.slice(from, to))).toEqual(Buffer.from(expected))
      expect(file.text(from, to)).toBe(expected.toString('latin1'))
    }),
  )
})

test('what lies in one part is not copied', () => {
  const part = Uint8Array.of(1, 2, 3, 4)
  expect(fileBytes([Uint8Array.of(0), part]).slice(2, 4).buffer).toBe(part.buffer)
})
