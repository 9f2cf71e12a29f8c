import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTelegramServer, type TelegramServer } from './telegram-server.ts'

let server: TelegramServer
beforeEach(async () => {
  server = await startTelegramServer()
})
afterEach(() => server.close())

const ask = async (method: string, parameters: object, token = server.token): Promise<{ status: number; said: string }> => {
  const answer = await fetch(`${server.root}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  })
  return { status: answer.status, said: await answer.text() }
}

const message = { chat_id: '@gazeta', text: '<b>Заголовок</b>\n\nТекст &amp; ещё', parse_mode: 'HTML' }

test('control: a right request is posted and a double of it is counted', async () => {
  expect((await ask('sendMessage', message)).status).toBe(200)
  expect(server.doubles()).toBe(0)
  expect((await ask('sendMessage', message)).status).toBe(200)
  expect(server.posts).toHaveLength(2)
  expect(server.doubles()).toBe(1)
})

test.each([
  ['an unknown method', 'postMessage', message, 404],
  ['an unknown parameter', 'sendMessage', { ...message, silent: true }, 400],
  ['a missing parameter', 'sendMessage', { chat_id: '@gazeta' }, 400],
  ['a wrong type', 'sendMessage', { ...message, disable_notification: 'yes' }, 400],
  ['a wrong type deep inside', 'sendMessage', { ...message, link_preview_options: { is_disabled: 1 } }, 400],
  ['a tag that Telegram does not know', 'sendMessage', { ...message, text: '<p>Текст</p>' }, 400],
  ['an entity that Telegram does not know', 'sendMessage', { ...message, text: 'a&nbsp;b' }, 400],
  ['tags that cross', 'sendMessage', { ...message, text: '<b><i>x</b></i>' }, 400],
  ['a bare bracket', 'sendMessage', { ...message, text: '2 < 3' }, 400],
  ['a text too long after entities', 'sendMessage', { ...message, text: 'я'.repeat(4097) }, 400],
  ['an empty text', 'sendMessage', { ...message, text: '<b> </b>' }, 400],
  ['a chat that is not there', 'sendMessage', { ...message, chat_id: '@nowhere' }, 400],
  ['an album of one', 'sendMediaGroup', { chat_id: '@gazeta', media: [{ type: 'photo', media: 'attach://a' }] }, 400],
  ['a photo that was not sent', 'sendPhoto', { chat_id: '@gazeta', photo: 'attach://a' }, 400],
])('control: %s is refused', async (_name, method, parameters, status) => {
  expect((await ask(method, parameters)).status).toBe(status)
  expect(server.posts).toHaveLength(0)
})

test('control: a limit counts UTF-16 units after entities, not the bytes that were sent', async () => {
  expect((await ask('sendMessage', { ...message, text: `<b>${'&amp;'.repeat(4096)}</b>` })).status).toBe(200)
  expect((await ask('sendMessage', { ...message, text: '😀'.repeat(2049) })).status).toBe(400)
})

test('control: a wrong token is refused', async () => {
  expect((await ask('getMe', {}, '1:wrong')).status).toBe(401)
})

test('control: trouble posts or does not post as it was told', async () => {
  server.trouble({ kind: 'busy', retryAfter: 3 }, { kind: 'broken', posted: true }, { kind: 'cut', posted: true })
  expect(await ask('sendMessage', message)).toMatchObject({ status: 429, said: expect.stringContaining('"retry_after":3') })
  expect(server.posts).toHaveLength(0)
  expect((await ask('sendMessage', message)).status).toBe(500)
  await expect(ask('sendMessage', message)).rejects.toThrow()
  expect(server.posts).toHaveLength(2)
})
