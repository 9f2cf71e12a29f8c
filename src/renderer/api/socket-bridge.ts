import { z } from 'zod'
import type { Failure } from '../../shared/api/result.ts'
import type { Bridge, Connection } from './bridge.ts'

const messageSchema = z.union([z.object({ id: z.number(), result: z.unknown() }), z.object({ event: z.unknown() })])

/** The part of a WebSocket the bridge uses, so that a test can stand in. */
export interface Socket {
  send(data: string): void
  close(): void
  onopen: (() => void) | null
  onmessage: ((message: { data: unknown }) => void) | null
  onclose: (() => void) | null
}

export interface SocketBridgeOptions {
  readonly open: () => Socket
  /** Calls `action` after so many milliseconds. */
  readonly later: (action: () => void, delay: number) => void
  /** What to say of a call that got no answer, in the language on screen. */
  readonly lost: () => Failure
}

const readMessage = (data: unknown) => {
  if (typeof data !== 'string') return null
  try {
    return messageSchema.parse(JSON.parse(data))
  } catch {
    return null
  }
}

/**
 * Talks to the local web host over one WebSocket. Calls made before the first connection wait for it; calls made while
 * the connection is lost fail at once, and so does what was under way when it broke (its outcome is not known).
 */
export const socketBridge = ({ open, later, lost }: SocketBridgeOptions): Bridge => {
  let connection: Connection = 'connecting'
  let socket: Socket | null = null
  let lastId = 0
  let attempt = 0
  const pending = new Map<number, (result: unknown) => void>()
  const queued: string[] = []
  const watchers = new Set<() => void>()
  const listeners = new Set<(event: unknown) => void>()

  const become = (next: Connection) => {
    if (next === connection) return
    connection = next
    for (const watcher of watchers) watcher()
  }

  const failPending = () => {
    queued.length = 0
    const waiting = [...pending.values()]
    pending.clear()
    for (const settle of waiting) settle({ ok: false, failure: lost() })
  }

  const connect = () => {
    const current = open()
    socket = current
    current.onopen = () => {
      attempt = 0
      for (const message of queued.splice(0)) current.send(message)
      become('open')
    }
    current.onmessage = ({ data }) => {
      const message = readMessage(data)
      if (message === null) return
      if ('event' in message) {
        for (const listener of listeners) listener(message.event)
        return
      }
      const settle = pending.get(message.id)
      pending.delete(message.id)
      settle?.(message.result)
    }
    current.onclose = () => {
      become('lost')
      failPending()
      attempt += 1
      later(connect, Math.min(5000, 250 * 2 ** attempt))
    }
  }
  connect()

  return {
    send: (name, input, person) => {
      if (connection === 'lost') return Promise.resolve({ ok: false, failure: lost() })
      lastId += 1
      const id = lastId
      const message = JSON.stringify({ id, name, input, person })
      return new Promise((resolve) => {
        pending.set(id, resolve)
        if (connection === 'open' && socket) socket.send(message)
        else queued.push(message)
      })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pathOf: null,
    connection: {
      current: () => connection,
      subscribe: (watcher) => {
        watchers.add(watcher)
        return () => watchers.delete(watcher)
      },
    },
  }
}
