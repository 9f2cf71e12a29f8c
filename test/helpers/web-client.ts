import { request } from 'node:http'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { WebHost } from '../../src/web/web-host.ts'

const messageSchema = z.object({ id: z.number().optional(), result: z.unknown().optional(), event: z.unknown().optional() })

/** Enters the host as a browser would: follows the address with the token and keeps the cookie. */
export const enter = (host: Pick<WebHost, 'url' | 'port'>): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request(host.url, (response) => {
      response.resume()
      resolve((response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '')
    })
    asked.on('error', reject)
    asked.end()
  })

/** One GET, with headers of the test's choice. */
export const get = (url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    asked.on('error', reject)
    asked.end()
  })

/** A socket that speaks the host's protocol. */
export interface WebClient {
  send(name: string, input: unknown, person: string | null): Promise<unknown>
  readonly events: unknown[]
  close(): void
}

/** Opens a socket with the cookie and origin given; rejects when the host refuses it. */
export const connect = (host: Pick<WebHost, 'url' | 'port'>, cookie: string, origin: string): Promise<WebClient> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/socket`, { headers: { cookie, origin } })
    const waiting = new Map<number, (result: unknown) => void>()
    const events: unknown[] = []
    let last = 0
    socket.on('error', reject)
    socket.on('message', (data) => {
      const message = messageSchema.parse(JSON.parse(data.toString()))
      if (message.event !== undefined) events.push(message.event)
      if (message.id !== undefined) waiting.get(message.id)?.(message.result)
    })
    socket.on('open', () =>
      resolve({
        events,
        send: (name, input, person) =>
          new Promise((answer) => {
            last += 1
            waiting.set(last, answer)
            socket.send(JSON.stringify({ id: last, name, input, person }))
          }),
        close: () => socket.terminate(),
      }),
    )
  })
