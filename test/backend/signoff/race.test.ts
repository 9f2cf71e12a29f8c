import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportHandlers } from '../../../src/backend/export/export-handlers.ts'
import { layoutOf } from '../../../src/backend/layout/layout-service.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { connect, newPlace, newServer, openDesk, p, story } from '../../helpers/publishing.ts'
import { retitle } from '../../helpers/signing.ts'
import { newsroomWithPages, pageOf, sign, signIssue, statesOf } from '../../helpers/signoff.ts'

test('W31 an article changed between its approval and the write that begins to send it is held, and nothing is sent', async () => {
  const place = await newPlace()
  const server = await newServer()
  let change = async (): Promise<void> => undefined
  const crashPoint = async (point: string) => (point === 'preparedWritten' ? change() : undefined)
  const desk = await openDesk(place, { dependencies: { crashPoint } })
  onTestFinished(() => desk.close())
  await connect(desk, server)
  const article = await desk.approved(story('Правда', p('Текст.')))
  change = () => desk.retitle(article, 'Не то')
  const id = await desk.publish(article)
  expect(await desk.drain()).toBe(0)
  expect(server.posts).toEqual([])
  expect(await desk.delivery(id)).toMatchObject({ status: 'held', attempts: 0, reason: expect.stringContaining('заголовок') })
})

test('W31 an article changed in another window while its page is being signed or sent leaves it unsigned and unsent', async () => {
  const newsroom = await newsroomWithPages()
  const { call, serial, articles } = newsroom
  const { seen } = await pageOf(newsroom, 1)
  const [signed] = await Promise.all([
    call(signoffApi.signPage, { issue: serial, page: 1, seen }),
    retitle(newsroom, articles[0], ' учителя'),
  ])
  // Whichever came first: a signature stands under nothing but what was seen.
  expect((await statesOf(newsroom))[0]).toBe(signed.ok ? 'void' : 'open')
  await sign(newsroom, 2)
  const [sent] = await Promise.all([
    call(signoffApi.send, { issue: serial, pages: [2], job: 'send' }),
    retitle(newsroom, articles[1], ' врача'),
  ])
  expect((await statesOf(newsroom))[1]).toBe(sent.ok ? 'sent' : 'void')
})

test('W31 an article changed while the files of a final export are made: nothing is written', async () => {
  const newsroom = await newsroomWithPages()
  const { must, serial, articles, folder, backend } = newsroom
  for (const page of [1, 2, 3, 4]) await sign(newsroom, page)
  await signIssue(newsroom)
  const open = backend.newsroom()
  if (!open) throw new Error('папка не открыта')
  const wish = { issue: serial, to: 'print' as const, file: join(folder, '..', 'out', 'н.pdf'), pages: null, draft: false }
  // The first look at the pages is to see whether they may go, the second is what files are made of, the third comes after.
  for (const moment of [2, 3]) {
    let asked = 0
    const watched: typeof layoutOf = async (...args) => {
      asked += 1
      const layout = await layoutOf(...args)
      if (asked === moment) await retitle(newsroom, articles[2], '!')
      return layout
    }
    const request = exportApi.run.input.parse({ ...wish, job: 'e' })
    const outcome = await exportHandlers(open, watched).run(request, { person: 'editorInChief' })
    expect(outcome).toMatchObject({ ok: false, failure: { what: expect.stringMatching(/Отопление|полосы: 3/) } })
    expect(await open.environment.files.facts(wish.file)).toBeNull()
    await sign(newsroom, 3)
    await signIssue(newsroom)
  }
  await must(exportApi.run, { ...wish, job: 'f' })
})
