import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  addPicture,
  codeOf,
  connect,
  connectedDesk,
  newServer,
  openDesk,
  p,
  photo,
  story,
  value,
} from '../../helpers/publishing.ts'

const chief = { person: 'chief' }
const smm = { person: 'smm' }

test('O1 an article goes out once per version and channel, and is published then', async () => {
  const { server, desk } = await connectedDesk()
  const article = await desk.approved(story('Итоги', p('Текст новости.')))
  const id = await desk.publish(article)
  expect(await desk.publish(article)).toBe(id)
  expect(await desk.delivery(id)).toMatchObject({ status: 'queued', attempts: 0, headline: 'Итоги' })
  expect(await desk.drain()).toBe(1)
  expect(await desk.drain()).toBe(0)
  expect(await desk.publish(article)).toBe(id)
  expect(await desk.drain()).toBe(0)
  expect(server.posts).toHaveLength(1)
  expect(server.posts[0]?.text).toContain('Текст новости.')
  expect(await desk.delivery(id)).toMatchObject({
    status: 'published',
    attempts: 1,
    url: 'https://t.me/gazeta/101',
    reason: null,
  })
  expect(await desk.newsroom.workflow.get(article)).toMatchObject({ status: 'published' })
  expect((await desk.newsroom.workflow.get(article))?.steps.at(-1)).toMatchObject({
    action: 'publish',
    person: 'smm',
    to: 'published',
  })
})

test('O1 a new version replaces one that waits, and is refused while the old one is in doubt', async () => {
  const { server, desk } = await connectedDesk()
  const article = await desk.approved(story('Первый', p('Текст.')))
  const first = await desk.publish(article)
  await desk.retitle(article, 'Второй')
  await desk.approve(article)
  const second = await desk.publish(article)
  expect(second).not.toBe(first)
  expect((await desk.delivery(first)).status).toBe('cancelled')
  server.trouble({ kind: 'cut', posted: true })
  await desk.drain()
  expect((await desk.delivery(second)).status).toBe('unknown')
  await desk.retitle(article, 'Третий')
  await desk.approve(article)
  expect(codeOf(await desk.handlers.publish({ article, channel: 'tg', at: null }, smm))).toBe('conflict')
  expect(server.posts.map((post) => post.text.split('\n')[0])).toEqual(['Второй'])
})

test('O1 a delivery that was refused is queued again by ordering it again', async () => {
  const { server, desk } = await connectedDesk()
  const article = await desk.approved(story('Итоги', p('Текст.')))
  const id = await desk.publish(article)
  server.trouble({ kind: 'error', code: 403, description: 'Forbidden: bot is not a member of the channel chat' })
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'needsPerson', reason: expect.stringContaining('права бота') })
  expect(await desk.drain()).toBe(0)
  expect(await desk.publish(article)).toBe(id)
  expect(await desk.drain()).toBe(1)
  expect(server.posts).toHaveLength(1)
})

test('O2 only what is approved is queued, and the refusal says why', async () => {
  const { desk } = await connectedDesk()
  const article = await desk.approved(story('Заголовок', p('Текст.')))
  await desk.retitle(article, 'Другой')
  const changed = await desk.handlers.publish({ article, channel: 'tg', at: null }, smm)
  expect(changed).toMatchObject({
    ok: false,
    failure: { code: 'changedAfterApproval', what: expect.stringContaining('заголовок') },
  })
  // An undo back to the approved content does not revive the approval.
  await desk.retitle(article, 'Заголовок')
  expect(codeOf(await desk.handlers.publish({ article, channel: 'tg', at: null }, smm))).toBe('changedAfterApproval')
  const record = await desk.newsroom.workflow.get(article)
  if (!record) throw new Error('нет записи')
  await desk.newsroom.workflow.put(article, { ...record, changedAfterApproval: false, status: 'spiked' })
  const spiked = await desk.handlers.publish({ article, channel: 'tg', at: null }, smm)
  expect(spiked).toMatchObject({ ok: false, failure: { code: 'notApproved', what: expect.stringContaining('снят') } })
  await desk.newsroom.workflow.put(article, { ...record, changedAfterApproval: false, approvals: [] })
  expect(codeOf(await desk.handlers.publish({ article, channel: 'tg', at: null }, smm))).toBe('notApproved')
  const forged = record.approvals.map((a) => ({ ...a, content: { ...a.content, headline: 'Подмена' } }))
  await desk.newsroom.workflow.put(article, { ...record, changedAfterApproval: false, approvals: forged })
  expect(codeOf(await desk.handlers.publish({ article, channel: 'tg', at: null }, smm))).toBe('damaged')
  expect(codeOf(await desk.handlers.publish({ article: 'нет', channel: 'tg', at: null }, smm))).toBe('notFound')
  expect(codeOf(await desk.handlers.publish({ article, channel: 'nowhere', at: null }, smm))).toBe('notFound')
})

