import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importUploads } from '../../../src/backend/article/import/import-files.ts'
import { readFile } from '../../../src/backend/article/import/read-file.ts'
import { openZip, storeZip } from '../../../src/backend/article/import/zip.ts'
import { newNewsroom } from './temporary-newsroom.ts'

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const document = (body: string, before = '') => `${before}<w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`
const docx = (body: string, before = '', parts: Readonly<Record<string, string>> = {}) =>
  storeZip(new Map([['word/document.xml', document(body, before)], ...Object.entries(parts)]))

const problemOf = async (bytes: Uint8Array, kind: 'document' | 'page' = 'document') => {
  const read = await readFile(bytes, kind, 'файл')
  return read.ok ? null : read.problem
}

/** An archive of one part whose directory promises what it likes. */
const lying = (content: Uint8Array, size: number): Buffer => {
  const packed = deflateRawSync(content)
  const archive = storeZip(new Map([['word/document.xml', 'x'.repeat(packed.length)]]))
  const data = 30 + 'word/document.xml'.length
  packed.copy(archive, data)
  const entry = data + packed.length
  archive.writeUInt16LE(8, 8)
  archive.writeUInt16LE(8, entry + 10)
  archive.writeUInt32LE(size, entry + 24)
  return archive
}

describe('hostile and foreign documents', () => {
  it.each([
    ['old Word', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /старого Word.*сохраните как документ Word/],
    [
      'a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      /паролем.*уберите пароль/,
    ],
    ['RTF', Buffer.from('{\\rtf1 x}'), /RTF.*сохраните/],
    ['PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['a torn archive', docx(paragraph('а')).subarray(0, 100), /повреждён.*сохраните заново/],
    ['words', Buffer.from('просто слова'), /не документ Word/],
    ['Excel', storeZip(new Map([['xl/workbook.xml', '<a/>']])), /Excel/],
    ['PowerPoint', storeZip(new Map([['ppt/presentation.xml', '<a/>']])), /PowerPoint/],
    ['OpenDocument', storeZip(new Map([['mimetype', 'application/vnd.oasis.opendocument.text']])), /OpenDocument.*сохраните/],
    ['an archive', storeZip(new Map([['a.txt', 'слова']])), /архив.*Распакуйте/],
    ['no body', storeZip(new Map([['word/document.xml', '<a/>']])), /нет текста/],
    ['no XML', storeZip(new Map([['word/document.xml', '<a><b></a>']])), /повреждён/],
    ['entities', docx('&a;', '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'), /опасно/],
    ['an external entity', docx('&x;', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), /опасно/],
    ['nesting', docx(`${'<w:ins>'.repeat(100_000)}`), /опасно/],
    ['too many elements', docx('<w:p/>'.repeat(600_000)), /полумиллиона/],
    ['too long a paragraph', docx(paragraph('слово '.repeat(900_000))), /5400000 знаков.*Разделите/],
    [
      'too many runs',
      docx(`<w:p>${'<w:r><w:t>а</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>б</w:t></w:r>'.repeat(3000)}</w:p>`),
      /не статья/,
    ],
    ['a bomb', lying(Buffer.alloc(20_000_000), 20_000_000), /опасно/],
    ['a lie about its size', lying(Buffer.alloc(500_000, 'a'), 10), /повреждён/],
  ])('%s: refused in Russian with what to do', async (_, bytes, pattern) => {
    expect(await problemOf(bytes)).toMatch(pattern)
  })

  it('unpacks nothing before the sizes are judged, and never beyond them', () => {
    expect(openZip(lying(Buffer.alloc(20_000_000), 20_000_000))).toEqual({ ok: false, reason: 'bomb' })
    const archive = openZip(lying(Buffer.alloc(500_000, 'a'), 1000))
    expect(archive.ok && archive.entries.get('word/document.xml')?.read()).toBeNull()
  })

  it('fetches nothing and runs nothing: pictures elsewhere are named, addresses of scripts are words', async () => {
    const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/image" Target="file:///etc/hostname" TargetMode="External"/><Relationship Id="r2" Type="x/image" Target="../../../etc/passwd"/><Relationship Id="r3" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`
    const names =
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    const picture = (id: string) =>
      `<w:p><w:r><w:drawing><a:blip ${names} r:embed="${id}" r:link="${id}"/></w:drawing></w:r></w:p>`
    const link = `<w:p><w:hyperlink ${names} r:id="r3"><w:r><w:t>слово</w:t></w:r></w:hyperlink></w:p>`
    const bytes = docx(paragraph('Заголовок') + picture('r1') + picture('r2') + link, '', {
      'word/_rels/document.xml.rels': relationships,
    })
    const { newsroom } = await newNewsroom()
    const [taken] = await importUploads(newsroom, [{ name: 'a.docx', bytes }], null, null)
    expect(taken?.warnings.join(' ')).toMatch(/file:\/\/\/etc\/hostname лежит вне документа/)
    expect(newsroom.media.count()).toBe(0)
    expect((await newsroom.articles.content(taken?.article ?? '')).body).toEqual([
      { type: 'paragraph', attrs: { kind: 'paragraph', medium: 'everywhere' }, content: [{ type: 'text', text: 'слово' }] },
    ])
  })

  it.each([
    ['nesting', '<div>'.repeat(100_000)],
    ['marks that would be copied for every paragraph', Array.from({ length: 30_000 }, (_, i) => `<p><font a=${i}>x`).join('')],
    ['too many elements', '<i></i>'.repeat(250_000)],
  ])('a page made of %s is refused', async (_, source) => {
    expect(await problemOf(Buffer.from(source), 'page')).toMatch(/страница не взята.*скопируйте текст/)
  })

  it('never throws, whatever bytes come as a document or a page', async () => {
    const sound = docx(paragraph('Заголовок') + paragraph('Текст'), '', { 'word/styles.xml': '<w:styles xmlns:w="x"/>' })
    const broken = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }).map((changes) => {
      const bytes = Buffer.from(sound)
      for (const [at, byte] of changes) bytes[at] = byte
      return bytes
    })
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), broken)
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('document' as const, 'page' as const), async (content, kind) => {
        const read = await readFile(content, kind, 'файл')
        if (!read.ok) expect(read.problem).toMatch(/[а-яё]/)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, whatever markup a document holds', async () => {
    const name = fc.constantFrom(
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:ins',
      'w:del',
      'w:pPr',
      'w:rPr',
      'w:drawing',
      'w:pict',
      'w:hyperlink',
      'w:sdt',
      'w:sdtContent',
      'w:fldChar',
      'w:instrText',
      'w:footnoteReference',
      'w:numPr',
      'w:br',
      'w:sym',
      'w:ruby',
      'w:txbxContent',
      'w:commentReference',
    )
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom('слово', ' ', '&amp;'),
        fc
          .tuple(name, fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, inner]) => `<${tag} w:val="1" w:id="1">${inner.join('')}</${tag}>`),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 5 }), async (nodes) => {
        const read = await readFile(docx(nodes.join('')), 'document', 'файл')
        expect(read.ok).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
