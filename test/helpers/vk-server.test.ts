import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { startVkServer, type VkServer, vkError } from './vk-server.ts'

let server: VkServer
beforeEach(async () => {
  server = await startVkServer()
})
afterEach(() => server.close())

const answerSchema = z.object({ error: z.object({ error_code: z.number() }).optional() })

/** The code of the error, 0 where there is none. */
const ask = async (method: string, parameters: Record<string, string>, token = server.keys.community): Promise<number> => {
  const body = new URLSearchParams({ v: '5.199', access_token: token, ...parameters })
  const answer = await fetch(`${server.root}/method/${method}`, { method: 'POST', body })
  expect(answer.status).toBe(200)
  return answerSchema.parse(await answer.json()).error?.error_code ?? 0
}

const post = { owner_id: '-123456', from_group: '1', guid: 'g', message: 'Текст' }

test('control: a right request is posted and a double of it is counted', async () => {
  expect(await ask('wall.post', post)).toBe(0)
  expect(server.doubles()).toBe(0)
  expect(await ask('wall.post', post)).toBe(0)
  expect(server.posts).toHaveLength(2)
  expect(server.doubles()).toBe(1)
})

test.each([
  ['an unknown method', 'wall.publish', post, 3],
  ['an unknown parameter', 'wall.post', { ...post, silent: '1' }, 100],
  ['a wrong type', 'wall.post', { ...post, from_group: 'yes' }, 100],
  ['an id that is no number', 'wall.post', { ...post, owner_id: 'club1' }, 100],
  ['a group that is not there', 'wall.post', { ...post, owner_id: '-1' }, 15],
  ['an old version', 'wall.post', { ...post, v: '5.81' }, 8],
  ['nothing to post', 'wall.post', { owner_id: '-123456', from_group: '1', guid: 'g' }, 100],
  ['a text too long', 'wall.post', { ...post, message: 'я'.repeat(16_385) }, 100],
  ['a photo that is not there', 'wall.post', { ...post, attachments: 'photo1_1' }, 100],
  ['two links', 'wall.post', { ...post, attachments: 'https://a.ru,https://b.ru' }, 100],
  ['a photo that was not brought', 'photos.saveMessagesPhoto', { photo: 'x', server: '1', hash: 'h' }, 129],
  ['a missing parameter', 'photos.saveMessagesPhoto', { server: '1' }, 100],
  ['a wall photo with the key of the group', 'photos.getWallUploadServer', { group_id: '123456' }, 27],
  ['counts with the key of the group', 'wall.getById', { posts: '-123456_11' }, 27],
  ['counts of no post', 'wall.getById', {}, 100],
  ['the wall with the key of the group', 'wall.get', { owner_id: '-123456' }, 27],
])('control: %s is refused', async (_name, method, parameters, code) => {
  expect(await ask(method, parameters)).toBe(code)
  expect(server.posts).toHaveLength(0)
})

test('control: a wrong key is refused', async () => {
  expect(await ask('wall.post', post, 'wrong')).toBe(5)
})

test('control: trouble posts or does not post as it was told', async () => {
  server.fault('post', vkError(10), vkError(10, true), { kind: 'cut', taken: true })
  expect(await ask('wall.post', post)).toBe(10)
  expect(server.posts).toHaveLength(0)
  expect(await ask('wall.post', post)).toBe(10)
  await expect(ask('wall.post', post)).rejects.toThrow()
  expect(server.posts).toHaveLength(2)
})
