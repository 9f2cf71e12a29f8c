import { z } from 'zod'

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
})

/** One conversation with Chromium: with the browser itself, or with one page. */
export interface Session {
  /** Resolves with the answer; rejects when Chromium refuses or the connection ends. */
  send(method: string, params?: object): Promise<unknown>
  on(method: string, listener: (params: unknown) => void): void
}

export interface Connection extends Session {
  session(id: string): Session
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
}

/** Speaks the Chrome DevTools protocol with the browser that listens at the address. */
export const connect = (address: string): Promise<Connection> =>
  new Promise((resolveConnection, rejectConnection) => {
    const socket = new WebSocket(address)
    const waiting = new Map<number, Waiting>()
    const listeners = new Map<string, ((params: unknown) => void)[]>()
    let last = 0
    const session = (id: string | null): Session => ({
      send: (method, params = {}) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== WebSocket.OPEN) return reject(new Error(`Chromium закрыт: ${method}`))
          last += 1
          waiting.set(last, { resolve, reject: (error) => reject(new Error(`${method}: ${error.message}`)) })
          socket.send(JSON.stringify({ id: last, method, params, ...(id === null ? {} : { sessionId: id }) }))
        }),
      on: (method, listener) => {
        const key = `${id ?? ''}/${method}`
        listeners.set(key, [...(listeners.get(key) ?? []), listener])
      },
    })
    socket.addEventListener('message', ({ data }) => {
      const { id, method, params, result, error, sessionId } = messageSchema.parse(JSON.parse(String(data)))
      if (id === undefined) {
        for (const listener of listeners.get(`${sessionId ?? ''}/${method}`) ?? []) listener(params)
        return
      }
      const answer = waiting.get(id)
      waiting.delete(id)
      if (error) answer?.reject(new Error(error.message))
      else answer?.resolve(result)
    })
    socket.addEventListener('open', () => resolveConnection({ ...session(null), session }))
    socket.addEventListener('error', () => rejectConnection(new Error(`Нет связи с Chromium: ${address}`)))
    socket.addEventListener('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('Chromium закрыт'))
      waiting.clear()
    })
  })
