import { expect, onTestFinished, test } from 'vitest'
import type { LookupPost } from '../../../src/backend/publishing/channels/carrier.ts'
import { postFound, postOutcome } from '../../../src/backend/publishing/channels/vk/outcome.ts'
import { vkChannel } from '../../../src/backend/publishing/channels/vk/vk-channel.ts'
import type { PostPart } from '../../../src/shared/publishing/channel.ts'
import { addPicture, type Desk, newPlace, openDesk, p, photo, story, value } from '../../helpers/publishing.ts'
import { startVkServer, vkError } from '../../helpers/vk-server.ts'

/** A newsroom with a VK group, connected with these keys. */
const group = async (names: readonly ('community' | 'user' | 'service')[] = ['community', 'user', 'service']) => {
  const server = await startVkServer()
  onTestFinished(() => server.close())
  const place = await newPlace()
  const desk = await openDesk(place)
  onTestFinished(() => desk.close())
  const connect = (keys: Readonly<Record<string, string>>) =>
    desk.handlers.addChannel(
      { id: 'vk', kind: 'vk', settings: { group: server.group, apiRoot: server.root }, secret: JSON.stringify(keys) },
      { person: 'chief' },
    )
  const keys = Object.fromEntries(names.map((name) => [name, server.keys[name]]))
  const connected = value(await connect(keys))
  return { server, place, desk, connect, problem: connected.problem }
}

const withPhoto = async (desk: Desk) => story('Фото', photo(await addPicture(desk, 30), 'Подпись'), p('Текст.'))

test('O21 a post is the group’s own, with its photos; without photos it carries the link to the site', async () => {
  const { server, desk } = await group()
  await desk.publish(await desk.approved(await withPhoto(desk)), 'vk')
  // Two deliveries of one moment go out in the order of their ids, which are any.
  expect(await desk.drain()).toBe(1)
  await desk.publish(await desk.approved(story('Без фото', p('Текст.'))), 'vk')
  expect(await desk.drain()).toBe(1)
  expect(server.posts.map(({ attachments }) => attachments)).toEqual([
    server.photos,
    [expect.stringMatching(/^https:\/\/eseur\.ru\/\?utm_source=vk&/)],
  ])
})

test('O21 the address of a post is its own', async () => {
  const { server, desk } = await group()
  const id = await desk.publish(await desk.approved(story('Раз', p('Текст.'))), 'vk')
  await desk.drain()
  expect((await desk.delivery(id)).url).toBe(`https://vk.com/wall-123456_${server.posts[0]?.id}`)
})

test('O22 without an administrator’s key, or when it has expired, photos go by way of messages', async () => {
  const { server, desk, connect } = await group(['community'])
  await desk.publish(await desk.approved(await withPhoto(desk)), 'vk')
  expect(await desk.drain()).toBe(1)
  expect(server.posts[0]?.attachments[0]).toMatch(/^photo-123456_\d+_key\d+$/)
  expect(value(await connect({ user: 'expired' })).problem).toContain('Ключ администратора')
  await desk.publish(await desk.approved({ ...(await withPhoto(desk)), headline: 'Ещё' }), 'vk')
  expect(await desk.drain()).toBe(1)
  expect(server.posts[1]?.attachments[0]).toMatch(/_key/)
})

test('O22 a key that was added later leaves the others in their place', async () => {
  const { server, desk, connect } = await group(['community'])
  expect(value(await connect({ user: server.keys.user })).problem).toBeNull()
  await desk.publish(await desk.approved(await withPhoto(desk)), 'vk')
  expect(await desk.drain()).toBe(1)
  expect(server.posts[0]?.attachments[0]).toMatch(/^photo77_\d+$/)
})

