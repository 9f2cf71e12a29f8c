import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Environment } from '../../../src/backend/environment.ts'
import { exportHandlers } from '../../../src/backend/export/export-handlers.ts'
import type { ExportRequest } from '../../../src/backend/export/export-issue.ts'
import type { LayoutOf } from '../../../src/backend/export/make-pages.ts'
import type { ContentSource } from '../../../src/backend/layout/layout-stories.ts'
import { createNewsroom, type Newsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { preflightHandlers } from '../../../src/backend/preflight/preflight-handlers.ts'
import { diskFiles } from '../../../src/backend/store/files.ts'
import { actOn, newWorkflowRecord } from '../../../src/backend/workflow/act.ts'
import type { IssueLayout } from '../../../src/layout/input.ts'
import type { BackendEvent } from '../../../src/shared/api/events.ts'
import { type ArticleContent, emptyContent } from '../../../src/shared/article/content.ts'
import type { ExportOutcome } from '../../../src/shared/export/api.ts'
import { newspaperPrinter, type PrinterProfile } from '../../../src/shared/export/printer-profile.ts'
import type { DisplayItem } from '../../../src/shared/layout/display.ts'
import { publicationSchema } from '../../../src/shared/settings/settings.ts'
import { testEnvironment } from '../../helpers/newsroom.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { line, pageOf, part } from './handmade.ts'
import { drawnGlyphs, numbersOf, readPdf } from './pdf-reader.ts'

const serial = '47 (1295)'

interface Desk {
  readonly newsroom: Newsroom
  readonly root: string
  readonly events: BackendEvent[]
  /** Adds an article to a page; its headline is all there is of it. */
  add(headline: string, page: number, photo?: string): Promise<string>
  approve(...ids: string[]): Promise<void>
}

/** A newsroom with an issue of four pages. */
const desk = async (changes: Partial<Environment> = {}): Promise<Desk> => {
  const root = await temporaryFolder()
  const folder = join(root, 'newsroom')
  const environment = testEnvironment(join(root, 'home'), changes)
  await createNewsroom(environment, folder, { publication: publicationSchema.parse({ requiredLines: [] }) })
  const events: BackendEvent[] = []
  const opened = await openNewsroom(environment, folder, (event) => events.push(event))
  if (!opened.ok) throw new Error(opened.failure.what)
  const newsroom = opened.value
  onTestFinished(() => newsroom.close())
  await newsroom.issues.create({ serial, plannedFor: '2026-11-25', pages: 4, columns: 5, status: 'planned' })
  return {
    newsroom,
    root,
    events,
    add: async (headline, page, photo) => {
      const photos: ArticleContent['body'] = photo
        ? [{ type: 'photo', attrs: { media: photo, credit: '', alternative: '', medium: 'everywhere' }, content: [] }]
        : []
      const id = await newsroom.articles.create({ ...emptyContent, headline, body: [...emptyContent.body, ...photos] })
      await newsroom.workflow.put(id, newWorkflowRecord('filed', 'create', null, 0, 1))
      await newsroom.issues.place(
        serial,
        new Map([[id, { page, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' }]]),
      )
      return id
    },
    approve: async (...ids) => {
      const acted = await actOn(newsroom, 'approve', ids, 'editorInChief', '')
      if (!acted.ok) throw new Error(acted.failure.what)
    },
  }
}

/** A layout that sets every article's headline on its page, and its photos under it. */
const headlines =
  (more: Partial<IssueLayout> = {}, seen: ContentSource[] = []): LayoutOf =>
  async (newsroom, issue, source) => {
    seen.push(source)
    const stored = await newsroom.issues.get(issue)
    const pages = [1, 2, 3, 4].map(async (page) => {
      const items: DisplayItem[] = []
      for (const [id, placement] of Object.entries(stored?.placements ?? {})) {
        if (placement.page !== page) continue
        const approved = (await newsroom.workflow.get(id))?.approvals.at(-1)?.content
        const content = (source === 'approved' ? approved : undefined) ?? (await newsroom.articles.content(id))
        items.push(line(content.headline, { x: 40, y: 100 + items.length * 300, size: 20, tag: part(id, 'headline', 0) }))
        for (const block of content.body) {
          if (block.type !== 'photo' || newsroom.media.get(block.attrs.media) === null) continue
          const crop = { x: 0, y: 0, width: 1, height: 1 }
          const place = { x: 40, y: 120, width: 300, height: 200, crop }
          items.push({ kind: 'image', ...place, media: block.attrs.media, alternative: '', tag: part(id, 'photo', 1) })
        }
      }
      return pageOf(page, items)
    })
    return { pages: await Promise.all(pages), fits: [], diagnostics: [], ...more }
  }

const wish = (more: Partial<ExportRequest> = {}): ExportRequest => ({
  issue: serial,
  to: 'print',
  profile: null,
  file: null,
  pages: null,
  draft: false,
  job: 'job',
  ...more,
})

const run = ({ newsroom }: Desk, request: Partial<ExportRequest> = {}, layoutOf: LayoutOf = headlines()) =>
  exportHandlers(newsroom, layoutOf).run(wish(request), { person: null })

const must = async (of: Desk, request: Partial<ExportRequest> = {}, layoutOf: LayoutOf = headlines()) => {
  const outcome = await run(of, request, layoutOf)
  if (!outcome.ok) throw new Error(outcome.failure.what)
  return outcome.value
}

const textOf = async (file: string): Promise<string> => {
  const pdf = readPdf(await readFile(file))
  return pdf.pages
    .map((page) =>
      drawnGlyphs(pdf, page)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n')
}

const change = async ({ newsroom }: Desk, id: string, text: string): Promise<void> => {
  const { Doc, applyUpdate, encodeStateAsUpdate } = await import('yjs')
  const doc = new Doc()
  applyUpdate(doc, await newsroom.articles.state(id))
  doc.getText('headline').insert(0, text)
  await newsroom.articles.change(id, encodeStateAsUpdate(doc))
}

describe('what leaves the house', () => {
  test('an unapproved article on the pages is refused by its name and page, and nothing is written', async () => {
    const office = await desk()
    await office.approve(await office.add('Зарплата', 1))
    await office.add('Отпуск', 3)
    const outcome = await run(office)
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'notApproved', todo: expect.stringContaining('черновик') } })
    expect(outcome.ok ? '' : outcome.failure.what).toContain('«Отпуск» (с. 3)')
    expect(outcome.ok ? '' : outcome.failure.what).not.toContain('Зарплата')
    expect(await readdir(office.newsroom.folder)).not.toContain('exports')
  })

  test('pages without it can leave', async () => {
    const office = await desk()
    await office.approve(await office.add('Зарплата', 1))
    await office.add('Отпуск', 3)
    expect(await must(office, { pages: '1-2' })).toMatchObject({ pages: 2, draft: false })
  })

  test('an article that goes on on an exported page counts too', async () => {
    const office = await desk()
    const id = await office.add('Отпуск', 3)
    await office.newsroom.issues.place(
      serial,
      new Map([[id, { page: 3, slot: 'auto', order: 'V', continuation: 4, continuationSlot: 'auto' }]]),
    )
    expect(await run(office, { pages: '4' })).toMatchObject({ ok: false, failure: { code: 'notApproved' } })
  })

  test('an article changed after approval is refused', async () => {
    const office = await desk()
    const id = await office.add('Зарплата', 1)
    await office.approve(id)
    await change(office, id, 'Вся ')
    const outcome = await run(office)
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'changedAfterApproval' } })
    expect(outcome.ok ? '' : outcome.failure.what).toContain('«Вся Зарплата» (с. 1)')
  })

  test('an undo back to the approved content does not revive the approval', async () => {
    const office = await desk()
    const id = await office.add('Зарплата', 1)
    await office.approve(id)
    const record = await office.newsroom.workflow.get(id)
    if (!record) throw new Error(id)
    await office.newsroom.workflow.put(id, { ...record, changedAfterApproval: true })
    expect(await run(office)).toMatchObject({ ok: false, failure: { code: 'changedAfterApproval' } })
  })

  test('an approved article that was returned is no longer approved', async () => {
    const office = await desk()
    const id = await office.add('Зарплата', 1)
    await office.approve(id)
    await actOn(office.newsroom, 'return', [id], 'editorInChief', 'уточнить')
    expect(await run(office)).toMatchObject({ ok: false, failure: { code: 'notApproved' } })
  })

  test('frozen content that is not what was signed for is refused', async () => {
    const office = await desk()
    const id = await office.add('Зарплата', 1)
    await office.approve(id)
    const record = await office.newsroom.workflow.get(id)
    const approval = record?.approvals.at(-1)
    if (!record || !approval) throw new Error(id)
    const forged = { ...approval, content: { ...approval.content, headline: 'Подлог' } }
    await office.newsroom.workflow.put(id, { ...record, approvals: [forged] })
    expect(await run(office)).toMatchObject({ ok: false, failure: { code: 'changedAfterApproval' } })
  })

  test('a final export is laid out from the approved content, a draft from the present one', async () => {
    const office = await desk()
    const id = await office.add('Зарплата', 1)
    await office.approve(id)
    const seen: ContentSource[] = []
    await must(office, {}, headlines({}, seen))
    await change(office, id, 'Вся ')
    const draft = await must(office, { draft: true }, headlines({}, seen))
    expect(seen).toEqual(['approved', 'current'])
    expect(draft.draft).toBe(true)
    expect(await textOf(draft.files[0] ?? '')).toContain('Вся Зарплата')
  })

  test('a photo of the approved content that the folder has lost is refused by its article', async () => {
    const office = await desk()
    await office.approve(await office.add('Зарплата', 1, 'f'.repeat(64)))
    const outcome = await run(office)
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    expect(outcome.ok ? '' : outcome.failure.what).toMatch(/Полоса 1: .*«Зарплата» нет файла снимка/)
  })
})

