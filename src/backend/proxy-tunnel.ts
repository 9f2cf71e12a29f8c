import { request } from 'node:http'
import type { Socket } from 'node:net'
import { socksTunnel, TunnelError } from './socks-tunnel.ts'

/** A connection through an HTTP proxy (`CONNECT`). Nothing has reached the server when it rejects. */
const httpTunnel = (proxy: URL, host: string, port: number, timeoutMs: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const { username, password, hostname } = proxy
    const entry = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
    const asked = request({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(proxy.port) || 80,
      method: 'CONNECT',
      path: `${host}:${port}`,
      agent: false,
      ...(username === '' ? {} : { headers: { 'proxy-authorization': `Basic ${Buffer.from(entry).toString('base64')}` } }),
    })
    const timer = setTimeout(() => asked.destroy(new TunnelError('прокси молчит')), timeoutMs)
    asked.on('connect', ({ statusCode = 0 }, socket, head) => {
      clearTimeout(timer)
      if (statusCode !== 200) {
        socket.destroy()
        reject(new TunnelError(statusCode === 407 ? 'прокси не принял имя и пароль' : `прокси отказал (${statusCode})`))
        return
      }
      socket.pause()
      if (head.length > 0) socket.unshift(head)
      resolve(socket)
    })
    asked.on('response', ({ statusCode = 0 }) => {
      clearTimeout(timer)
      asked.destroy()
      reject(new TunnelError(`прокси отказал (${statusCode})`))
    })
    asked.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    asked.end()
  })

/** A paused connection to a server through an HTTP or SOCKS5 proxy. Nothing has reached the server when it rejects. */
export const proxyTunnel = (proxy: string, host: string, port: number, timeoutMs: number): Promise<Socket> => {
  const url = new URL(proxy)
  return (url.protocol === 'socks5:' ? socksTunnel : httpTunnel)(url, host, port, timeoutMs)
}
