import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ContentSource } from '../../../src/backend/layout/layout-stories.ts'
import { openNewsroom } from '../../../src/backend/newsroom.ts'
import { diskFiles } from '../../../src/backend/store/files.ts'
import { actOn } from '../../../src/backend/workflow/act.ts'
import { change, desk, headlines, must, run, serial, textOf } from './export-desk.ts'
import { readPdf } from './pdf-reader.ts'

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