describe('the file', () => {
  test.each([
    [{}, '2026-11-25-print.pdf'],
    [{ to: 'web' as const }, '2026-11-25-web.pdf'],
    [{ draft: true }, '2026-11-25-print-draft.pdf'],
    [{ pages: '1,3-4' }, '2026-11-25-print-p1-3-4.pdf'],
  ])('%j goes into the folder as %s', async (request, name) => {
    const office = await desk()
    const { files, bytes } = await must(office, request)
    const file = files[0] ?? ''
    expect(file).toBe(join(office.newsroom.folder, 'exports', name))
    expect((await readFile(file)).length).toBe(bytes)
    expect(readPdf(await readFile(file)).pages).toHaveLength('pages' in request ? 3 : 4)
  })

  test('the same export at the same time is the same file', async () => {
    const office = await desk({ now: () => Date.UTC(2026, 10, 24) })
    await office.approve(await office.add('Зарплата', 1))
    const path = (await must(office)).files[0] ?? ''
    const first = await readFile(path)
    await must(office)
    expect(Buffer.compare(first, await readFile(path))).toBe(0)
  })

  test('an export that fails on the way leaves the old file whole and nothing beside it', async () => {
    let budget = Number.POSITIVE_INFINITY
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    const files = {
      ...diskFiles,
      open: async (path: string, mode: 'append' | 'replace' | 'exclusive') => {
        const file = await diskFiles.open(path, mode)
        if (!path.includes('exports')) return file
        return {
          ...file,
          write: async (bytes: Uint8Array) => {
            budget -= bytes.length
            if (budget < 0) throw full
            await file.write(bytes)
          },
        }
      },
    }
    const office = await desk({ files })
    await office.approve(await office.add('Зарплата', 1))
    const { files: written, bytes } = await must(office)
    const file = written[0] ?? ''
    const before = await readFile(file)
    for (const share of [0, 0.5, 0.99]) {
      budget = bytes * share
      expect(await run(office)).toMatchObject({ ok: false, failure: { code: 'diskFull' } })
      expect(await readdir(join(office.newsroom.folder, 'exports'))).toEqual(['2026-11-25-print.pdf'])
      expect(Buffer.compare(await readFile(file), before)).toBe(0)
    }
  })

  test('a broken picture stops the export by its name', async () => {
    const office = await desk()
    const { newsroom } = office
    const jpeg = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#884422' } })
      .jpeg()
      .toBuffer()
    const added = await newsroom.media.add('Митинг.jpg', jpeg)
    if (!added.ok) throw new Error(added.failure.what)
    await office.approve(await office.add('Зарплата', 2, added.value.id))
    await writeFile(join(newsroom.folder, 'media', added.value.id.slice(0, 2), added.value.id), jpeg.subarray(0, 300))
    const outcome = await run(office)
    expect(outcome.ok ? '' : outcome.failure.what).toContain('Снимок «Митинг.jpg» на полосе 2')
    expect(await readdir(newsroom.folder)).not.toContain('exports')
  })

  test('a folder open for reading exports to elsewhere and nowhere else', async () => {
    const office = await desk()
    await office.approve(await office.add('Зарплата', 1))
    const second = await openNewsroom(office.newsroom.environment, office.newsroom.folder, () => undefined, { readOnly: true })
    if (!second.ok) throw new Error(second.failure.what)
    onTestFinished(() => second.value.close())
    const reading = { ...office, newsroom: second.value }
    expect(await run(reading)).toMatchObject({ ok: false, failure: { code: 'readOnly' } })
    const inside = join(office.newsroom.folder, 'номер.pdf')
    expect(await run(reading, { file: inside })).toMatchObject({ ok: false, failure: { code: 'readOnly' } })
    const elsewhere = join(office.root, 'для типографии', 'номер 47.pdf')
    expect(await must(reading, { file: elsewhere })).toMatchObject({ files: [elsewhere], pages: 4 })
    expect(await readdir(office.newsroom.folder)).not.toContain('exports')
    expect(await readdir(office.newsroom.folder)).not.toContain('cache')
  })

  test("the newsroom's own files and folders are no place for it", async () => {
    const office = await desk()
    const settings = join(office.newsroom.folder, 'settings.json')
    const before = await readFile(settings, 'utf8')
    expect(await run(office, { file: settings })).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
    expect(await run(office, { file: join(office.newsroom.folder, 'issues') })).toMatchObject({ ok: false })
    expect(await run(office, { file: office.root })).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
    expect(await readFile(settings, 'utf8')).toBe(before)
  })
})

