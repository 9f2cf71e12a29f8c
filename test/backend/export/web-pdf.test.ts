import { describe, expect, test } from 'vitest'
import type { PdfPicture } from '../../../src/backend/export/pdf/write-pdf.ts'
import type { ImageItem } from '../../../src/shared/layout/display.ts'
import { furniture, line, pageOf, part, trim } from './handmade.ts'
import { drawnGlyphs, numbersOf, readPdf } from './pdf-reader.ts'
import { web, write } from './written-pdf.ts'

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
