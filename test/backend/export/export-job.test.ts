import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { exportHandlers } from '../../../src/backend/export/export-handlers.ts'
import type { BackendEvent } from '../../../src/shared/api/events.ts'
import { desk, headlines, must, run, wish } from './export-desk.ts'

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
