import { Agent as PlainAgent, request as plain } from 'node:http'
import { type RequestOptions, Agent as SecureAgent, request as secure } from 'node:https'
import type { Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { HttpOutcome, HttpRequest } from './environment.ts'
import { networkReason } from './network-reason.ts'
import { socksTunnel } from './socks-tunnel.ts'

const notSentCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_PROXY_TUNNEL'])

/** The way to a server: its own connection a request, so that the phases are plain; a kept one may die under it. */
const wayTo = (
  url: URL,
  proxy: string | undefined,
  tunnel: Socket | null,
): Pick<RequestOptions, 'agent' | 'createConnection'> => {
  if (tunnel !== null)
    return {
      createConnection: () =>
        url.protocol === 'https:' ? connectSecurely({ socket: tunnel, host: url.hostname, servername: url.hostname }) : tunnel,
    }
  if (proxy === undefined) return { agent: false }
  const agent =
    url.protocol === 'https:'
      ? new SecureAgent({ proxyEnv: { HTTPS_PROXY: proxy } })
      : new PlainAgent({ proxyEnv: { HTTP_PROXY: proxy } })
  return { agent }
}

/** Sends it over a tunnel that stands already, or by the way that the request names. */
const send = (request: HttpRequest, tunnel: Socket | null): Promise<HttpOutcome> =>
  new Promise((resolve) => {
    const url = new URL(request.url)
    const isSecure = url.protocol === 'https:'
    let connected = tunnel !== null && !isSecure
    const outgoing = (isSecure ? secure : plain)(
      url,
      {
        method: request.method,
        headers: { ...request.headers, ...(request.body ? { 'content-length': String(request.body.length) } : {}) },
        ...wayTo(url, request.proxy, tunnel),
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
      // Behind an HTTP proxy the socket comes ready, or its phases are the proxy's: from here on anything may have arrived.
      if (request.proxy !== undefined && tunnel === null) connected = true
      // A tunnel was held still until somebody listened.
      if (tunnel !== null && !isSecure) socket.resume()
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
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

/**
 * Sends one request exactly once, without redirects or retries, and tells apart what never left this machine from what
 * may have arrived: the difference decides whether a post may be tried again.
 */
export const httpClient = async (request: HttpRequest): Promise<HttpOutcome> => {
  if (request.proxy === undefined || !request.proxy.startsWith('socks5:')) return send(request, null)
  const url = new URL(request.url)
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  try {
    const tunnel = await socksTunnel(new URL(request.proxy), url.hostname, port, request.timeoutMs)
    return await send(request, tunnel)
  } catch (error) {
    return { kind: 'notSent', reason: error instanceof Error ? networkReason(error) : 'прокси не ответил' }
  }
}