test.each([
  ['when it is asked where to', 'upload', vkError(10)],
  ['when it is brought', 'bring', { kind: 'cut' as const, taken: true }],
  [
    'when it is brought, with an answer that is none',
    'bring',
    { kind: 'answer' as const, status: 200, body: '<html>', taken: false },
  ],
  ['when it is saved', 'save', { kind: 'hang' as const }],
])('O22 a photo that fails %s is brought again; the post is made once', async (_name, matter, fault) => {
  const { server, place, desk } = await group()
  const id = await desk.publish(await desk.approved(await withPhoto(desk)), 'vk')
  server.fault(matter, fault)
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'queued', attempts: 0, reason: expect.stringContaining('Снимок') })
  place.clock.now += 60_000
  expect(await desk.drain()).toBe(1)
  expect(server.requests).toHaveLength(1)
  expect(server.doubles()).toBe(0)
})

test('O23 without a key that reads the wall a lost answer waits for a person', async () => {
  const { server, place, desk } = await group(['community'])
  const id = await desk.publish(await desk.approved(story('Потеря', p('Текст.'))), 'vk')
  server.fault('post', { kind: 'cut', taken: true })
  await desk.drain()
  place.clock.now += 601_000
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('unknown')
  const checked = await desk.handlers.check({ delivery: id }, { person: 'smm' })
  expect(checked).toMatchObject({ ok: false, failure: { what: expect.stringContaining('не дают спросить') } })
  value(
    await desk.handlers.resolve({ delivery: id, outcome: 'published', url: 'https://vk.com/wall-123456_1' }, { person: 'smm' }),
  )
  expect(server.posts).toHaveLength(1)
})

test('the self-test names the key that does not do, and what it lacks', async () => {
  const { server, connect, problem } = await group()
  expect(problem).toBeNull()
  server.forbid('wall')
  expect(value(await connect({})).problem).toContain('записи на стене')
  expect(value(await connect({ community: 'wrong' })).problem).toContain('Ключ сообщества не подошёл')
  expect(server.requests).toHaveLength(0)
})

const part: PostPart = { kind: 'text', html: 'Текст &amp; всё', photos: [], length: 11, limit: 16_384 }
const post: LookupPost = { part, settings: { group: '1' }, secret: '', mark: 'm', since: 5_000_000 }
const answered = (body: unknown) => ({ kind: 'answer' as const, status: 200, headers: {}, body: JSON.stringify(body) })
const wall = (count: number, items: readonly object[]) => postFound(answered({ response: { count, items } }), part, post)

test('O23 «absent» is a wall that was shown as far back as the post could be', () => {
  const other = { id: 1, date: 4000, text: 'Другое' }
  const many = (date: number) => Array.from({ length: 100 }, (_, id) => ({ id, date, text: `Другое ${id}` }))
  expect(wall(0, [])).toEqual({ kind: 'absent' })
  expect(wall(1, [{ ...other, text: 'Текст & всё' }])).toMatchObject({ kind: 'found', url: 'https://vk.com/wall-1_1' })
  expect(wall(1, [other])).toEqual({ kind: 'absent' })
  expect(wall(500, many(6000)).kind).toBe('noAnswer')
  expect(wall(500, [{ ...other, is_pinned: 1 }, ...many(6000).slice(1)]).kind).toBe('noAnswer')
  expect(wall(500, [...many(6000).slice(1), other]).kind).toBe('absent')
  expect(postFound(answered({ error: { error_code: 15 } }), part, post).kind).toBe('noAnswer')
  expect(postFound(answered('x'), part, post).kind).toBe('noAnswer')
})

test('O21 an error that this program does not know, and an answer without a number, are unknown', () => {
  const access = { settings: { group: '1' }, secret: '' }
  expect(postOutcome(answered({ error: { error_code: 7777, error_msg: 'x' } }), part, access).kind).toBe('unknown')
  expect(postOutcome(answered({ response: { post_id: 0 } }), part, access).kind).toBe('unknown')
  expect(postOutcome(answered({ response: 1 }), part, access).kind).toBe('unknown')
})

test('O21 nothing in a text becomes a mention or a link of VK', () => {
  const { parts } = vkChannel.format(story('Т', p('[id1|Павел] и @club5 (клуб)')), { portal: '', delivery: 'd', settings: {} })
  expect(parts[0]?.html).not.toMatch(/\[id1\||@club5/)
})
