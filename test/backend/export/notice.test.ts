import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
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

  test('is refused for an article that is not there', async () => {
    const { call } = await newNewsroom()
    expect(await call(exportApi.notice, { article: 'нет', file: null, draft: true })).toMatchObject({
      ok: false,
      failure: { code: 'notFound' },
    })
  })
})