test('O3 content that changed before the sending write is held; the chief may send the approved version', async () => {
  const { server, desk } = await connectedDesk()
  const article = await desk.approved(story('Утверждено', p('Текст.')))
  const id = await desk.publish(article)
  await desk.retitle(article, 'Исправлено')
  expect(await desk.drain()).toBe(0)
  expect(await desk.delivery(id)).toMatchObject({ status: 'held', attempts: 0, reason: expect.stringContaining('заголовок') })
  expect(codeOf(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, smm))).toBe('changedAfterApproval')
  expect(server.requests).toHaveLength(0)
  value(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, chief))
  // One more change, and the chief's word no longer covers it.
  await desk.retitle(article, 'Исправлено снова')
  expect(await desk.drain()).toBe(0)
  expect((await desk.delivery(id)).status).toBe('held')
  value(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, chief))
  expect(await desk.drain()).toBe(1)
  expect(server.posts[0]?.text).toContain('Утверждено')
})

test('O3 the content is compared in the write that starts sending, not only before', async () => {
  const edit: { now: (() => Promise<void>) | null } = { now: null }
  const { server, desk } = await connectedDesk({
    dependencies: { crashPoint: async (point) => (point === 'beforeSending' ? edit.now?.() : undefined) },
  })
  const article = await desk.approved(story('Утверждено', p('Текст.')))
  const id = await desk.publish(article)
  edit.now = () => desk.retitle(article, 'В последний миг')
  expect(await desk.drain()).toBe(0)
  expect((await desk.delivery(id)).status).toBe('held')
  expect(server.requests).toHaveLength(0)
})

test('O3 an article that was taken back from approval is held', async () => {
  const { server, desk } = await connectedDesk()
  const article = await desk.approved(story('Заголовок', p('Текст.')))
  const id = await desk.publish(article)
  const record = await desk.newsroom.workflow.get(article)
  if (!record) throw new Error('нет записи')
  await desk.newsroom.workflow.put(article, { ...record, status: 'spiked' })
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'held', reason: expect.stringContaining('снят') })
  expect(codeOf(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, chief))).toBe('notApproved')
  expect(server.requests).toHaveLength(0)
})

test('O2 only the frozen content is sent: a row whose content was tampered with asks for a person', async () => {
  const { place, server, desk } = await connectedDesk()
  const article = await desk.approved(story('Заголовок', p('Текст.')))
  const id = await desk.publish(article)
  await desk.close()
  const path = join(place.folder, 'outbox', `${id}.json`)
  await writeFile(path, (await readFile(path, 'utf8')).replace('"Текст."', '"Подмена."'))
  const again = await openDesk(place)
  await again.drain()
  expect((await again.delivery(id)).status).toBe('needsPerson')
  expect(server.requests).toHaveLength(0)
  await again.close()
})

