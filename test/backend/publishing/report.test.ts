import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { correctionHandlers } from '../../../src/backend/correction/correction-handlers.ts'
import { connectedDesk, p, story, value } from '../../helpers/publishing.ts'

const chief = { person: 'chief' }

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

  const { file } = value(await desk.handlers.exportReport(period, chief))
  const table = await readFile(file, 'utf8')
  expect(table).toContain('"Ошибка; с точкой"')
  expect(table).toContain('исправлено')
  const { file: logFile } = value(await desk.handlers.exportLog({ article }, chief))
  expect(await readFile(logFile, 'utf8')).toContain('Было <так>.')
})
