import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { advertApi } from '../../../src/shared/advert/api.ts'
import { type ArticleContent, emptyContent } from '../../../src/shared/article/content.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { newspaperPrinter } from '../../../src/shared/export/printer-profile.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'
import { profile } from './handmade.ts'
import { readPdf } from './pdf-reader.ts'

const textOf = (headline: string, ...texts: readonly string[]): ArticleContent => ({
  ...emptyContent,
  headline,
  body: texts.map((text) => ({
    type: 'paragraph' as const,
    attrs: { kind: 'paragraph' as const, medium: 'everywhere' as const },
    content: text === '' ? [] : [{ type: 'text' as const, text }],
  })),
})

const create = ({ backend }: TestNewsroom, content: ArticleContent): Promise<string> => {
  const newsroom = backend.newsroom()
  if (!newsroom) throw new Error('no newsroom')
  return newsroom.articles.create(content)
}

const pagesIn = async (file: string | undefined): Promise<number> => readPdf(await readFile(file ?? '')).pages.length

const words = 'Собрание прошло в четверг. '.repeat(40)

const odd = {
  'a word of 300 letters': textOf('щ'.repeat(300), 'щ'.repeat(300), words),
  'a story without a word': textOf('', ''),
  'a story of one line': textOf('Одна строка', 'Да.'),
  'letters from right to left': textOf('שלום עולם', 'العربية справа налево', words),
  emoji: textOf('😀👨‍👩‍👧‍👦 праздник', 'Флаг 🇷🇺 посреди слова про😀фсоюз', words),
  'invisible and control characters': textOf(
    '\u200bНу\u00adле\u2060вая',
    '\u0001\u0007\u001b[31m знаки\u0085 и\u2028строка',
    words,
  ),
}

/**
 * Odd pictures are tried in odd-pictures.test.ts, adverts in RGB and other odd PDFs in ../advert/pdf-advert.test.ts, 200 stories
 * for 16 pages, which take long to write down, in ../../layout/page/nasty-input.test.ts.
 */
