import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { create } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { openEngine } from '../../../src/backend/export/pdf/engine.ts'
import { pdfText } from '../../../src/backend/export/pdf/spell.ts'
import { trueTypeFile } from '../../../src/backend/export/pdf/true-type.ts'
import { fontFile } from '../../../src/layout/text/font-file.ts'
import { fontFiles } from './handmade.ts'
import { date } from './written-pdf.ts'

describe('the engine', () => {
  const info = { Title: 'т', Author: '', Creator: '', Producer: '', CreationDate: date, ModDate: date }

  test('pdfkit is the version whose private places we know', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '..', '..', '..', 'node_modules', 'pdfkit', 'package.json'), 'utf8'),
    )
    expect(manifest).toMatchObject({ version: '0.20.2' })
  })

  test('L134 values are spelled as PDF has them, and bytes come as they are ready', () => {
    const engine = openEngine('1.6', info)
    engine.addPage(100, 100).setContent(deflateSync(Buffer.from('q Q')))
    const reference = engine.ref({
      ...{ Name: 'AName', Missing: undefined, Text: pdfText('(я) \\'), Ascii: pdfText('a(b)'), Small: 1e-7, Half: -0.5 },
      ...{ Bytes: Uint8Array.of(1, 255), Date: date, Truth: true, Nothing: null },
    })
    reference.end()
    const text = Buffer.concat(engine.takeParts()).toString('latin1')
    expect(text).toContain('/Name /AName\n/Text (\xfe\xff\0\\(\x04O\0\\)\0 \0\\\\)\n/Ascii (a\\(b\\))\n/Small 0\n/Half -0.5\n')
    expect(text).toContain('/Bytes <01ff>\n/Date (D:20261125000000Z)\n/Truth true\n/Nothing null\n>>')
    expect(engine.takeParts()).toHaveLength(0)
    engine.end('<x/>')
    const rest = Buffer.concat(engine.takeParts())
    expect(rest.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true)
    expect(rest.includes(deflateSync(Buffer.from('q Q')))).toBe(true)
  })

  test('L134 an object that was never ended, and a number PDF can not say, are mistakes of the program', () => {
    const engine = openEngine('1.6', info)
    engine.ref({ Type: 'Forgotten' })
    expect(() => engine.end('')).toThrow('never ended')
    expect(() => engine.value(Number.NaN)).toThrow('NaN')
  })

  test('L134 the outline of a letter is the one its font has', () => {
    const font = fontFile(fontFiles.sansBold)
    const cut = trueTypeFile(fontFiles.sansBold, font)
    const known = create(fontFiles.sansBold)
    for (const letter of 'черновикОЙБ8&') {
      const glyph = font.glyphOf(letter.codePointAt(0) ?? 0)
      const wanted = known.glyphForCodePoint(letter.codePointAt(0) ?? 0).path.commands
      expect(cut.outline(glyph)).toEqual(wanted.map(({ command, args }) => ({ command, args })))
    }
  })
})
