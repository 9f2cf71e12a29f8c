import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { httpClient } from '../../src/backend/http-client.ts'

/** A proxy that passes requests on to nobody: it says what it was asked for, and treats a tunnel as it is told. */
const startProxy = async (tunnel: 'refuse' | 'cut') => {
  const asked: string[] = []
  const server = createServer((incoming, response) => {
    asked.push(`${incoming.method} ${incoming.url}`)
    if (incoming.url?.endsWith('/cut')) incoming.socket.destroy()
    else response.end('{}')
  })
  server.on('connect', (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url}`)
    if (tunnel === 'refuse') socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    else socket.destroy()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('нет порта')
  return { address: `http://127.0.0.1:${place.port}`, asked }
}

const get = (url: string, proxy: string) => httpClient({ url, method: 'GET', headers: {}, body: null, timeoutMs: 5_000, proxy })

test('O28 a request goes through the proxy, and a cut on the way may have let it arrive', async () => {
  const { address, asked } = await startProxy('refuse')
  expect(await get('http://channel.invalid/post', address)).toMatchObject({ kind: 'answer', status: 200 })
  expect((await get('http://channel.invalid/cut', address)).kind).toBe('unknown')
  expect(asked).toEqual(['GET http://channel.invalid/post', 'GET http://channel.invalid/cut'])
})

test.each(['refuse', 'cut'] as const)('O28 a tunnel that does not come about (%s) has let nothing through', async (tunnel) => {
  const { address, asked } = await startProxy(tunnel)
  expect((await get('https://channel.invalid/post', address)).kind).toBe('notSent')
  expect(asked).toEqual(['CONNECT channel.invalid:443'])
})

test('O28 a proxy that is not there has let nothing through', async () => {
  expect((await get('https://channel.invalid/post', 'http://127.0.0.1:1')).kind).toBe('notSent')
  expect((await get('http://channel.invalid/post', 'http://127.0.0.1:1')).kind).toBe('notSent')
})
