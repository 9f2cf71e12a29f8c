import { cp } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { codeOf, connectedDesk, newPlace, openDesk, p, story, value } from '../../helpers/publishing.ts'
import { startVkServer } from '../../helpers/vk-server.ts'

const chief = { person: 'chief' }

test('O25 a connection is tested line by line; what stands on a failure is passed over, and nothing is posted', async () => {
  const { desk, server } = await connectedDesk()
  const channel = { id: 'tg', kind: 'telegram' as const, settings: { apiRoot: server.root, chat: '@gazeta' } }
  const states = async (secret: string | null) =>
    value(await desk.handlers.addChannel({ ...channel, secret }, chief)).checks.map(({ state }) => state)
  expect(await states(null)).toEqual(['passed', 'passed', 'passed'])
  expect(await states('1:other')).toEqual(['failed', 'skipped', 'skipped'])
  server.forbidPosting()
  expect(await states(server.token)).toEqual(['passed', 'passed', 'failed'])
  expect(server.requests).toEqual([])
})

test('O26 a trial posts one line and takes it away; not for everybody, not while sending is paused', async () => {
  const { desk, server, place } = await connectedDesk()
  const { checks } = value(await desk.handlers.tryChannel({ channel: 'tg' }, chief))
  expect(checks.map(({ state }) => state)).toEqual(['passed', 'passed'])
  expect(server.requests.map(({ method }) => method)).toEqual(['sendMessage'])
  expect(server.posts).toEqual([])
  expect(codeOf(await desk.handlers.tryChannel({ channel: 'tg' }, { person: 'reporter' }))).toBe('forbidden')
  expect(codeOf(await desk.handlers.tryChannel({ channel: 'other' }, chief))).toBe('notFound')
  const rss = { id: 'rss', kind: 'rss' as const, settings: { file: `${place.home}/f.xml`, title: 'Лента' }, secret: null }
  value(await desk.handlers.addChannel(rss, chief))
  expect(codeOf(await desk.handlers.tryChannel({ channel: 'rss' }, chief))).toBe('conflict')
  const article = await desk.approved(story('Раз', p('Текст.')))
  await desk.publish(article)
  await desk.close()
  const folder = `${place.folder}-copy`
  await cp(place.folder, folder, { recursive: true })
  const copy = await openDesk(place, { folder })
  expect(codeOf(await copy.handlers.tryChannel({ channel: 'tg' }, chief))).toBe('conflict')
  await copy.close()
  expect(server.requests).toHaveLength(1)
})

test('O26 on a wall only the key of one who runs the group takes a trial away: without it none is made', async () => {
  const server = await startVkServer()
  onTestFinished(() => server.close())
  const desk = await openDesk(await newPlace())
  onTestFinished(() => desk.close())
  const settings = { group: server.group, apiRoot: server.root }
  const connect = async (keys: Readonly<Record<string, string>>) =>
    value(await desk.handlers.addChannel({ id: 'vk', kind: 'vk', settings, secret: JSON.stringify(keys) }, chief))
  const trial = async () => value(await desk.handlers.tryChannel({ channel: 'vk' }, chief)).checks.map(({ state }) => state)
  await connect({ community: server.keys.community })
  expect(await trial()).toEqual(['skipped'])
  expect(server.requests).toEqual([])
  await connect({ user: server.keys.user })
  expect(await trial()).toEqual(['passed', 'passed'])
  expect(server.posts).toEqual([])
})

test('O27 a blip disconnects nothing: the last success stays in sight, and the next one clears what was wrong', async () => {
  const { desk, server, place } = await connectedDesk()
  const state = async () => value(await desk.handlers.channels({}, chief))[0]
  const first = place.clock.now
  expect(await state()).toMatchObject({ connected: true, problem: null, lastSuccess: first })
  place.clock.now += 60_000
  const gone = { apiRoot: 'http://127.0.0.1:1', chat: '@gazeta' }
  value(await desk.handlers.addChannel({ id: 'tg', kind: 'telegram', settings: gone, secret: null }, chief))
  expect(await state()).toMatchObject({ connected: true, problem: expect.stringContaining('Связи'), lastSuccess: first })
  const back = { apiRoot: server.root, chat: '@gazeta' }
  value(await desk.handlers.addChannel({ id: 'tg', kind: 'telegram', settings: back, secret: null }, chief))
  place.clock.now += 60_000
  await desk.publish(await desk.approved(story('Раз', p('Текст.'))))
  expect(await desk.drain()).toBe(1)
  expect(await state()).toMatchObject({ connected: true, problem: null, lastSuccess: place.clock.now })
})

test('O57 a delivery that is refused for its key tells the channel; a refusal of another kind and a blip do not', async () => {
  const { desk, server, place } = await connectedDesk()
  const state = async () => value(await desk.handlers.channels({}, chief))[0]
  const connected = place.clock.now
  place.clock.now += 60_000
  const send = async (headline: string) => {
    await desk.publish(await desk.approved(story(headline, p('Текст.'))))
    return desk.drain()
  }
  server.trouble({ kind: 'error', code: 400, description: 'Bad Request' }, { kind: 'cut', posted: false })
  await send('Не тот текст')
  await send('Обрыв')
  expect(await state()).toMatchObject({ connected: true, needsKey: false, problem: null, lastSuccess: connected })
  server.trouble({ kind: 'error', code: 401, description: 'Unauthorized' })
  await send('Токен отозван')
  const refused = { connected: true, needsKey: true, problem: expect.stringContaining('Unauthorized'), lastSuccess: connected }
  expect(await state()).toMatchObject(refused)
  // What is said stays until something is taken again: asking in vain does not clear it.
  const gone = { apiRoot: 'http://127.0.0.1:1', chat: '@gazeta' }
  value(await desk.handlers.addChannel({ id: 'tg', kind: 'telegram', settings: gone, secret: null }, chief))
  expect(await state()).toMatchObject({ needsKey: true, lastSuccess: connected })
  const settings = { apiRoot: server.root, chat: '@gazeta' }
  value(await desk.handlers.addChannel({ id: 'tg', kind: 'telegram', settings, secret: server.token }, chief))
  expect(await state()).toMatchObject({ needsKey: false, problem: null, lastSuccess: place.clock.now })
})