describe('the job', () => {
  test('tells every page as it is done', async () => {
    const office = await desk()
    await must(office, { job: 'a' })
    const labels = (job: string) =>
      office.events.flatMap((event) =>
        event.type === 'jobProgress' && event.job === job ? [`${event.done}/${event.total} ${event.label}`] : [],
      )
    expect(labels('a')).toEqual(['1/4 Полоса 1 из 4', '2/4 Полоса 2 из 4', '3/4 Полоса 3 из 4', '4/4 Полоса 4 из 4'])
    await must(office, { job: 'b', pages: '2,4' })
    expect(labels('b')).toEqual(['1/2 Полоса 2 (1 из 2)', '2/2 Полоса 4 (2 из 2)'])
  })

  test('stops between two pages when it is cancelled; the old file stays', async () => {
    const office = await desk()
    const { files } = await must(office)
    const file = files[0] ?? ''
    const before = await readFile(file)
    let impatient = true
    const emit = (event: BackendEvent) => {
      if (impatient && event.type === 'jobProgress' && event.done === 2) void handlers.cancel({ job: 'job' }, { person: null })
      office.events.push(event)
    }
    const handlers = exportHandlers({ ...office.newsroom, emit }, headlines())
    office.events.length = 0
    const outcome = await handlers.run(wish(), { person: null })
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(office.events).toHaveLength(2)
    expect(Buffer.compare(await readFile(file), before)).toBe(0)
    expect(await readdir(join(office.newsroom.folder, 'exports'))).toEqual(['2026-11-25-print.pdf'])
    impatient = false
    expect(await handlers.run(wish(), { person: null })).toMatchObject({ ok: true })
  })

  test('stops at once when it is cancelled while pages are laid out or a picture is made', async () => {
    const office = await desk()
    const jpeg = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#448822' } })
      .jpeg()
      .toBuffer()
    const added = await office.newsroom.media.add('снимок.jpg', jpeg)
    if (!added.ok) throw new Error(added.failure.what)
    await office.approve(await office.add('Со снимком', 2, added.value.id))
    const never = new Promise<never>(() => undefined)
    const stuck = () => {
      void handlers.cancel({ job: 'job' }, { person: null })
      return never
    }
    let handlers = exportHandlers(office.newsroom, stuck)
    expect(await handlers.run(wish(), { person: null })).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    handlers = exportHandlers({ ...office.newsroom, media: { ...office.newsroom.media, read: stuck } }, headlines())
    expect(await handlers.run(wish(), { person: null })).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(await readdir(office.newsroom.folder)).not.toContain('exports')
  })

  test('a second one of the same name is refused, one that has ended can be cancelled without harm', async () => {
    const office = await desk()
    const handlers = exportHandlers(office.newsroom, headlines())
    const first = handlers.run(wish(), { person: null })
    expect(await handlers.run(wish(), { person: null })).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    expect(await first).toMatchObject({ ok: true })
    expect(await handlers.cancel({ job: 'job' }, { person: null })).toEqual({ ok: true, value: {} })
  })

  test('an issue or a page that is not there is refused', async () => {
    const office = await desk()
    expect(await run(office, { issue: '1 (1)' })).toMatchObject({ ok: false, failure: { code: 'notFound' } })
    expect(await run(office, { pages: '5' })).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
  })
})

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
