import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/backend/article/import/encoding.ts'

/** Node writes no single-byte Cyrillic, so the table is turned round. */
const encode = (text: string, encoding: 'windows-1251' | 'koi8-r'): Uint8Array => {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, i) => i))
  return Uint8Array.from(Array.from(text, (character) => table.indexOf(character)))
}

const prose = 'Профсоюз помог: учителю вернули надбавку — суд согласился с расчётом.'

describe('encoding of a text', () => {
  it('reads UTF-8 with and without a mark, UTF-16 by its mark', () => {
    const utf8 = new TextEncoder().encode(prose)
    const utf16 = Buffer.from(`\ufeff${prose}`, 'utf16le')
    expect(decodeText(utf8)).toEqual({ ok: true, text: prose, encoding: 'utf-8' })
    expect(decodeText(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]))).toEqual({
      ok: true,
      text: prose,
      encoding: 'utf-8',
    })
    expect(decodeText(utf16)).toEqual({ ok: true, text: prose, encoding: 'utf-16le' })
    expect(decodeText(Buffer.from(utf16).swap16())).toEqual({ ok: true, text: prose, encoding: 'utf-16be' })
  })

  it.each([
    prose,
    prose.toUpperCase(),
    'Пленум',
    'ТРУДОВОЙ КОДЕКС',
    'Ответ: «да»',
    'Иванова М. И., 5 «Б» класс',
    'Съезд объявил об объёме выплат',
  ])('tells windows-1251 from KOI8-R by the letters of %j', (text) => {
    for (const encoding of ['windows-1251', 'koi8-r'] as const) {
      const writable = encoding === 'koi8-r' ? text.replace(/[«»—]/g, '-') : text
      expect(decodeText(encode(writable, encoding))).toEqual({ ok: true, text: writable, encoding })
    }
  })

  it.each([
    ['a zero byte', Buffer.from('слово\0слово'), /двоичные/],
    ['random bytes', Uint8Array.from({ length: 600 }, (_, i) => ((i * 7919) % 255) + 1), /двоичные|не распознана/],
    [
      'French in latin-1',
      Buffer.from('Les élèves et les professeurs réunis à Évry, où ça été décidé', 'latin1'),
      /не распознана/,
    ],
    ['a Word document', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), /Word/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['broken UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), /UTF-16/],
  ])('refuses %s and says what to do', (_, bytes, complaint) => {
    const decoded = decodeText(bytes)
    expect(decoded.ok ? decoded.text : decoded.complaint).toMatch(complaint)
    expect(decoded.ok ? '' : decoded.todo).toMatch(/UTF-8/)
  })

  it('refuses UTF-8 that was damaged on its way and names the line, rather than lose letters', () => {
    const bytes = Buffer.from(`${prose}\n${prose}\n${prose}`)
    bytes[Buffer.from(`${prose}\n`).length + 2] = 0xff
    const decoded = decodeText(bytes)
    expect(decoded).toMatchObject({ ok: false, complaint: expect.stringMatching(/повреждён.*в строке 2/) })
    expect(decodeText(Buffer.from(prose).subarray(0, -2))).toMatchObject({ ok: false })
  })
})