describe('an export of', () => {
  test('L135 odd texts ends with a file of all pages and a remark on what the faces lack', async () => {
    const newsroom = await newNewsroom()
    const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 2, columns: 5 })
    const ids = new Map<string, string>()
    for (const [name, content] of Object.entries(odd)) ids.set(name, await create(newsroom, content))
    const { placed, left } = await newsroom.must(issueApi.fill, { issue: serial, articles: [...ids.values()] })
    expect(placed.length + left.length).toBe(ids.size)
    const request = { issue: serial, to: 'print' as const, file: null, pages: null, draft: true, job: 'x' }
    const { files, findings } = await newsroom.must(exportApi.run, request)
    expect(await pagesIn(files[0])).toBe(2)
    const about = (name: string) =>
      findings
        .filter(({ object }) => object.id === ids.get(name))
        .map(({ message }) => message)
        .join(' ')
    expect(about('letters from right to left')).toContain('ש')
    expect(about('emoji')).toContain('😀')
    expect(about('a word of 300 letters')).toContain('Слово шире колонки и разорвано: «щщщщ')
    expect(about('a story without a word')).toContain('Нет текста')
    for (const { message, todo } of findings) expect(`${message}${todo}`).not.toMatch(/undefined|null|NaN/)
  })

  test('L135 one line in a slot of five columns says how much of it stays empty', async () => {
    const newsroom = await newNewsroom()
    const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 2, columns: 5 })
    const article = await create(newsroom, odd['a story of one line'])
    const zone = { kind: 'story' as const, id: 'a', column: 0, span: 5, row: 20, rows: 23, locked: false }
    await newsroom.must(issueApi.arrange, {
      issue: serial,
      placements: { [article]: { page: 2, slot: 'a', order: 'a', continuation: null } },
      dummies: { 2: { template: null, zones: [zone] } },
    })
    const request = { issue: serial, to: 'print' as const, file: null, pages: '2', draft: true, job: 'x' }
    const { files, findings } = await newsroom.must(exportApi.run, request)
    const [found] = findings.filter(({ rule }) => rule === 'T02')
    expect(found).toMatchObject({ page: 2, object: { kind: 'article', id: article } })
    expect(found?.message).toMatch(/Недобор \d+ стр/)
    expect(await pagesIn(files[0])).toBe(1)
  })

  test('L135 zones that overlap says where, and makes the page without the one beneath', async () => {
    const newsroom = await newNewsroom()
    const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 2, columns: 5 })
    const [first, second] = [await create(newsroom, textOf('Первая', words)), await create(newsroom, textOf('Вторая', words))]
    const zone = (id: string) => ({ kind: 'story' as const, id, column: 0, span: 3, row: 20, rows: 23, locked: false })
    const arranged = await newsroom.call(issueApi.arrange, {
      issue: serial,
      placements: {
        [first]: { page: 2, slot: 'a', order: 'a', continuation: null },
        [second]: { page: 2, slot: 'b', order: 'b', continuation: null },
      },
      dummies: { 2: { template: null, zones: [zone('a'), { ...zone('b'), column: 1 }] } },
    })
    expect(arranged.ok).toBe(true)
    const { findings, files } = await newsroom.must(exportApi.run, {
      issue: serial,
      to: 'print',
      file: null,
      pages: '2',
      draft: true,
      job: 'x',
    })
    expect(
      findings
        .filter(({ page }) => page === 2)
        .map(({ message }) => message)
        .join(' '),
    ).toMatch(/перекры|наложен|накры|наход/)
    expect(await pagesIn(files[0])).toBe(1)
  })

  test('L135 a page for a printer whose profile was damaged or lost is refused in words, and nothing is written', async () => {
    const { must, call, folder } = await newNewsroom()
    const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2, columns: 5 })
    const added = await must(exportApi.addColourProfile, { name: 'бумага.icc', bytes: Buffer.from(profile).toString('base64') })
    await must(exportApi.savePrinter, {
      profile: { ...newspaperPrinter, id: 'own', colours: { kind: 'imported', ...added } },
      usual: true,
    })
    await writeFile(join(folder, 'profiles', `${added.hash}.icc`), Buffer.from(profile).fill(7, 3000, 9000))
    for (const job of ['first', 'again'])
      expect(await call(exportApi.run, { issue: serial, to: 'print', file: null, pages: null, draft: true, job })).toMatchObject({
        ok: false,
        failure: { code: 'damaged', what: expect.stringContaining(added.name), todo: expect.stringContaining('ещё раз') },
      })
  })

  test('L135 an advert in a PDF that is locked is refused when it comes, and its zone stays as it is', async () => {
    const { must, call } = await newNewsroom()
    const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2 })
    const { id } = await must(advertApi.add, { advertiser: 'ООО «Вектор»', title: '', columns: 2, modules: 4, issue: serial })
    const zone = { kind: 'advert' as const, id: 'z', column: 0, span: 2, row: 0, rows: 18, locked: false, advert: id }
    await must(issueApi.arrange, { issue: serial, placements: {}, dummies: { 2: { template: null, zones: [zone] } } })
    const locked = await PDFDocument.create()
    locked.addPage([297, 400])
    locked.encrypt({ userPassword: 'тайна', ownerPassword: 'тайна' })
    const bytes = Buffer.from(await locked.save()).toString('base64')
    expect(await call(advertApi.setFile, { advert: id, name: 'v.pdf', bytes })).toMatchObject({
      ok: false,
      failure: { what: expect.stringContaining('закрыт паролем') },
    })
    const { files, findings } = await must(exportApi.run, {
      issue: serial,
      to: 'print',
      file: null,
      pages: '2',
      draft: true,
      job: 'x',
    })
    expect(findings.filter(({ object }) => object.kind === 'advert').map(({ object }) => object.id)).toContain(id)
    expect(await pagesIn(files[0])).toBe(1)
  })
})
