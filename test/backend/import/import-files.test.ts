import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { importPaths, importUploads } from '../../../src/backend/article/import/import-files.ts'
import { parseText } from '../../../src/backend/article/import/parse-text.ts'
import { diskFiles } from '../../../src/backend/store/files.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import { type ArticleContent, photosOf, plainText } from '../../../src/shared/article/content.ts'
import { newNewsroom } from './temporary-newsroom.ts'

const picture = (shade: number, format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width: 90, height: 60, channels: 3, background: { r: shade, g: 90, b: 30 } } })
    .toFormat(format)
    .toBuffer()

/** Writes files, folders made as needed. */
const lay = async (folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> => {
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
}

const refusing = (path: string, code: string) => ({
  ...diskFiles,
  read: (wanted: string) => (wanted === path ? Promise.reject(Object.assign(new Error(code), { code })) : diskFiles.read(wanted)),
})

describe('import of files and folders', () => {
  it('takes a folder whole, by name in natural order, hidden files left out; every text is filed', async () => {
    const { newsroom, inbox } = await newNewsroom()
    await lay(inbox, {
      '10.txt': 'Десятый\nТекст.',
      '2.md': '# Второй\n\nТекст.',
      'глава/1.TXT': 'Первый в папке\nТекст.',
      '.hidden.txt': 'Скрытый',
      '.git/a.txt': 'Скрытый',
      '~$письмо.docx': 'x',
      'снимок.png': await picture(10, 'png'),
    })
    const report = await importPaths(newsroom, [inbox], 'Новости', 'reporter')
    expect(report.map(({ headline }) => headline)).toEqual(['Второй', 'Десятый', 'Первый в папке', null])
    expect(report.flatMap(({ problem, warnings }) => [problem, ...warnings]).filter(Boolean)).toEqual([])
    expect(report[3]).toMatchObject({ file: join(inbox, 'снимок.png'), article: null, problem: null })
    expect(newsroom.media.count()).toBe(1)
    const records = await Promise.all(report.flatMap(({ article }) => (article ? [newsroom.workflow.get(article)] : [])))
    expect(records.map((record) => record?.order)).toEqual([1, 2, 3])
    expect(records[0]).toMatchObject({
      status: 'filed',
      steps: [{ action: 'import', from: null, to: 'filed', person: 'reporter', remark: '2.md' }],
      approvals: [],
    })
    expect(newsroom.articles.entry(report[0]?.article ?? '')).toMatchObject({ rubric: 'Новости' })
  })

  it('finds a picture outside the imported folder and puts it after the lead with caption and credit', async () => {
    const { newsroom, inbox } = await newNewsroom()
    await lay(inbox, {
      'тексты/а.md':
        '---\nrubric: Право\nphoto: ../media/Зал.JPG\ncaption: Зал\ncredit: Архив\nalternative: Пустой зал\n---\n# А\n\n**Лид.**\n\nТекст.',
      'media/зал.jpg': await picture(20),
    })
    const [taken] = await importPaths(newsroom, [join(inbox, 'тексты')], 'Новости', null)
    expect(taken).toMatchObject({ headline: 'А', warnings: [], problem: null })
    const content = await newsroom.articles.content(taken?.article ?? '')
    expect(content.rubric).toBe('Право')
    expect(content.body[1]).toMatchObject({
      type: 'photo',
      attrs: { credit: 'Архив', alternative: 'Пустой зал' },
      content: [{ text: 'Зал' }],
    })
    expect(newsroom.media.get(photosOf(content)[0]?.attrs.media ?? '')).toMatchObject({ width: 90, height: 60 })
  })

  it('takes a text without its picture when that is missing, broken, remote or a bomb, keeps the caption, and warns', async () => {
    const { newsroom, inbox } = await newNewsroom()
    // A PNG that claims 60,000 × 60,000 points in its header.
    const bomb = Buffer.from(await picture(1, 'png'))
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    const noise = Uint8Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 7919 * (i % 13)) % 256)
    const whole = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
      .jpeg()
      .toBuffer()
    const text = (photo: string) => `---\nphoto: ${photo}\ncaption: Подпись к снимку\n---\n# ${photo}\n\nТекст.`
    await lay(inbox, {
      '1.md': text('нет.jpg'),
      '2.md': text('cut.jpg'),
      '3.md': text('bomb.png'),
      '4.md': text('https://example.org/a.jpg'),
      'cut.jpg': whole.subarray(0, whole.length / 2),
      'bomb.png': bomb,
    })
    const report = await importPaths(newsroom, [inbox], null, null)
    const texts = report.filter(({ file }) => file.endsWith('.md'))
    expect(texts.map(({ problem }) => problem)).toEqual([null, null, null, null])
    expect(texts.map(({ warnings }) => warnings.join())).toEqual([
      expect.stringMatching(/нет\.jpg не найден.*без этого снимка/),
      expect.stringMatching(/cut\.jpg.*не принят/),
      expect.stringMatching(/bomb\.png.*не принят/),
      expect.stringMatching(/лежит в сети/),
    ])
    const content = await newsroom.articles.content(texts[0]?.article ?? '')
    expect(plainText(content)).toContain('Подпись к снимку')
    expect(photosOf(content)).toEqual([])
    const pictures = report.filter(({ file }) => !file.endsWith('.md'))
    expect(pictures.map(({ problem }) => problem)).toEqual([expect.stringMatching(/bomb/), expect.stringMatching(/cut/)])
  })

  it('tells every kind of bad file in Russian, names it, says what to do, and takes the others', async () => {
    const folder = { path: '' }
    const { newsroom, inbox } = await newNewsroom({
      files: { ...diskFiles, read: (path) => refusing(join(folder.path, 'закрыт.txt'), 'EACCES').read(path) },
    })
    folder.path = inbox
    await lay(inbox, {
      'пуст.txt': '',
      'пробелы.txt': ' \n\u200b\n',
      'нули.txt': 'слово\0слово',
      'обрыв.md': Buffer.from('# Заголовок про район и школу').subarray(0, -1),
      'письмо.docx': 'PK',
      'word.txt': Buffer.from([0x50, 0x4b, 3, 4]),
      'закрыт.txt': 'Нельзя',
      'снимок.jpg': 'не снимок',
      'пуст.png': '',
      'хороший.txt': 'Хороший\nТекст.',
    })
    await writeFile(join(inbox, 'велик.txt'), 'x')
    await truncate(join(inbox, 'велик.txt'), 50 * 1024 * 1024)
    await symlink(inbox, join(inbox, 'круг'))
    await symlink(join(inbox, 'никуда'), join(inbox, 'обман.txt'))
    const report = await importPaths(newsroom, [inbox, join(inbox, 'нет.txt')], null, null)
    const problems = new Map(report.map(({ file, problem }) => [file.slice(inbox.length + 1), problem]))
    const expected: Readonly<Record<string, RegExp>> = {
      'пуст.txt': /файл пуст.*Проверьте/,
      'пробелы.txt': /ни одного слова/,
      'нули.txt': /двоичные.*UTF-8/,
      'обрыв.md': /повреждён.*UTF-8/,
      'письмо.docx': /повреждён.*сохраните заново/,
      'word.txt': /Word/,
      'закрыт.txt': /нет права на чтение.*Разрешите/,
      'снимок.jpg': /снимок.jpg.*сохраните заново/,
      'пуст.png': /файл пуст/,
      'велик.txt': /50 МБ, допустимо 5 МБ.*Разделите/,
      'обман.txt': /не найден/,
      круг: /ссылка на папку/,
      'нет.txt': /нет. Проверьте имя/,
    }
    for (const [file, pattern] of Object.entries(expected)) expect(problems.get(file), file).toMatch(pattern)
    for (const [file, problem] of problems) if (problem) expect(problem).toContain(file)
    expect(report.flatMap(({ article }) => article ?? [])).toHaveLength(1)
    expect(problems.get('хороший.txt')).toBeNull()
  })

  it('does not read a text that its size already refuses', async () => {
    const read: string[] = []
    const { newsroom, inbox } = await newNewsroom({
      files: {
        ...diskFiles,
        read: (path) => {
          read.push(path)
          return diskFiles.read(path)
        },
      },
    })
    const path = join(inbox, 'a.txt')
    await writeFile(path, 'x')
    await truncate(path, 6 * 1024 * 1024)
    await importPaths(newsroom, [path], null, null)
    expect(read).not.toContain(path)
  })

  it('takes a folder of pictures alone, and says when a folder has neither texts nor pictures', async () => {
    const { newsroom, inbox } = await newNewsroom()
    await lay(inbox, { 'a.jpg': await picture(3) })
    const report = await importPaths(newsroom, [inbox], null, null)
    expect(report.map(({ problem }) => problem)).toEqual([null])
    expect(newsroom.media.count()).toBe(1)
    const { newsroom: other, inbox: empty } = await newNewsroom()
    const nothing = await importPaths(other, [empty], null, null)
    expect(nothing.map(({ problem }) => problem)).toEqual([expect.stringMatching(/ни документов/)])
  })

  it('makes no second article of the same content, in one import or in the next', async () => {
    const { newsroom, inbox } = await newNewsroom()
    await lay(inbox, { 'a.txt': 'Одно\nТекст.', 'b.txt': 'Одно\r\nТекст.\r\n', 'c.txt': 'Другое\nТекст.' })
    const first = await importPaths(newsroom, [inbox, join(inbox, 'a.txt')], null, null)
    const second = await importPaths(newsroom, [inbox], null, null)
    expect(first.map(({ article }) => article)).toEqual([first[0]?.article, first[0]?.article, first[2]?.article])
    expect(second.map(({ article }) => article)).toEqual(first.map(({ article }) => article))
    expect(second.every(({ warnings }) => warnings.some((warning) => /уже есть/.test(warning)))).toBe(true)
    expect(newsroom.articles.ids()).toHaveLength(2)
  })

  it('reports a full disk for the file it happened to', async () => {
    const state = { full: false }
    const { newsroom, inbox } = await newNewsroom({
      files: {
        ...diskFiles,
        open: (path, mode) =>
          state.full ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })) : diskFiles.open(path, mode),
      },
    })
    await lay(inbox, { 'a.txt': 'Одно\nТекст.' })
    state.full = true
    const report = await importPaths(newsroom, [inbox], null, null)
    state.full = false
    expect(report[0]).toMatchObject({ article: null, problem: expect.stringMatching(/a\.txt.*нет места.*Освободите/) })
  })

  it('keeps every word of a windows-1251 text and says what it recognised', async () => {
    const { newsroom, inbox } = await newNewsroom()
    const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, i) => i))
    const text = 'Районный комитет\r\nПрофсоюз объявил набор — «школа молодого лидера».\r\n'
    await lay(inbox, { 'a.txt': Uint8Array.from(Array.from(text, (character) => table.indexOf(character))) })
    const [taken] = await importPaths(newsroom, [inbox], null, null)
    expect(taken?.warnings).toEqual([expect.stringMatching(/windows-1251/)])
    expect(plainText(await newsroom.articles.content(taken?.article ?? ''))).toBe(
      'Районный комитет\n\nПрофсоюз объявил набор — «школа молодого лидера».',
    )
  })
})

