import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { create } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { draftWord } from '../../../src/backend/export/compose-files.ts'
import { openEngine } from '../../../src/backend/export/pdf/engine.ts'
import { type PdfMemory, pdfMemory } from '../../../src/backend/export/pdf/pdf-memory.ts'
import { pdfText } from '../../../src/backend/export/pdf/spell.ts'
import { trueTypeFile } from '../../../src/backend/export/pdf/true-type.ts'
import { openPdf, type PdfPicture } from '../../../src/backend/export/pdf/write-pdf.ts'
import { fontFile } from '../../../src/layout/text/font-file.ts'
import type { ImageItem, PageDisplay } from '../../../src/shared/layout/display.ts'
import { fontFiles, furniture, line, pageOf, part, profile, textPage, trim } from './handmade.ts'
import { drawnGlyphs, numbersOf, readPdf } from './pdf-reader.ts'
import { hasTool, runOn } from './tools.ts'

const date = new Date(Date.UTC(2026, 10, 25))

interface Options {
  readonly to: 'print' | 'web'
  readonly mark?: string
  readonly pictures?: ReadonlyMap<ImageItem, PdfPicture>
  readonly memory?: PdfMemory
}

const write = (pages: readonly PageDisplay[], { to, mark, pictures = new Map(), ...more }: Options): Uint8Array => {
  const writer = openPdf({
    facts: { title: 'Проба <1> & «2»', author: 'Профсоюзная среда', date },
    mark: mark ?? null,
    fonts: fontFiles,
    print: to === 'print' ? { bleed: 5, marks: true, condition: { profile, name: 'Newsprint' } } : null,
    pages,
    ...more,
  })
  return Buffer.concat([...pages.flatMap((page) => writer.addPage(page, pictures)), ...writer.finish()])
}

const pages = [textPage(1), textPage(2)]
const printed = write(pages, { to: 'print' })
const web = write(pages, { to: 'web' })
const mm = (points: number) => (points * 25.4) / 72

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

