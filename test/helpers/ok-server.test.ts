import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type OkServer, okError, startOkServer } from './ok-server.ts'

let server: OkServer
beforeEach(async () => {
  server = await startOkServer()
})
afterEach(() => server.close())

const answerSchema = z.object({ error_code: z.number() })

/** The code of the error, 0 where there is none. */
const ask = async (method: string, parameters: Record<string, string>, wrong: Record<string, string> = {}): Promise<number> => {
  const signed: Record<string, string> = { application_key: server.application, format: 'json', method, ...parameters }
  const line = Object.keys(signed)
    .sort()
    .map((name) => `${name}=${signed[name]}`)
  const sig = createHash('md5')
    .update(`${line.join('')}${server.keys.session}`)
    .digest('hex')
  const body = new URLSearchParams({ ...signed, access_token: server.keys.token, sig, ...wrong })
  const answer = await fetch(`${server.root}/fb.do`, { method: 'POST', body })
  expect(answer.status).toBe(200)
  return answerSchema.safeParse(await answer.json()).data?.error_code ?? 0
}

const attachment = (...media: readonly unknown[]) => JSON.stringify({ media })
const text = { type: 'text', text: 'Текст' }
const post = { type: 'GROUP_THEME', gid: '70000001234567', attachment: attachment(text) }

test('control: a right request is posted and a double of it is counted', async () => {
  expect(await ask('mediatopic.post', post)).toBe(0)
  expect(server.doubles()).toBe(0)
  expect(await ask('mediatopic.post', post)).toBe(0)
  expect(server.topics).toHaveLength(2)
  expect(server.doubles()).toBe(1)
})

test.each([
  ['an unknown method', 'mediatopic.publish', post, 3],
  ['an unknown parameter', 'mediatopic.post', { ...post, silent: '1' }, 100],
  ['nothing to post', 'mediatopic.post', { ...post, attachment: attachment() }, 100],
  ['an attachment that is no JSON', 'mediatopic.post', { ...post, attachment: 'текст' }, 100],
  ['an empty text', 'mediatopic.post', { ...post, attachment: attachment({ type: 'text', text: '' }) }, 100],
  ['an unknown block', 'mediatopic.post', { ...post, attachment: attachment({ type: 'html', html: '' }) }, 100],
  [
    'a photo that was not brought',
    'mediatopic.post',
    { ...post, attachment: attachment({ type: 'photo', list: [{ id: 'x' }] }) },
    100,
  ],
  ['a topic of one’s own page', 'mediatopic.post', { ...post, type: 'USER' }, 100],
  ['a group of others', 'mediatopic.post', { ...post, gid: '7' }, 10],
  ['a missing parameter', 'group.getInfo', { uids: '7' }, 100],
])('control: %s is refused', async (_name, method, parameters, code) => {
  expect(await ask(method, parameters)).toBe(code)
  expect(server.topics).toHaveLength(0)
})

test.each([
  ['a wrong signature', { sig: '0'.repeat(32) }, 104],
  ['a wrong token', { access_token: 'чужой' }, 103],
  ['a parameter changed after signing', { gid: '8' }, 104],
])('control: %s is refused', async (_name, wrong, code) => {
  expect(await ask('mediatopic.post', post, wrong)).toBe(code)
  expect(server.topics).toHaveLength(0)
})

test('control: trouble posts or does not post as it was told', async () => {
  server.fault('post', okError(1), okError(9999, true), { kind: 'cut', taken: true })
  expect(await ask('mediatopic.post', post)).toBe(1)
  expect(server.topics).toHaveLength(0)
  expect(await ask('mediatopic.post', post)).toBe(9999)
  await expect(ask('mediatopic.post', post)).rejects.toThrow()
  expect(server.topics).toHaveLength(2)
})
