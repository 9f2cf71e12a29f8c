import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { correctionHandlers } from '../../../src/backend/correction/correction-handlers.ts'
import { emptyAssignment } from '../../../src/shared/assignment/assignment.ts'
import { writeAssignment } from '../../../src/shared/assignment/assignment-document.ts'
import { countBy, filtered } from '../../../src/shared/publishing/report.ts'
import { connectedDesk, environmentOf, newPlace, openDesk, p, story, value } from '../../helpers/publishing.ts'
import { startVkServer } from '../../helpers/vk-server.ts'

const chief = { person: 'chief' }
const everything = { rubric: null, region: null, channel: null }

test('O45 O46 the log tells every errand with its text as it went, the report what came out in its time', async () => {
  const { place, desk } = await connectedDesk()
  const corrections = correctionHandlers(desk.newsroom)
  const early = await desk.approved(story('Раньше', p('Текст.')))
  await desk.publish(early)
  await desk.drain()
  const between = place.clock.now + 1
  place.clock.now += 3_600_000
  const article = await desk.approved(story('Ошибка; с точкой', p('Было <так>.')))
  const post = await desk.publish(article)
  await desk.drain()
  await desk.retitle(article, 'Правда')
  await desk.approve(article)
  place.clock.now += 60_000
  value(await corrections.order({ article, kind: 'correction', wrong: 'Ошибка', right: 'Правда' }, chief))
  await desk.drain()

  const log = value(await desk.handlers.log({ article }, chief))
  expect(log.map(({ purpose, status }) => [purpose, status])).toEqual([
    ['edit', 'published'],
    ['post', 'published'],
  ])
  expect(log[1]).toMatchObject({ delivery: post, orderedBy: 'Редактор соцсетей', attempts: 1, url: 'https://t.me/gazeta/102' })
  expect(log[1]?.texts.join()).toContain('Было <так>.')
  expect(log[0]?.texts.join()).toContain('Правда')

  const period = { from: between, to: place.clock.now + 1 }
  const report = value(await desk.handlers.report(period, chief))
  expect(report.map(({ delivery, state }) => [delivery, state])).toEqual([[post, 'corrected']])
  expect(value(await desk.handlers.report({ from: 0, to: between }, chief)).map(({ article }) => article)).toEqual([early])

  const { file } = value(await desk.handlers.exportReport({ ...period, ...everything }, chief))
  const table = await readFile(file, 'utf8')
  expect(table).toContain('"Ошибка; с точкой"')
  expect(table).toContain('исправлено')
  const { file: logFile } = value(await desk.handlers.exportLog({ article }, chief))
  expect(await readFile(logFile, 'utf8')).toContain('Было <так>.')
})

test('O47 a report is narrowed by rubric, region and channel, on the screen and in the table alike', async () => {
  const { place, desk } = await connectedDesk()
  const tula = await desk.approved({ ...story('Тула', p('Текст.')), rubric: 'Право' })
  await desk.newsroom.articles.edit(tula, (doc) => writeAssignment(doc, { ...emptyAssignment, region: 'Тульская область' }))
  const other = await desk.approved({ ...story('Везде', p('Текст.')), rubric: 'Право' })
  for (const article of [tula, other]) await desk.publish(article)
  await desk.drain()
  const period = { from: 0, to: place.clock.now + 1 }
  const lines = value(await desk.handlers.report(period, chief))
  const narrowed = { ...everything, rubric: 'Право', region: 'Тульская область' }
  expect(filtered(lines, narrowed).map(({ article }) => article)).toEqual([tula])
  expect(filtered(lines, { ...everything, region: '' }).map(({ article }) => article)).toEqual([other])
  expect(filtered(lines, { ...everything, channel: 'vk' })).toEqual([])
  expect(filtered(lines, everything)).toEqual(lines)
  const { file } = value(await desk.handlers.exportReport({ ...period, ...narrowed }, chief))
  const table = await readFile(file, 'utf8')
  expect(table).toContain('Тульская область')
  expect(table).toContain('нет данных')
  expect(table).not.toContain('Везде')
  expect(countBy(lines, ({ region }) => region || 'без региона')).toEqual(
    ['без региона', 'Тульская область'].map((name) => ({
      ...{ name, publications: 1, articles: 1 },
      counts: { views: null, likes: null, reposts: null, comments: null },
    })),
  )
})

test('O48 O49 counts come in batches at the network’s pace; what it no longer shows is said, a stop keeps what was counted', async () => {
  const server = await startVkServer()
  onTestFinished(() => server.close())
  const place = await newPlace()
  const asked: string[] = []
  const { http } = environmentOf(place)
  const desk = await openDesk(place, {
    environment: {
      http: async (request) => {
        if (request.url.endsWith('wall.getById')) asked.push(request.url)
        return http(request)
      },
    },
  })
  onTestFinished(() => desk.close())
  const settings = { group: server.group, apiRoot: server.root }
  const channel = { id: 'vk', kind: 'vk' as const, settings }
  value(await desk.handlers.addChannel({ ...channel, secret: JSON.stringify({ community: server.keys.community }) }, chief))
  const article = await desk.approved(story('Одна', p('Текст.')))
  const id = await desk.publish(article, 'vk')
  await desk.drain()
  const row = desk.newsroom.outbox.rows.get(id)
  if (!row) throw new Error('нет отправления')
  // What came out before, under numbers that the wall no longer shows.
  const older = Array.from({ length: 101 }, (_, at) => {
    const steps = row.steps.map((step) => ({ ...step, remoteId: String(9001 + at) }))
    return desk.newsroom.outbox.add(`old${at}`, { ...row, article: `old${at}`, steps, publishedAt: 1000 + at })
  })
  await Promise.all(older)
  const period = { from: 0, to: place.clock.now + 1, job: 'count' }
  const refused = value(await desk.handlers.fetchCounts(period, chief))
  expect(refused.channels[0]?.problem).toContain('сервисному ключу')
  expect(asked).toEqual([])
  value(await desk.handlers.addChannel({ ...channel, secret: JSON.stringify({ service: server.keys.service }) }, chief))
  server.read({ views: 7, likes: null, reposts: 0, comments: 1 })
  const before = place.clock.now
  const counted = value(await desk.handlers.fetchCounts(period, chief))
  expect(counted).toEqual({ channels: [{ channel: 'vk', counted: 1, gone: 101, problem: null }], cancelled: false })
  expect(asked).toHaveLength(2)
  expect(place.clock.now - before).toBe(1000)
  const line = async () => value(await desk.handlers.report({ from: before - 1000, to: period.to }, chief))[0]
  expect(await line()).toMatchObject({ delivery: id, counts: { views: 7, likes: null, reposts: 0, comments: 1 } })

  const stop = desk.handlers.fetchCounts({ ...period, job: 'stopped' }, chief)
  await desk.handlers.cancelCounts({ job: 'stopped' }, chief)
  expect(value(await stop).cancelled).toBe(true)
  expect(asked.length).toBeLessThan(4)
  expect((await line())?.counts?.views).toBe(7)
})
