import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { protectiveHeaders } from '../backend/content-policy.ts'
import type { Backend } from '../backend/create-backend.ts'
import type { LastPlace } from './last-place.ts'
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
  /** 0 takes the port of the last time where it is free, else any. */
  readonly port: number
  /** Where the host stood the last time; absent it stands anywhere. */
  readonly last?: LastPlace
}

/** Cookies know no ports: each host has one of its own name, so that two newsrooms open side by side. */
const cookieNameOn = (port: number): string => `newsroom-${port}`

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const cookieOf = (request: IncomingMessage): string => {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === cookieNameOn(request.socket.localPort ?? 0))?.[1] ?? ''
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })

const refuse = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/**
 * Serves the interface and the backend to browsers of this machine only: it listens on the loopback address, lets in
 * who knows the random token, and refuses foreign Host and Origin headers, so that no web page can reach it.
 */
export const startWebHost = async ({ backend, renderer, port, last }: WebHostOptions): Promise<WebHost> => {
  const known = (await last?.read()) ?? null
  // Only where it stood before does an earlier token let anybody in.
  let token = randomBytes(24).toString('base64url')
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
      const cookie = `${cookieNameOn(actual)}=${token}; HttpOnly; SameSite=Strict; Path=/`
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

  const wanted = port === 0 ? (known?.port ?? 0) : port
  try {
    await listen(server, wanted)
  } catch (error) {
    if (port !== 0 || wanted === 0) throw error
    // Somebody stands there: most often this folder is open already, and its place is remembered for that window.
    await listen(server, 0)
  }
  const actual = (server.address() as AddressInfo).port
  if (known?.port === actual) token = known.token
  if (wanted === 0 || wanted === actual) await last?.keep({ port: actual, token })
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
