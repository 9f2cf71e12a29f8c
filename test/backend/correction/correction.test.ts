import { expect, onTestFinished, test } from 'vitest'
import { correctionHandlers } from '../../../src/backend/correction/correction-handlers.ts'
import { issueHandlers } from '../../../src/backend/issue/issue-handlers.ts'
import { runPreflight } from '../../../src/backend/preflight/run-preflight.ts'
import { codeOf, connect, connectedDesk, type Desk, p, story, value } from '../../helpers/publishing.ts'
import { startVkServer } from '../../helpers/vk-server.ts'

const chief = { person: 'chief' }
const smm = { person: 'smm' }
const words = { wrong: 'Ошибка', right: 'Правда' }

/** Two places where an article is out: a Telegram channel, and a VK group whose administrator gave no key. */
const outInTwo = async () => {
  const scene = await connectedDesk()
  const { desk } = scene
  const vk = await startVkServer()
  onTestFinished(() => vk.close())
  const secret = JSON.stringify({ community: vk.keys.community, service: vk.keys.service })
  const settings = { group: vk.group, apiRoot: vk.root }
  value(await desk.handlers.addChannel({ id: 'vk', kind: 'vk', settings, secret }, chief))
  const article = await desk.approved(story('Ошибка', p('Текст.')))
  for (const channel of ['tg', 'vk']) await desk.publish(article, channel)
  await desk.drain()
  return { ...scene, vk, article, corrections: correctionHandlers(desk.newsroom) }
}

const correctText = async (desk: Desk, article: string, headline: string) => {
  await desk.retitle(article, headline)
  await desk.approve(article)
}

test('Y1 Y2 one correction goes to every place with the approved text, and says where it can’t', async () => {
  const { desk, server, vk, article, corrections } = await outInTwo()
  await desk.retitle(article, 'Правда')
  expect(codeOf(await corrections.order({ article, kind: 'correction', ...words }, smm))).toBe('changedAfterApproval')
  await desk.approve(article)
  const before = value(await corrections.read({ article }, smm))
  expect(before.places.map(({ channel, differs }) => [channel, differs])).toEqual([
    ['tg', true],
    ['vk', true],
  ])
  const { correction } = value(await corrections.order({ article, kind: 'correction', ...words }, smm))
  await desk.drain()
  expect(server.posts.map(({ text }) => text.split('\n')[0])).toEqual(['Правда'])
  expect(vk.posts.map(({ text }) => text.split('\n')[0])).toEqual(['Ошибка'])
  const { places, corrections: known } = value(await corrections.read({ article }, smm))
  expect(places.map(({ differs }) => differs)).toEqual([false, true])
  expect(known.map(({ id }) => id)).toEqual([correction])
  expect(known[0]?.places.map(({ status }) => status)).toEqual(['published', 'needsPerson'])
  expect(known[0]?.places[1]?.reason).toContain('ключу администратора')
  // Y6: the same again is the same, and nothing goes out twice.
  expect(value(await corrections.order({ article, kind: 'correction', ...words }, smm)).correction).toBe(correction)
  await desk.drain()
  expect(server.changes).toHaveLength(1)
})

test('Y1 Y6 a second correction gives up the first one that has not arrived', async () => {
  const { desk, server, article, corrections, place } = await outInTwo()
  await correctText(desk, article, 'Почти правда')
  server.trouble({ kind: 'busy', retryAfter: 30 })
  value(await corrections.order({ article, kind: 'correction', ...words }, smm))
  await desk.drain()
  await correctText(desk, article, 'Правда')
  value(await corrections.order({ article, kind: 'correction', ...words }, smm))
  place.clock.now += 61_000
  await desk.drain()
  expect(server.posts.map(({ text }) => text.split('\n')[0])).toEqual(['Правда'])
  expect((await desk.newsroom.workflow.get(article))?.status).toBe('published')
})

test('Y3 a retraction takes it away everywhere it can be, and not everybody may order one', async () => {
  const { desk, server, article, corrections } = await outInTwo()
  expect(codeOf(await corrections.order({ article, kind: 'retraction', ...words }, smm))).toBe('forbidden')
  value(await corrections.order({ article, kind: 'retraction', ...words }, chief))
  await desk.drain()
  expect(server.posts).toEqual([])
  expect(value(await corrections.read({ article }, chief)).places.map(({ channel }) => channel)).toEqual(['vk'])
  // What was taken away is not corrected any more.
  await correctText(desk, article, 'Правда')
  value(await corrections.order({ article, kind: 'correction', ...words }, chief))
  await desk.drain()
  expect(server.posts).toEqual([])
})

test('Y1 what nobody has read is not corrected, and an unchanged text neither', async () => {
  const { desk, article, corrections } = await outInTwo()
  expect(codeOf(await corrections.order({ article, kind: 'correction', ...words }, smm))).toBe('conflict')
  const fresh = await desk.approved(story('Новое', p('Текст.')))
  expect(codeOf(await corrections.order({ article: fresh, kind: 'correction', ...words }, smm))).toBe('conflict')
})

test('Y4 Y5 Y7 a printed mistake is owed to the next issue: its preflight waits for the notice, the old issue stays', async () => {
  const { place, server, desk } = await connectedDesk()
  await connect(desk, server)
  const { newsroom } = desk
  const issues = issueHandlers(newsroom)
  const corrections = correctionHandlers(newsroom)
  const dates = ['2026-12-02', '2026-12-09']
  const serials: string[] = []
  for (const plannedFor of dates) serials.push(value(await issues.create({ plannedFor, pages: 4, columns: null }, chief)).serial)
  const [printed = '', next = ''] = serials
  const article = await desk.approved(story('Про отпуск', p('Тридцать дней.')))
  value(await issues.place({ issue: printed, article, page: 3, before: null, continuation: null }, chief))
  expect(value(await corrections.read({ article }, smm)).printed).toBeNull()
  place.clock.now = Date.UTC(2026, 11, 3)
  const before = await newsroom.issues.get(printed)
  expect(codeOf(await corrections.order({ article, kind: 'correction', wrong: '', right: '' }, smm))).toBe('invalidInput')
  const order = { article, kind: 'correction' as const, wrong: 'тридцать дней', right: 'тридцать один день' }
  value(await corrections.order(order, smm))
  const [note] = value(await corrections.ofIssue({ issue: printed }, smm))
  expect(note).toMatchObject({ headline: 'Про отпуск', print: { issue: printed, page: 3 }, notice: { issue: next, page: null } })
  const notice = note?.notice?.article ?? ''
  const content = JSON.stringify(await newsroom.articles.content(notice))
  for (const word of [`№ ${printed}`, '2 декабря 2026 года', 'с. 3', 'Про отпуск', 'тридцать дней', 'тридцать один день'])
    expect(content).toContain(word)
  const owed = async () =>
    value(await runPreflight(newsroom, { issue: next, profile: null, file: false })).findings.filter(({ rule }) => rule === 'C01')
  expect(await owed()).toMatchObject([{ severity: 'error', overridable: true, override: null, object: { id: notice } }])
  value(await issues.place({ issue: next, article: notice, page: 2, before: null, continuation: null }, chief))
  expect(await owed()).toEqual([])
  expect(await newsroom.issues.get(printed)).toEqual(before)
  expect(value(await corrections.ofIssue({ issue: printed }, smm))[0]?.notice).toMatchObject({ issue: next, page: 2 })
})
