import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { preflightHandlers } from '../../../src/backend/preflight/preflight-handlers.ts'
import type { IssueLayout } from '../../../src/layout/input.ts'
import type { ExportOutcome } from '../../../src/shared/export/api.ts'
import { newspaperPrinter, type PrinterProfile } from '../../../src/shared/export/printer-profile.ts'
import { desk, headlines, must, run, serial } from './export-desk.ts'
import { numbersOf, readPdf } from './pdf-reader.ts'

/** Findings as people read them, errors first. */
const told = ({ findings }: Pick<ExportOutcome, 'findings'>): readonly string[] =>
  findings
    .filter(({ rule }) => rule !== 'I01' && rule !== 'N14')
    .map(({ rule, page, message, todo }) => `${rule} ${page}: ${message} ${todo}`)

describe('findings', () => {
  test('overset keeps the file from the printer until somebody lets it pass; a draft tells of it', async () => {
    const office = await desk()
    const id = await office.add('Зарплата', 1)
    await office.approve(id)
    const fits = [{ article: id, page: 1, continuation: null, lines: 100, overset: 14, end: null }]
    const refused = await run(office, {}, headlines({ fits }))
    expect(refused).toMatchObject({ ok: false, failure: { code: 'preflight', what: expect.stringContaining('Хвост 14 строк') } })
    expect(await readdir(office.newsroom.folder)).not.toContain('exports')
    const draft = await must(office, { draft: true }, headlines({ fits }))
    expect(told(draft)[0]).toMatch(/^T01 1: Хвост 14 строк: «Зарплата»/)
    expect(told(await must(office, { pages: '2' }, headlines({ fits })))).toEqual([])
    const overset = draft.findings.filter(({ rule }) => rule === 'T01')
    const handlers = preflightHandlers(office.newsroom)
    const reason = 'лишний абзац снят в типографии'
    expect(await handlers.override({ issue: serial, findings: overset, reason }, { person: 'editorInChief' })).toMatchObject({
      ok: true,
    })
    const final = await must(office, {}, headlines({ fits }))
    expect(final.findings.find(({ rule }) => rule === 'T01')?.override).toMatchObject({ person: 'editorInChief', reason })
    // Two lines more are another finding.
    const longer = [{ article: id, page: 1, continuation: null, lines: 102, overset: 16, end: null }]
    expect(await run(office, {}, headlines({ fits: longer }))).toMatchObject({ ok: false, failure: { code: 'preflight' } })
  })

  test('say what the layout says of these pages, errors first, and the same thing once', async () => {
    const office = await desk()
    const id = await office.add('Зарплата', 1)
    await office.approve(id)
    const fits = [{ article: id, page: 1, continuation: null, lines: 100, overset: 14, end: null }]
    const diagnostics: IssueLayout['diagnostics'] = [
      { code: 'wideWord', severity: 'warning', page: 1, article: id, message: 'Слово шире колонки', hint: 'сократите слово' },
      {
        code: 'overset',
        severity: 'error',
        page: 1,
        article: id,
        message: 'Хвост 14 строк: «Зарплата»',
        hint: 'сократите текст',
      },
      { code: 'emptyFoot', severity: 'error', page: 2, article: null, message: 'Другое', hint: 'исправьте' },
    ]
    const outcome = await must(office, { pages: '1', to: 'web' }, headlines({ fits, diagnostics }))
    expect(told(outcome)).toEqual([
      'T01 1: Хвост 14 строк: «Зарплата». Сократите текст.',
      'T04 1: Слово шире колонки. Сократите слово.',
    ])
  })

  test('name coarse photos in print and lines beyond the trim', async () => {
    const office = await desk()
    const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#884422' } })
      .jpeg()
      .toBuffer()
    const added = await office.newsroom.media.add('Митинг.jpg', jpeg)
    if (!added.ok) throw new Error(added.failure.what)
    await office.approve(await office.add('Зарплата', 1, added.value.id), await office.add('Ш'.repeat(80), 2))
    const print = await must(office, { draft: true })
    expect(told(print)).toEqual([
      expect.stringMatching(/^N08 1: Снимок «Митинг\.jpg» — 96 точек на дюйм, для печати нужно не меньше 150/),
      expect.stringMatching(/^N13 2: За обрез 1 строка выходит/),
      expect.stringMatching(/^M10 1: Снимок «Митинг\.jpg» в материале «Зарплата»: нет карточки/),
    ])
    expect(print.findings.filter(({ rule }) => rule === 'N14').map(({ page }) => page)).toEqual([3, 4])
    expect(told(await must(office, { to: 'web' })).join()).not.toContain('точек на дюйм')
  })
})

describe('the printer', () => {
  const perPage: PrinterProfile = {
    ...newspaperPrinter,
    id: 'apart',
    name: 'Типография № 2',
    bleed: 3,
    marks: false,
    files: 'pages',
    fileName: '{газета}_{номер}_{полоса}',
  }

  test('gets a file for every page under the names of its pattern', async () => {
    const office = await desk()
    await office.newsroom.printers.put({ schemaVersion: 1, usual: 'newspaper', profiles: [newspaperPrinter, perPage] })
    const { files } = await must(office, { profile: 'apart', pages: '2-3' })
    const name = (page: string) => join(office.newsroom.folder, 'exports', `Профсоюзная-среда_47_${page}.pdf`)
    expect(files).toEqual([name('02'), name('03')])
    const pdf = readPdf(await readFile(name('02')))
    expect(pdf.pages).toHaveLength(1)
    const [left = 0] = numbersOf(pdf.pages[0]?.text ?? '', 'TrimBox')
    expect(left).toBeCloseTo((3 * 72) / 25.4, 3)
    expect((await must(office, { profile: 'apart', to: 'web' })).files).toHaveLength(1)
  })

  test('that is not there is refused, and the list is told', async () => {
    const office = await desk()
    const outcome = await run(office, { profile: 'нет' })
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'notFound', todo: expect.stringContaining('newspaper') } })
  })
})
