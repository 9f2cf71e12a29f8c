import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { protectiveHeaders } from '../backend/content-policy.ts'
import type { Backend } from '../backend/create-backend.ts'
import { serveFile } from './serve-file.ts'
import { carrySocket } from './socket.ts'

/** A running local web host. `url` carries the token that lets one browser in. */
export interface WebHost {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

export interface WebHostOptions {
  readonly backend: Backend
  /** Folder of the built interface. */
  readonly renderer: string
  /** 0 takes any free port. */
  readonly port: number
}

const cookieName = 'newsroom'

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const cookieOf = (request: IncomingMessage): string => {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === cookieName)?.[1] ?? ''
}

const refuse = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/**
 * Serves the interface and the backend to browsers of this machine only: it listens on the loopback address, lets in
 * who knows the random token, and refuses foreign Host and Origin headers, so that no web page can reach it.
 */
export const startWebHost = async ({ backend, renderer, port }: WebHostOptions): Promise<WebHost> => {
  const token = randomBytes(24).toString('base64url')
  let origins: readonly string[] = []

  const fromHere = (request: IncomingMessage): boolean => {
    const { host, origin } = request.headers
    return origins.some((own) => own === `http://${host ?? ''}`) && (origin === undefined || origins.includes(origin))
  }

  const server = createServer((request, response) => {
    if (!fromHere(request)) return refuse(response, 403, 'Чужой адрес.')
    const url = new URL(request.url ?? '/', 'http://localhost')
    const offered = url.searchParams.get('token')
    if (url.pathname === '/' && offered !== null && equal(offered, token)) {
      const cookie = `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`
      response.writeHead(303, { location: '/', 'set-cookie': cookie, 'referrer-policy': 'no-referrer' }).end()
      return
    }
    if (!equal(cookieOf(request), token))
      return refuse(response, 401, 'Откройте адрес с ключом, который напечатала программа при запуске.')
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Только чтение.')
    for (const [name, value] of Object.entries(protectiveHeaders)) response.setHeader(name, value)
    serveFile({ backend, renderer, url, response }).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'Файл не читается.')
      else response.destroy()
    })
  })

  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 * 1024 })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const allowed = fromHere(request) && request.headers.origin !== undefined && equal(cookieOf(request), token)
    if (!allowed || request.url !== '/socket') {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => carrySocket(backend, opened))
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const actual = (server.address() as AddressInfo).port
  origins = [`http://127.0.0.1:${actual}`, `http://localhost:${actual}`]
  return {
    url: `http://127.0.0.1:${actual}/?token=${token}`,
    port: actual,
    close: async () => {
      for (const client of sockets.clients) client.terminate()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
