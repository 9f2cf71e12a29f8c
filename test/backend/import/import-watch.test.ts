import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importHandlers } from '../../../src/backend/article/import/import-handlers.ts'
import type { Newsroom } from '../../../src/backend/newsroom.ts'
import type { BackendEvent } from '../../../src/shared/api/events.ts'
import { newNewsroom } from './temporary-newsroom.ts'

const prepare = async (count: number) => {
  const { newsroom, inbox } = await newNewsroom()
  for (let i = 1; i <= count; i += 1) await writeFile(join(inbox, `${i}.txt`), `Заметка ${i}\nТекст.`)
  const events: BackendEvent[] = []
  /** Called with every event, while the import waits. */
  const heard: { act: (event: BackendEvent) => void } = { act: () => undefined }
  const watched: Newsroom = {
    ...newsroom,
    emit: (event) => {
      events.push(event)
      heard.act(event)
    },
  }
  return { newsroom, inbox, events, heard, handlers: importHandlers(watched) }
}

describe('an import that is watched', () => {
  it('tells before each file how many are done, of how many, and its name', async () => {
    const { inbox, events, handlers } = await prepare(3)
    const result = await handlers.import({ paths: [inbox], rubric: null, job: 'j' }, { person: null })
    expect(result).toMatchObject({
      ok: true,
      value: [{ headline: 'Заметка 1' }, { headline: 'Заметка 2' }, { headline: 'Заметка 3' }],
    })
    expect(events).toEqual([
      { type: 'jobProgress', job: 'j', done: 0, total: 3, label: '1.txt' },
      { type: 'jobProgress', job: 'j', done: 1, total: 3, label: '2.txt' },
      { type: 'jobProgress', job: 'j', done: 2, total: 3, label: '3.txt' },
      { type: 'changed', feature: 'article', id: null },
    ])
  })

  it('stops before the next file when told to: the report has what was taken and what was not reached', async () => {
    const { newsroom, inbox, heard, handlers } = await prepare(4)
    heard.act = (event) => {
      if (event.type === 'jobProgress' && event.label === '2.txt') void handlers.cancelImport({ job: 'j' }, { person: null })
    }
    const result = await handlers.import({ paths: [inbox], rubric: null, job: 'j' }, { person: null })
    expect(result).toMatchObject({
      ok: true,
      value: [
        { headline: 'Заметка 1', notReached: false, problem: null, characters: 17, photos: 0 },
        { headline: 'Заметка 2', notReached: false },
        { article: null, notReached: true, problem: expect.stringMatching(/остановлен.*ещё раз/) },
        { article: null, notReached: true },
      ],
    })
    expect(newsroom.articles.ids()).toHaveLength(2)
  })

  it('takes the same job again after a stop, and hears no stop for one that has ended', async () => {
    const { inbox, handlers } = await prepare(1)
    await handlers.cancelImport({ job: 'j' }, { person: null })
    const upload = { files: [{ name: 'а.txt', bytes: Buffer.from('Другая\nТекст.').toString('base64') }], rubric: null, job: 'j' }
    expect(await handlers.upload(upload, { person: null })).toMatchObject({ ok: true, value: [{ headline: 'Другая' }] })
    const again = await handlers.import({ paths: [inbox], rubric: null, job: null }, { person: null })
    expect(again).toMatchObject({ ok: true, value: [{ headline: 'Заметка 1' }] })
  })
})
