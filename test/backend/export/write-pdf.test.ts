import { describe, expect, test } from 'vitest'
import { draftWord } from '../../../src/backend/export/compose-files.ts'
import { pdfMemory } from '../../../src/backend/export/pdf/pdf-memory.ts'
import { furniture, line, pageOf, part, profile, textPage } from './handmade.ts'
import { drawnGlyphs, numbersOf, readPdf } from './pdf-reader.ts'
import { hasTool, runOn } from './tools.ts'
import { mm, pages, printed, web, write } from './written-pdf.ts'

describe('print', () => {
  const pdf = readPdf(printed)
  const root = pdf.follow(pdf.trailer, 'Root').text

  test('every page has a trim of A3, 5 mm of bleed around it, and room for marks', () => {
    for (const { text } of pdf.pages) {
      const [media, bleed, box] = [numbersOf(text, 'MediaBox'), numbersOf(text, 'BleedBox'), numbersOf(text, 'TrimBox')]
      expect(mm((box[2] ?? 0) - (box[0] ?? 0))).toBeCloseTo(297, 2)
      expect(mm((box[3] ?? 0) - (box[1] ?? 0))).toBeCloseTo(420, 2)
      expect(mm((box[0] ?? 0) - (bleed[0] ?? 0))).toBeCloseTo(5, 2)
      expect(mm((bleed[3] ?? 0) - (box[3] ?? 0))).toBeCloseTo(5, 2)
      expect(bleed[0]).toBeGreaterThan(media[0] ?? 0)
      expect(bleed[3]).toBeLessThan(media[3] ?? 0)
    }
  })

  test('the output intent carries the CMYK profile whole', () => {
    const intent = pdf.objects.get(Number(/OutputIntents \[(\d+)/.exec(root)?.[1]))?.text ?? ''
    expect(intent).toContain('/S /GTS_PDFX')
    expect(intent).toMatch(/OutputConditionIdentifier \(Custom\)/)
    expect(Buffer.compare(pdf.inflate(pdf.follow(intent, 'DestOutputProfile')), Buffer.from(profile))).toBe(0)
  })

  test('XMP says PDF/X-4, not trapped, and escapes the title', () => {
    const xmp = pdf.inflate(pdf.follow(root, 'Metadata')).toString('utf8')
    expect(xmp).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>')
    expect(xmp).toContain('<pdf:Trapped>False</pdf:Trapped>')
    expect(xmp).toContain('Проба &lt;1&gt; &amp; «2»')
    expect(pdf.head).toBe('%PDF-1.6')
    const trapped = pdf.follow(pdf.follow(pdf.trailer, 'Info').text, 'Trapped').text
    expect(trapped).toBe('/False')
  })

  test('solid black type overprints with OPM 1 and nothing else does', () => {
    const states = pdf.follow(pdf.pages[0]?.text ?? '', 'Resources').text
    expect(pdf.follow(states, 'OP').text).toMatch(/\/OP true\n\/op true\n\/OPM 1/)
    expect(pdf.follow(states, 'KO').text).toMatch(/\/OP false\n\/op false/)
    for (const page of pdf.pages) {
      for (const glyph of drawnGlyphs(pdf, page)) expect(glyph.state).toBe(glyph.colour === '0 0 0 1' ? 'OP' : 'KO')
    }
  })

  test('no colour but CMYK is used, and each ink is a single plate', () => {
    const content = pdf.pages.map((page) => pdf.content(page)).join('\n')
    expect(content).not.toMatch(/\b(rg|RG|g|G)\n/)
    for (const [, inks = ''] of content.matchAll(/([\d. ]+) k\n/g))
      expect(inks.split(' ').filter((share) => Number(share) > 0).length).toBeLessThanOrEqual(1)
  })

  test('crop marks print on all plates and stay outside the bleed', () => {
    const page = pdf.pages[0]
    const marks = /q \/Marks CS 1 SCN ([\s\S]*?) Q/.exec(page ? pdf.content(page) : '')?.[1] ?? ''
    const bleed = numbersOf(page?.text ?? '', 'BleedBox')
    const points = [...marks.matchAll(/([\d.-]+) ([\d.-]+) [ml]/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    expect(points).toHaveLength(16)
    for (const [x, y] of points) {
      const inside = x > (bleed[0] ?? 0) && x < (bleed[2] ?? 0) && y > (bleed[1] ?? 0) && y < (bleed[3] ?? 0)
      expect(inside).toBe(false)
    }
  })
})

describe('text', () => {
  test.each([
    ['print', printed],
    ['web', web],
  ] as const)('%s: every glyph stands where the display list puts it, to 0.01 pt', (_, bytes) => {
    const pdf = readPdf(bytes)
    pdf.pages.forEach((page, i) => {
      const display = pages[i]
      const [left = 0, , , top = 0] = bytes === printed ? numbersOf(page.text, 'TrimBox') : numbersOf(page.text, 'MediaBox')
      const wanted = (display?.items ?? []).flatMap((item) =>
        item.kind === 'text' ? item.xs.map((x) => ({ x: left + item.x + x, y: top - item.y })) : [],
      )
      // The spaces that end words at line ends on the web belong to no glyph of the display list.
      const drawn = drawnGlyphs(pdf, page)
      let at = 0
      for (const { x, y } of wanted) {
        while (at < drawn.length && Math.hypot((drawn[at]?.x ?? 0) - x, (drawn[at]?.y ?? 0) - y) > 0.01) at += 1
        expect(at).toBeLessThan(drawn.length)
        at += 1
      }
      expect(drawn.length - wanted.length).toBeLessThan(20)
    })
  })

  test('tracking, kerning and glyph scale of a line are kept', () => {
    const set = line('Кернинг', { x: 100, y: 100, size: 9, scale: 1.03, tag: part('a', 'body', 0) })
    const shifted = { ...set, xs: set.xs.map((x, i) => x + i * 0.13 + (i > 3 ? -0.4 : 0)) }
    const pdf = readPdf(write([pageOf(1, [shifted])], { to: 'web' }))
    const page = pdf.pages[0]
    if (!page) throw new Error('no page')
    const drawn = drawnGlyphs(pdf, page)
    for (const [i, x] of shifted.xs.entries()) expect(drawn[i]?.x).toBeCloseTo(100 + x, 2)
  })

  test('a hyphen that breaks a word and one that belongs to it read differently, though a font may draw them alike', () => {
    const hyphen = line('-', { x: 0, y: 20, tag: part('a', 'body', 0) })
    const same = { ...hyphen, y: 40, clusters: ['\u00ad'] }
    const pdf = readPdf(write([pageOf(1, [hyphen, same])], { to: 'print' }))
    const page = pdf.pages[0]
    expect(page && drawnGlyphs(pdf, page).map(({ text }) => text)).toEqual(['-', '\u00ad'])
  })

  test('every font is in the file as a subset that can be searched', () => {
    const pdf = readPdf(printed)
    const descriptors = [...pdf.objects.values()].filter(({ text }) => text.includes('/Type /FontDescriptor'))
    expect(descriptors).toHaveLength(4)
    for (const { text } of descriptors) {
      expect(text).toMatch(/\/FontName \/[A-Z]{6}\+PT/)
      expect(pdf.follow(text, 'FontFile2').stream?.length).toBeLessThan(60_000)
    }
    const fonts = [...pdf.objects.values()].filter(({ text }) => text.includes('/Subtype /Type0'))
    expect(fonts.every(({ text }) => text.includes('/ToUnicode'))).toBe(true)
  })

  test('equal input at an equal date gives equal bytes', () => {
    expect(Buffer.compare(Buffer.from(write(pages, { to: 'print' })), Buffer.from(printed))).toBe(0)
    expect(Buffer.compare(Buffer.from(write(pages, { to: 'web' })), Buffer.from(web))).toBe(0)
  })
})

describe('draft', () => {
  test.each(['print', 'web'] as const)('%s: every page carries the word, pale, over the text and not instead of it', (to) => {
    const bytes = write(pages, { to, mark: draftWord })
    const pdf = readPdf(bytes)
    const plain = readPdf(write(pages, { to }))
    pdf.pages.forEach((page, i) => {
      const content = pdf.content(page)
      expect(content).toMatch(/\/PA gs/)
      expect(pdf.follow(pdf.follow(page.text, 'Resources').text, 'PA').text).toMatch(/\/ca 0\.1\d/)
      const same = plain.pages[i]
      expect(same && drawnGlyphs(pdf, page).map(({ text }) => text)).toEqual(
        same && drawnGlyphs(plain, same).map(({ text }) => text),
      )
    })
  })
})

const words = [
  'профсоюзные',
  'организации',
  'выступили',
  'кое-каких',
  'учителей',
  'Председатель',
  'заработная',
  'Изменения',
  'изменилось',
  '№ 47',
]

describe('other programs', () => {
  describe.each([
    ['print', printed],
    ['web', web],
  ] as const)('%s', (_, bytes) => {
    test.skipIf(!hasTool('qpdf'))('qpdf finds no error', () => {
      expect(runOn(bytes, 'qpdf', ['--check', 'FILE'])).toContain('No syntax or stream encoding errors')
    })
    test.skipIf(!hasTool('pdffonts'))('pdffonts sees every font embedded, as a subset, with Unicode', () => {
      const rows = runOn(bytes, 'pdffonts', ['FILE']).trim().split('\n').slice(2)
      expect(rows).toHaveLength(4)
      for (const row of rows) expect(row).toMatch(/ yes yes yes +\d+ +0$/)
    })
    test.skipIf(!hasTool('pdftotext')).each([[[]], [['-raw']], [['-layout']]])(
      'pdftotext %j finds every word, those broken over lines too',
      (mode) => {
        const text = runOn(bytes, 'pdftotext', [...mode, 'FILE', '-'])
        for (const word of words) expect(text).toContain(word)
      },
    )
    test.skipIf(!hasTool('mutool'))('mutool draws it without a complaint', () => {
      expect(() => runOn(bytes, 'mutool', ['draw', '-r', '20', '-o', '/dev/null', '-F', 'pam', 'FILE'])).not.toThrow()
    })
  })
  test.skipIf(!hasTool('pdftotext'))('a draft can be told by its text', () => {
    const text = runOn(write([textPage(1)], { to: 'print', mark: draftWord }), 'pdftotext', ['FILE', '-'])
    for (const word of [...words, 'черновик']) expect(text).toContain(word)
  })
})

test('furniture alone makes a page too', () => {
  const only = pageOf(1, [line('1', { x: 10, y: 20, tag: furniture('folio') })])
  expect(readPdf(write([only], { to: 'web' })).pages).toHaveLength(1)
})

describe('what earlier files left', () => {
  test('L97: what was packed ahead is what would be packed when it is needed', async () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_, i) => (i * i) % 251)
    const memory = pdfMemory()
    await memory.packAhead(bytes)
    const ahead = memory.pack(bytes)
    expect(memory.pack(Uint8Array.from(bytes))).toBe(ahead)
    expect(Buffer.from(ahead).equals(pdfMemory().pack(bytes))).toBe(true)
  })

  test.each(['print', 'web'] as const)('L97: %s: changes nothing in the next one', (to) => {
    const memory = pdfMemory()
    const before = write(pages, { to, memory })
    expect(Buffer.compare(write(pages, { to, memory }), before)).toBe(0)
    expect(Buffer.compare(write(pages, { to }), before)).toBe(0)
    const turned = [...pages].reverse()
    expect(Buffer.compare(write(turned, { to, memory }), write(turned, { to }))).toBe(0)
    write(pages, { to: to === 'print' ? 'web' : 'print', mark: draftWord, memory })
    expect(Buffer.compare(write(pages, { to, memory }), before)).toBe(0)
  })
})