test('O70 a post that was made ready and then altered in its file goes out as the approved text makes it', async () => {
  const { place, server, desk } = await connectedDesk()
  const article = await desk.approved(story('Заголовок', p('Текст.')))
  const id = await desk.publish(article)
  server.trouble({ kind: 'error', code: 429, description: 'Too Many Requests' })
  await desk.drain()
  await desk.close()
  const path = join(place.folder, 'outbox', `${id}.json`)
  const row = JSON.parse(await readFile(path, 'utf8'))
  expect(row.steps).toHaveLength(1)
  row.steps[0].part = JSON.parse(JSON.stringify(row.steps[0].part).replace('Текст.', 'Подмена.'))
  row.dueAt = 0
  await writeFile(path, JSON.stringify(row))
  const again = await openDesk(place)
  await again.drain()
  expect(await again.delivery(id)).toMatchObject({ status: 'published' })
  expect(server.posts.map(({ text }) => text)).toEqual([expect.stringContaining('Текст.')])
  await again.close()
})

test('O4 publishing takes a staff member with a role for it', async () => {
  const { desk } = await connectedDesk()
  const article = await desk.approved(story('Заголовок', p('Текст.')))
  const order = { article, channel: 'tg', at: null }
  for (const person of [null, 'reporter', 'somebody'])
    expect(codeOf(await desk.handlers.publish(order, { person }))).toBe('forbidden')
  for (const person of ['chief', 'smm']) expect(codeOf(await desk.handlers.publish(order, { person }))).toBe('ok')
  const [delivery] = value(await desk.handlers.outbox({}, chief)).deliveries
  const resolution = { delivery: delivery?.id ?? '', outcome: 'cancel' as const, url: null }
  expect(codeOf(await desk.handlers.resolve(resolution, { person: 'reporter' }))).toBe('forbidden')
  expect(codeOf(await desk.handlers.resolve(resolution, { person: null }))).toBe('forbidden')
})

test('O6 several posts of one delivery are steps: what is out is never sent again', async () => {
  const { place, server, desk } = await connectedDesk()
  const pictures = [await addPicture(desk, 10), await addPicture(desk, 20)]
  const long = p(`${'Длинный текст новости. '.repeat(80)}Конец.`)
  const article = await desk.approved(story('Фоторепортаж', ...pictures.map((id) => photo(id, 'На снимке', 'И. Петров')), long))
  const id = await desk.publish(article)
  server.trouble({ kind: 'page', status: 200, posted: true })
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'unknown', reason: expect.stringContaining('Часть 1 из 2') })
  expect(await desk.drain()).toBe(0)
  expect(server.posts).toHaveLength(1)
  // A person found the album in the channel: the text is still to come.
  value(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: 'https://t.me/gazeta/101' }, smm))
  server.trouble({ kind: 'busy', retryAfter: 7 })
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('queued')
  place.clock.now += 7_000
  expect(await desk.drain()).toBe(1)
  expect(server.posts.map((post) => [post.method, post.photos])).toEqual([
    ['sendMediaGroup', 2],
    ['sendMessage', 0],
  ])
  expect(await desk.delivery(id)).toMatchObject({ status: 'published', url: 'https://t.me/gazeta/101', attempts: 3 })
})

test('O6 the posts of one delivery stand together in the channel', async () => {
  const { place, server, desk } = await connectedDesk()
  const picture = await addPicture(desk, 10)
  for (const name of ['Раз', 'Два', 'Три']) {
    await desk.publish(await desk.approved(story(name, photo(picture, `Снимок: ${name}`), p('Слово за словом. '.repeat(100)))))
    place.clock.now += 1
  }
  expect(await desk.drain()).toBe(3)
  const names = server.posts.map((post) => /Раз|Два|Три/.exec(post.text)?.[0])
  expect(names).toEqual(['Раз', 'Раз', 'Два', 'Два', 'Три', 'Три'])
})

test('O6 a photo whose file changed is not sent', async () => {
  const { place, server, desk } = await connectedDesk()
  const picture = await addPicture(desk, 10)
  const id = await desk.publish(await desk.approved(story('Снимок', photo(picture), p('Текст.'))))
  await writeFile(join(place.folder, 'media', picture.slice(0, 2), picture), 'не снимок')
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('needsPerson')
  expect(server.requests).toHaveLength(0)
})

