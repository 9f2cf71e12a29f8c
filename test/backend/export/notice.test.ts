import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'
import { drawnGlyphs, type ReadPdf, readPdf } from './pdf-reader.ts'

const textOf = (pdf: ReadPdf): string => pdf.pages.flatMap((page) => drawnGlyphs(pdf, page).map(({ text }) => text)).join('')

describe('a story for the notice board', () => {
  test('leaves the house approved, or marked as a draft', async () => {
    const { must, call } = await newNewsroom()
    const { id } = await must(articleApi.create, { headline: 'Зарплата учителя' })
    const refused = await call(exportApi.notice, { article: id, file: null, draft: false })
    expect(refused).toMatchObject({ ok: false, failure: { code: 'notApproved', todo: expect.stringContaining('черновик') } })
    const draft = await must(exportApi.notice, { article: id, file: null, draft: true })
    expect(draft).toMatchObject({ sheets: 1, draft: true, address: 'https://eseur.ru' })
    const pdf = readPdf(await readFile(draft.file))
    expect(textOf(pdf)).toContain('Зарплата учителя')
    // The pale word across the sheet.
    expect(pdf.pages.every((page) => pdf.content(page).includes('/PA gs'))).toBe(true)
  })

  test('of a page hangs all its stories, in their order, on sheets numbered through', async () => {
    const { must, call, backend } = await newNewsroom()
    const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2 })
    const text = (words: string) => ({
      type: 'paragraph' as const,
      attrs: { kind: 'paragraph' as const, medium: 'everywhere' as const },
      content: [{ type: 'text' as const, text: words }],
    })
    const create = (headline: string, words: string) =>
      backend.newsroom()?.articles.create({ ...emptyContent, headline, body: [text(words)] }) ?? ''
    const [second, first] = [
      await create('Вторая', 'Собрание прошло. '.repeat(10)),
      await create('Первая', 'Собрание прошло в четверг. '.repeat(250)),
    ]
    for (const article of [first, second]) await must(issueApi.place, { issue: serial, article, page: 2, before: null })
    const made = await must(exportApi.noticeOfPage, { issue: serial, page: 2, file: null, draft: true })
    const pdf = readPdf(await readFile(made.file))
    const sheets = pdf.pages.map((page) =>
      drawnGlyphs(pdf, page)
        .map(({ text: drawn }) => drawn)
        .join(''),
    )
    expect(sheets).toHaveLength(made.sheets)
    expect(sheets[0]).toContain('Первая')
    expect(sheets[0]).toMatch(/Окончание на листе\s2/)
    expect(sheets[1]).toMatch(/Начало на листе\s1/)
    expect(sheets.at(-1)).toContain('Вторая')
    expect(sheets.at(-1)).toContain(`лист ${made.sheets}`)
    expect(sheets.filter((sheet) => sheet.includes('Вступить'))).toHaveLength(2)
    expect(await call(exportApi.noticeOfPage, { issue: serial, page: 2, file: null, draft: false })).toMatchObject({
      ok: false,
      failure: { code: 'notApproved' },
    })
    expect(await call(exportApi.noticeOfPage, { issue: serial, page: 1, file: null, draft: true })).toMatchObject({
      ok: false,
      failure: { code: 'notFound', what: expect.stringContaining('На полосе 1') },
    })
  })

  test('is refused for an article that is not there', async () => {
    const { call } = await newNewsroom()
    expect(await call(exportApi.notice, { article: 'нет', file: null, draft: true })).toMatchObject({
      ok: false,
      failure: { code: 'notFound' },
    })
  })
})
