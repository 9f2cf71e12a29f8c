// What is checked on the way to a server: its certificate, and a SOCKS5 proxy's word. Certificates are made here by openssl;
// where there is none, these tests are left out by name.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer as createPlain } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { httpClient } from '../../src/backend/http-client.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

const portOf = async (server: Server): Promise<number> => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('нет порта')
  return address.port
}

/** A certificate authority of the test's own, which this process trusts from now on. */
const authority = async () => {
  const folder = await temporaryFolder()
  const openssl = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder })
    if (status !== 0) throw new Error(stderr.toString())
  }
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'] as const
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Newsroom test')
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  return {
    root: read('ca.pem'),
    issue: (name: string, days: number) => {
      writeFileSync(join(folder, 'names'), `subjectAltName=DNS:${name}`)
      openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', `/CN=${name}`)
      const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'] as const
      openssl('x509', '-req', '-in', 'server.csr', ...by, '-out', 'server.pem', '-days', String(days), '-extfile', 'names')
      return { key: read('server.key'), cert: read('server.pem') }
    },
  }
}

/** A site on this machine that counts what reaches it; with a key it speaks TLS. */
const startSite = async (secure: { key: string; cert: string } | null) => {
  const asked: string[] = []
  const answer = (
    incoming: { url?: string | undefined; resume: () => unknown; on: (event: 'end', done: () => void) => unknown },
    response: { end: (body: string) => unknown },
  ): void => {
    asked.push(incoming.url ?? '')
    incoming.on('end', () => response.end('{}'))
    incoming.resume()
  }
  const server = secure ? createSecure(secure, answer) : createPlain(answer)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { asked, port: await portOf(server) }
}

/** A SOCKS5 proxy for everything under «.invalid», whose names it alone knows; with `reply` it refuses so. */
const startSocks = async ({ reply = 0, method = 0, cut = false } = {}) => {
  const names: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('data', () => {
      socket.write(Buffer.from([5, method]))
      socket.once('data', (request: Buffer) => {
        const length = request[4] ?? 0
        const port = request.readUInt16BE(5 + length)
        names.push(request.subarray(5, 5 + length).toString())
        if (cut) socket.destroy()
        const told = Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0])
        if (reply !== 0) socket.end(told)
        if (cut || reply !== 0) return
        const onward = connect(port, '127.0.0.1', () => {
          // In two pieces, as a network may bring it.
          socket.write(told.subarray(0, 3))
          setImmediate(() => {
            socket.write(told.subarray(3))
            socket.pipe(onward).pipe(socket)
          })
        })
        sockets.add(onward)
        onward.on('error', () => socket.destroy())
      })
    })
  })
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return { address: `socks5://127.0.0.1:${await portOf(server)}`, names }
}

const post = (url: string, proxy?: string) =>
  httpClient({
    ...{ url, method: 'POST', headers: { 'content-type': 'application/json' } },
    ...{ body: new TextEncoder().encode('{"text":"секрет"}'), timeoutMs: 10_000 },
    ...(proxy === undefined ? {} : { proxy }),
  })

test('O28 a request goes through a SOCKS5 proxy, which looks the name up', async () => {
  const site = await startSite(null)
  const { address, names } = await startSocks()
  expect(await post(`http://channel.invalid:${site.port}/post`, address)).toMatchObject({ kind: 'answer', status: 200 })
  expect([names, site.asked]).toEqual([['channel.invalid'], ['/post']])
})

test.each([
  [{ reply: 2 }, 'прокси не пускает на этот адрес'],
  [{ reply: 5 }, 'сервер не принимает соединений'],
  [{ method: 255 }, 'прокси требует имя и пароль'],
  [{ cut: true }, 'прокси оборвал связь'],
])('O28 a SOCKS5 proxy that does not make the way (%o) has let nothing through', async (how, reason) => {
  const { address } = await startSocks(how)
  expect(await post('https://channel.invalid/post', address)).toEqual({ kind: 'notSent', reason })
})

test('O28 what is no SOCKS5 proxy, or is not there, has let nothing through', async () => {
  const site = await startSite(null)
  const wrong = await post('http://channel.invalid/post', `socks5://127.0.0.1:${site.port}`)
  expect(wrong.kind).toBe('notSent')
  expect((await post('http://channel.invalid/post', 'socks5://127.0.0.1:1')).kind).toBe('notSent')
  expect(site.asked).toEqual([])
})

test.skipIf(!hasOpenssl)('O59 only a server with a certificate of its own, vouched for and in date, gets anything', async () => {
  const own = await authority()
  const stranger = await authority()
  const usual = getCACertificates('default')
  setDefaultCACertificates([...usual, own.root])
  onTestFinished(() => setDefaultCACertificates(usual))
  const { address } = await startSocks()
  const cases = [
    { made: own.issue('localhost', 2), reason: null },
    { made: stranger.issue('localhost', 2), reason: 'сертификат сервера не заверен' },
    { made: own.issue('other.example', 2), reason: 'сертификат выдан другому серверу' },
    { made: own.issue('localhost', -1), reason: 'срок сертификата сервера истёк' },
  ]
  for (const { made, reason } of cases) {
    const site = await startSite(made)
    for (const proxy of [undefined, address]) {
      const outcome = await post(`https://localhost:${site.port}/post`, proxy)
      if (reason === null) expect(outcome).toMatchObject({ kind: 'answer', status: 200 })
      else expect(outcome).toEqual({ kind: 'notSent', reason })
    }
    expect(site.asked).toEqual(reason === null ? ['/post', '/post'] : [])
  }
})
