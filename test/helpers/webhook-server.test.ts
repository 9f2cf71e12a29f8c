import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startWebhookServer, type WebhookServer } from './webhook-server.ts'

let server: WebhookServer
beforeEach(async () => {
  server = await startWebhookServer()
})
afterEach(() => server.close())

const article = {
  schemaVersion: 1,
  id: 'a-0',
  title: 'Заголовок',
  summary: '',
  rubric: '',
  byline: '',
  slug: 'zagolovok-1',
  html: '<p>Текст</p>',
  photos: [],
}

const post = async (sent: object, key = server.key, id = 'a-0'): Promise<number> => {
  const body = JSON.stringify(sent)
  const signature = `sha256=${createHmac('sha256', key).update(body).digest('hex')}`
  const headers = { 'x-newsroom-signature': signature, 'idempotency-key': id }
  return (await fetch(server.address, { method: 'POST', body, headers })).status
}

test('control: a right request is taken and a double of it is counted', async () => {
  expect(await post(article)).toBe(201)
  expect(server.doubles()).toBe(0)
  expect(await post(article)).toBe(201)
  expect(server.doubles()).toBe(1)
})

test('control: a wrong signature, key, field or photo is refused', async () => {
  expect(await post(article, 'another-key-of-enough-length')).toBe(401)
  expect(await post(article, server.key, 'b-0')).toBe(422)
  expect(await post({ ...article, colour: 'red' })).toBe(422)
  expect(await post({ ...article, html: undefined })).toBe(422)
  const photo = { id: 'p', alternative: '', type: 'image/jpeg', base64: 'AAAA' }
  expect(await post({ ...article, photos: [photo] })).toBe(422)
  expect(server.posts).toHaveLength(0)
})
