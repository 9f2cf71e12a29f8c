import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { HttpOutcome, HttpRequest } from './environment.ts'
import { networkReason } from './network-reason.ts'

const notSentCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'])

/**
 * Sends one request exactly once, without redirects or retries, and tells apart what never left this machine from what
 * may have arrived: the difference decides whether a post may be tried again.
 */
export const httpClient = (request: HttpRequest): Promise<HttpOutcome> =>
  new Promise((resolve) => {
    const url = new URL(request.url)
    let connected = false
    const send = url.protocol === 'https:' ? secure : plain
    const outgoing = send(
      url,
      {
        method: request.method,
        headers: { ...request.headers, ...(request.body ? { 'content-length': String(request.body.length) } : {}) },
        // A kept connection may die under the request; a new one a request makes the phases plain.
        agent: false,
      },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', (error) => {
          clearTimeout(timer)
          resolve({ kind: 'unknown', reason: networkReason(error) })
        })
        incoming.on('end', () => {
          clearTimeout(timer)
          const headers = Object.fromEntries(Object.entries(incoming.headers).map(([k, v]) => [k, String(v)]))
          resolve({ kind: 'answer', status: incoming.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8') })
        })
      },
    )
    const timer = setTimeout(() => outgoing.destroy(new Error('время ожидания истекло')), request.timeoutMs)
    outgoing.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      const early = !connected || notSentCodes.has(error.code ?? '')
      resolve({ kind: early ? 'notSent' : 'unknown', reason: networkReason(error) })
    })
    outgoing.end(request.body ?? undefined)
  })
