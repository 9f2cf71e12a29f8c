import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBackend } from '../../src/backend/create-backend.ts'
import { startWebHost } from '../../src/web/web-host.ts'
import { testEnvironment } from '../helpers/newsroom.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { connect, enter, get } from '../helpers/web-client.ts'

const start = async () => {
  const root = await temporaryFolder()
  const renderer = join(root, 'renderer')
  await mkdir(renderer)
  await writeFile(join(renderer, 'index.html'), '<p>интерфейс</p>')
  await writeFile(join(root, 'secret.txt'), 'тайна')
  const backend = createBackend(testEnvironment(join(root, 'home')), { sending: false })
  const host = await startWebHost({ backend, renderer, port: 0 })
  onTestFinished(async () => {
    await host.close()
    await backend.close()
  })
  return { host, own: `http://127.0.0.1:${host.port}` }
}

test('с ключом пускает, без ключа и с чужим ключом — нет', async () => {
  const { host, own } = await start()
  expect((await get(`${own}/`, {})).status).toBe(401)
  expect((await get(`${own}/?token=wrong`, {})).status).toBe(401)
  expect((await get(`${own}/`, { cookie: 'newsroom=wrong' })).status).toBe(401)
  expect(await get(`${own}/`, { cookie: await enter(host) })).toEqual({ status: 200, body: '<p>интерфейс</p>' })
})

test('чужой Host (подмена имени) не проходит даже с ключом', async () => {
  const { host, own } = await start()
  const cookie = await enter(host)
  expect((await get(`${own}/`, { cookie, host: 'evil.example' })).status).toBe(403)
  expect((await get(`${own}/`, { cookie, host: `evil.example:${host.port}` })).status).toBe(403)
})

test('сокет: чужой или отсутствующий Origin и неверный ключ отвергаются', async () => {
  const { host, own } = await start()
  const cookie = await enter(host)
  await expect(connect(host, cookie, 'https://evil.example')).rejects.toThrow('403')
  await expect(connect(host, 'newsroom=wrong', own)).rejects.toThrow('403')
  const client = await connect(host, cookie, own)
  expect(await client.send('workspace.state', {}, null)).toMatchObject({ ok: true })
  client.close()
})

test('путь не выводит из папки интерфейса', async () => {
  const { host, own } = await start()
  const cookie = await enter(host)
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/exports/../secret.txt'])
    expect((await get(own + path, { cookie })).body, path).not.toContain('тайна')
})
