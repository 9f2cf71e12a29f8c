import { Agent as PlainAgent, request as plain } from 'node:http'
import { Agent as SecureAgent, request as secure } from 'node:https'
import type { HttpOutcome, HttpRequest } from './environment.ts'
import { networkReason } from './network-reason.ts'

const notSentCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_PROXY_TUNNEL'])

/** The way to a server: its own connection a request, so that the phases are plain; a kept one may die under it. */
const agentFor = (url: URL, proxy: string | undefined): PlainAgent | false => {
  if (proxy === undefined) return false
  return url.protocol === 'https:'
    ? new SecureAgent({ proxyEnv: { HTTPS_PROXY: proxy } })
    : new PlainAgent({ proxyEnv: { HTTP_PROXY: proxy } })
}

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
        agent: agentFor(url, request.proxy),
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
      // Behind a proxy the socket comes ready, or its phases are the proxy's: from here on anything may have arrived.
      if (request.proxy !== undefined) connected = true
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