describe('web', () => {
  const pdf = readPdf(web)
  const root = pdf.follow(pdf.trailer, 'Root').text
  const elements = [...pdf.objects.values()].filter(({ text }) => text.includes('/Type /StructElem'))
  const types = elements.map(({ text }) => /\/S \/(\w+)/.exec(text)?.[1])

  test('is Russian, marked, and shows its title', () => {
    expect(root).toContain('/Lang (ru-RU)')
    expect(pdf.follow(root, 'MarkInfo').text).toContain('/Marked true')
    expect(pdf.follow(root, 'ViewerPreferences').text).toContain('/DisplayDocTitle true')
    expect(pdf.follow(root, 'Metadata').stream?.toString('utf8')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('every story is an article with its headline, paragraphs and link', () => {
    expect(types.filter((type) => type === 'Document')).toHaveLength(1)
    expect(types.filter((type) => type === 'Art')).toHaveLength(4)
    expect(types.filter((type) => type === 'H1')).toHaveLength(4)
    expect(types).toContain('P')
    expect(types).toContain('Link')
  })

  test('a paragraph that goes on on another page is one paragraph, and a word broken there is one word', () => {
    const body = (page: number, text: string) => pageOf(page, [line(text, { x: 40, y: 60, tag: part('a', 'body', 1) })])
    const bytes = write([body(1, 'Окончание про\u00ad'), body(2, 'фсоюзной истории')], { to: 'web' })
    const file = readPdf(bytes)
    const paragraphs = [...file.objects.values()].filter(({ text }) => text.includes('/S /P'))
    expect(paragraphs).toHaveLength(1)
    expect(paragraphs[0]?.text).toMatch(/\/K \[0 <<\n\/Type \/MCR/)
    expect(file.content(file.pages[0] ?? { text: '', stream: null })).toContain(
      Buffer.from('профсоюзной', 'utf16le').swap16().toString('hex').toUpperCase(),
    )
  })

  test('everything that is painted is tagged or an artifact, and the furniture is an artifact', () => {
    for (const page of pdf.pages) {
      let depth = 0
      for (const [token] of pdf.content(page).matchAll(/\b(BDC|BMC|EMC|TJ|Do|f)(?=\s|$)/g)) {
        if (token === 'BDC' || token === 'BMC') depth += 1
        else if (token === 'EMC') depth -= 1
        else expect(depth).toBeGreaterThan(0)
      }
      expect(depth).toBe(0)
      expect(pdf.content(page)).toContain('/Artifact <</Type /Pagination>> BDC')
    }
  })

  test('a headline set again where the story goes on is neither read nor bookmarked twice', () => {
    const page = (number: number) =>
      pageOf(number, [
        line('Заголовок', { x: 40, y: 60, size: 20, tag: part('a', 'headline', 0) }),
        line('Начало на с. 1', { x: 40, y: 80, href: 'https://eseur.ru', tag: part('a', 'jumpLine', 0) }),
        line(`текст полосы ${number}`, { x: 40, y: 100, tag: part('a', 'body', number) }),
      ])
    const file = readPdf(write([page(1), page(2)], { to: 'web' }))
    const all = [...file.objects.values()].map(({ text }) => text)
    expect(all.filter((text) => text.includes('/S /H1'))).toHaveLength(1)
    expect(all.filter((text) => text.includes('/S /P'))).toHaveLength(2)
    expect(all.filter((text) => text.includes('/Dest ['))).toHaveLength(1)
    expect(all.find((text) => text.includes('/Dest ['))).toContain(
      Buffer.from('Заголовок', 'utf16le').swap16().toString('latin1'),
    )
    expect(all.some((text) => text.includes('/Subtype /Link'))).toBe(false)
  })

  test('a table is one, of rows of cells, each under its head; a cell without words is still a cell', () => {
    const cell = (block: number, column: number, text: string, head = false) =>
      line(text, { x: 10 + column * 60, y: 20 + block * 11, tag: { ...part('a', 'table', block), cell: { column, head } } })
    const rows = [cell(2, 0, 'Год', true), cell(2, 1, 'Ставка', true), cell(3, 1, '100'), cell(4, 0, '2026'), cell(4, 1, '120')]
    const around = [
      line('до', { x: 10, y: 10, tag: part('a', 'body', 1) }),
      line('после', { x: 10, y: 90, tag: part('a', 'body', 5) }),
    ]
    const file = readPdf(write([pageOf(1, [...around, ...rows])], { to: 'web' }))
    const kidsOf = (text: string): readonly string[] =>
      [...(/\/K \[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(
        ([, id]) => file.objects.get(Number(id))?.text ?? '',
      )
    const outline = (text: string): string => {
      const type = /\/S \/(\w+)/.exec(text)?.[1] ?? ''
      const kids = kidsOf(text).map(outline).join(' ')
      return kids === '' ? type : `${type}(${kids})`
    }
    const article = [...file.objects.values()].find(({ text }) => text.includes('/S /Art'))?.text ?? ''
    expect(outline(article)).toBe('Art(P Table(TR(TH TH) TR(TD TD) TR(TD TD)) P)')
    expect([...file.objects.values()].filter(({ text }) => text.includes('/Scope /Column'))).toHaveLength(2)
  })

  test('the imprint is read too, in a section of its own', () => {
    const imprint = line('Тираж 1000', { x: 10, y: 20, tag: furniture('imprint') })
    const file = readPdf(write([pageOf(1, [imprint])], { to: 'web' }))
    const kinds = [...file.objects.values()].flatMap(({ text }) =>
      text.includes('/StructElem') ? [/\/S \/(\w+)/.exec(text)?.[1]] : [],
    )
    expect(kinds.sort()).toEqual(['Document', 'P', 'Sect'])
  })

  test('a line that ends a word ends in a space, for programs that follow the tags', () => {
    const body = part('a', 'body', 1)
    const set = ['два', 'сло\u00ad', 'ва'].map((text, i) => line(text, { x: 10, y: 20 + i * 11, tag: body }))
    const file = readPdf(write([pageOf(1, set)], { to: 'web' }))
    const page = file.pages[0]
    expect(
      page &&
        drawnGlyphs(file, page)
          .map(({ text }) => text)
          .join(''),
    ).toBe('два сло\u00adва')
  })

  test('bookmarks name the stories by their headlines, broken words whole', () => {
    const items = [...pdf.objects.values()].filter(({ text }) => text.includes('/Dest ['))
    const titles = items.map(({ text }) => {
      const raw = /\/Title \(([\s\S]*?)\)\n/.exec(text)?.[1] ?? ''
      const bytes = Buffer.from(
        raw.replace(/\\([()\\nrtbf])/g, (_, c: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[c] ?? c),
        'latin1',
      )
      return new TextDecoder('utf-16be').decode(bytes)
    })
    const ofPage = ['Зарплата учителя: что изменилось', 'Короткая заметка']
    expect(titles).toEqual([...ofPage, ...ofPage])
  })

  test('a link opens its address in plain ASCII and says where it leads', () => {
    const links = [...pdf.objects.values()].filter(({ text }) => text.includes('/Subtype /Link'))
    expect(links).toHaveLength(2)
    expect(links[0]?.text).toMatch(/\/URI \(https:\/\/eseur\.ru\/%D0%BD[%0-9A-F]+\?a=1&b=2\)/)
    expect(links[0]?.text).toContain('/Contents')
    expect(links[0]?.text).toMatch(/\/StructParent \d+/)
  })

  test('an address that leads nowhere outside is no link', () => {
    const bad = line('тут', { x: 10, y: 10, href: 'javascript:alert(1)', tag: part('a', 'body', 0) })
    const file = readPdf(write([pageOf(1, [bad])], { to: 'web' }))
    expect([...file.objects.values()].some(({ text }) => /\/Link\b/.test(text))).toBe(false)
  })

  const photo: ImageItem = {
    kind: 'image',
    x: 50,
    y: 300,
    width: 200,
    height: 100,
    media: 'm',
    crop: { x: 0, y: 0, width: 1, height: 1 },
    alternative: '',
    tag: part('a', 'photo', 4),
  }
  const picture: PdfPicture = { jpeg: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), width: 20, height: 10, colours: 'rgb' }
  const captioned = pageOf(1, [photo, line('Митинг в Туле', { x: 50, y: 410, font: 'sans', tag: part('a', 'caption', 5) })])

  test('a photo without a description is described by its caption', () => {
    const file = readPdf(write([captioned], { to: 'web', pictures: new Map([[photo, picture]]) }))
    const figure = [...file.objects.values()].find(({ text }) => text.includes('/S /Figure'))?.text ?? ''
    const alt = Buffer.from(/\/Alt \(([\s\S]*?)\)\n/.exec(figure)?.[1] ?? '', 'latin1')
    expect(new TextDecoder('utf-16be').decode(alt)).toBe('Митинг в Туле')
    expect(numbersOf(figure, 'BBox')).toEqual([
      50,
      Math.round((trim.height - 400) * 1e6) / 1e6,
      250,
      Math.round((trim.height - 300) * 1e6) / 1e6,
    ])
  })

  test('the same picture twice is one object', () => {
    const twice = pageOf(1, [photo, { ...photo, y: 500 }])
    const pictures = new Map(twice.items.flatMap((item) => (item.kind === 'image' ? [[item, { ...picture }] as const] : [])))
    const file = readPdf(write([twice], { to: 'print', pictures }))
    expect([...file.objects.values()].filter(({ text }) => text.includes('/Subtype /Image'))).toHaveLength(1)
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

describe('the file', () => {
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
