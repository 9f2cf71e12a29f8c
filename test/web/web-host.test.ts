import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBackend } from '../../src/backend/create-backend.ts'
import { lastPlace } from '../../src/web/last-place.ts'
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
  expect((await get(`${own}/`, { cookie: `newsroom-${host.port}=wrong` })).status).toBe(401)
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
  await expect(connect(host, `newsroom-${host.port}=wrong`, own)).rejects.toThrow('403')
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

/** Runs of one program, one after another or beside one another, on one folder. */
const runs = async () => {
  const root = await temporaryFolder()
  const renderer = join(root, 'renderer')
  await mkdir(renderer)
  await writeFile(join(renderer, 'index.html'), '<p>интерфейс</p>')
  return async () => {
    const backend = createBackend(testEnvironment(join(root, 'home')), { sending: false })
    const host = await startWebHost({ backend, renderer, port: 0, last: lastPlace(join(root, 'home'), '/редакция') })
    onTestFinished(async () => {
      await host.close()
      await backend.close()
    })
    return { host, own: `http://127.0.0.1:${host.port}` }
  }
}

test('запущенная снова программа стоит там же: открытое окно находит её с прежним ключом', async () => {
  const start = await runs()
  const first = await start()
  const cookie = await enter(first.host)
  await first.host.close()
  const second = await start()
  expect(second.host.url).toBe(first.host.url)
  const client = await connect(second.host, cookie, second.own)
  expect(await client.send('workspace.state', {}, null)).toMatchObject({ ok: true })
  client.close()
})

test('вторая программа той же папки встаёт рядом со своим ключом и места первой не занимает', async () => {
  const start = await runs()
  const first = await start()
  const second = await start()
  expect(second.host.port).not.toBe(first.host.port)
  const cookie = await enter(first.host)
  expect((await get(`${second.own}/`, { cookie })).status).toBe(401)
  // Both are open in one browser: each keeps its own cookie.
  const both = `${cookie}; ${await enter(second.host)}`
  expect((await get(`${first.own}/`, { cookie: both })).status).toBe(200)
  expect((await get(`${second.own}/`, { cookie: both })).status).toBe(200)
  await second.host.close()
  await first.host.close()
  expect((await start()).host.url).toBe(first.host.url)
})