describe('import of uploads', () => {
  it('lets a text find its picture among the files sent with it, by path or by name, or among the media', async () => {
    const { newsroom } = await newNewsroom()
    const bytes = Buffer.from('---\nphoto: ../media/a.jpg\n---\n# Один\n\nТекст.')
    const other = Buffer.from('---\nphoto: b.png\n---\n# Два\n\nТекст.')
    const first = await importUploads(newsroom, [{ name: 'b.png', bytes: await picture(7, 'png') }], null, null)
    expect(first[0]).toMatchObject({ article: null, problem: null, warnings: [] })
    const report = await importUploads(
      newsroom,
      [
        { name: 'номер/тексты/1.md', bytes },
        { name: 'номер/media/A.jpg', bytes: await picture(8) },
        { name: '2.md', bytes: other },
        { name: '3.exe', bytes: other },
      ],
      'Право',
      'reporter',
    )
    expect(report.map(({ headline, warnings }) => [headline, warnings])).toEqual([
      ['Один', []],
      [null, []],
      ['Два', []],
      [null, []],
    ])
    expect(report[3]?.problem).toMatch(/3\.exe/)
    for (const { article } of report) if (article) expect(photosOf(await newsroom.articles.content(article))).toHaveLength(1)
  })

  it('writes nothing that reads back differently, whatever the text: the hash of an article is the hash of its content', async () => {
    const { newsroom } = await newNewsroom()
    const part = fc.constantFrom(
      'слово',
      '**',
      '*',
      '[а](https://a.example)',
      '\n\n',
      '## ',
      '> ',
      '- ',
      ' ',
      '\u00a0',
      '😀',
      '🏴‍☠️',
      '_',
    )
    const source = fc.array(part, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(source, async (text) => {
        fc.pre(parseText(text, 'markdown', 'a.md') !== null)
        const [taken] = await importUploads(newsroom, [{ name: 'a.md', bytes: Buffer.from(text) }], null, null)
        const content: ArticleContent = await newsroom.articles.content(taken?.article ?? '')
        expect(contentHash(content)).toBe(newsroom.articles.entry(taken?.article ?? '')?.contentHash)
      }),
      { numRuns: 60 },
    )
  })
})