test('O8 a scheduled delivery waits for its time', async () => {
  const { place, server, desk } = await connectedDesk()
  const at = new Date(place.clock.now + 3_600_000).toISOString()
  const id = await desk.publish(await desk.approved(story('Позже', p('Текст.'))), 'tg', at)
  expect(await desk.drain()).toBe(0)
  expect(await desk.delivery(id)).toMatchObject({ status: 'queued', scheduledAt: Date.parse(at) })
  place.clock.now += 3_600_000
  expect(await desk.drain()).toBe(1)
  expect(server.posts).toHaveLength(1)
})

test('O8 a delivery that is late beyond its grace waits for a person', async () => {
  const { place, server, desk } = await connectedDesk()
  const at = new Date(place.clock.now + 1_000).toISOString()
  const id = await desk.publish(await desk.approved(story('Опоздал', p('Текст.'))), 'tg', at)
  place.clock.now += 1_000 + 120 * 60_000 + 1
  expect(await desk.drain()).toBe(0)
  expect(await desk.delivery(id)).toMatchObject({ status: 'held', reason: expect.stringContaining('время') })
  value(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, smm))
  expect(await desk.drain()).toBe(1)
  expect(server.posts).toHaveLength(1)
})

test('O7 a channel that fails does not hold back another', async () => {
  const { place, server, desk } = await connectedDesk()
  const second = await newServer()
  await connect(desk, second, 'other', '@second')
  await server.close()
  const article = await desk.approved(story('Оба', p('Текст.')))
  const [stuck, fine] = [await desk.publish(article, 'tg'), await desk.publish(article, 'other')]
  expect(await desk.drain()).toBe(1)
  expect((await desk.delivery(fine)).status).toBe('published')
  expect(await desk.delivery(stuck)).toMatchObject({
    status: 'queued',
    attempts: 1,
    reason: expect.stringContaining('Нет связи'),
  })
  place.clock.now += 60_000
  await desk.drain()
  expect((await desk.delivery(stuck)).attempts).toBe(2)
})

test('O14 cancelled and resolved deliveries take no further decision', async () => {
  const { server, desk } = await connectedDesk()
  const article = await desk.approved(story('Отмена', p('Текст.')))
  const id = await desk.publish(article)
  value(await desk.handlers.resolve({ delivery: id, outcome: 'cancel', url: null }, smm))
  expect(await desk.drain()).toBe(0)
  expect(codeOf(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, smm))).toBe('conflict')
  // Nothing of it can be out: publishing it again queues it again.
  expect(await desk.publish(article)).toBe(id)
  server.trouble({ kind: 'cut', posted: true })
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('unknown')
  expect(codeOf(await desk.handlers.resolve({ delivery: id, outcome: 'published', url: 'javascript:x' }, smm))).toBe(
    'invalidInput',
  )
  value(await desk.handlers.resolve({ delivery: id, outcome: 'published', url: 'https://t.me/gazeta/5' }, smm))
  expect(await desk.delivery(id)).toMatchObject({ status: 'published', url: 'https://t.me/gazeta/5' })
  expect((await desk.newsroom.workflow.get(article))?.status).toBe('published')
  expect(codeOf(await desk.handlers.resolve({ delivery: id, outcome: 'cancel', url: null }, smm))).toBe('conflict')
  expect(server.posts).toHaveLength(1)
})

test('O14 what may be out and was given up is not queued again by publishing it', async () => {
  const { server, desk } = await connectedDesk()
  const article = await desk.approved(story('Отмена', p('Текст.')))
  const id = await desk.publish(article)
  server.trouble({ kind: 'hang' })
  await desk.drain()
  value(await desk.handlers.resolve({ delivery: id, outcome: 'cancel', url: null }, smm))
  expect(await desk.publish(article)).toBe(id)
  expect(await desk.drain()).toBe(0)
  expect(server.posts).toHaveLength(1)
})
