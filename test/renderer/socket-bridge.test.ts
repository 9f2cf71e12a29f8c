import { describe, expect, it } from 'vitest'
import { type Socket, socketBridge } from '../../src/renderer/api/socket-bridge.ts'

/** A server that a test plays by hand: sockets as they are opened, and reconnects as they are asked for. */
const stage = () => {
  const sockets: (Socket & { readonly sent: string[] })[] = []
  const waiting: (() => void)[] = []
  const bridge = socketBridge({
    open: () => {
      const sent: string[] = []
      const socket: Socket & { readonly sent: string[] } = {
        sent,
        send: (data) => sent.push(data),
        close: () => {},
        onopen: null,
        onmessage: null,
        onclose: null,
      }
      sockets.push(socket)
      return socket
    },
    later: (action) => waiting.push(action),
    lost: () => ({ code: 'unavailable', what: 'Связь потеряна.' }),
  })
  const last = () => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }
  const say = (message: unknown) => last().onmessage?.({ data: JSON.stringify(message) })
  return { bridge, last, say, reconnect: () => waiting.shift()?.() }
}

const refused = { ok: false, failure: { code: 'unavailable' } }

describe('the bridge over a socket', () => {
  it('keeps calls made before the first connection and sends them in order', async () => {
    const { bridge, last, say } = stage()
    const first = bridge.send('a', {}, null)
    const second = bridge.send('b', { x: 1 }, 'anna')
    expect(last().sent).toEqual([])
    last().onopen?.()
    expect(last().sent.map((message) => JSON.parse(message))).toEqual([
      { id: 1, name: 'a', input: {}, person: null },
      { id: 2, name: 'b', input: { x: 1 }, person: 'anna' },
    ])
    say({ id: 2, result: 'two' })
    say({ id: 1, result: 'one' })
    expect(await Promise.all([first, second])).toEqual(['one', 'two'])
  })

  it('fails what was under way when the connection broke, and every call until it is back', async () => {
    const { bridge, last, say, reconnect } = stage()
    last().onopen?.()
    const during = bridge.send('a', {}, null)
    last().onclose?.()
    expect(bridge.connection.current()).toBe('lost')
    expect(await during).toMatchObject(refused)
    expect(await bridge.send('b', {}, null)).toMatchObject(refused)
    reconnect()
    last().onopen?.()
    expect(bridge.connection.current()).toBe('open')
    const after = bridge.send('c', {}, null)
    expect(last().sent).toHaveLength(1)
    say({ id: JSON.parse(last().sent[0] ?? '').id, result: 'back' })
    expect(await after).toBe('back')
  })

  it('does not send again what failed while the connection was lost', async () => {
    const { bridge, last, reconnect } = stage()
    const early = bridge.send('publish', {}, null)
    last().onclose?.()
    expect(await early).toMatchObject(refused)
    reconnect()
    last().onopen?.()
    expect(last().sent).toEqual([])
  })

  it('tells of a lost connection once, not at every failed attempt', () => {
    const { bridge, last, reconnect } = stage()
    const heard: string[] = []
    bridge.connection.subscribe(() => heard.push(bridge.connection.current()))
    last().onopen?.()
    last().onclose?.()
    reconnect()
    last().onclose?.()
    reconnect()
    last().onopen?.()
    expect(heard).toEqual(['open', 'lost', 'open'])
  })

  it('hands events on until nobody listens, and ignores what is no message', () => {
    const { bridge, last, say } = stage()
    last().onopen?.()
    const heard: unknown[] = []
    const stop = bridge.subscribe((event) => heard.push(event))
    say({ event: { type: 'workspaceChanged' } })
    last().onmessage?.({ data: 'not json' })
    last().onmessage?.({ data: new ArrayBuffer(1) })
    stop()
    say({ event: { type: 'workspaceChanged' } })
    expect(heard).toEqual([{ type: 'workspaceChanged' }])
  })
})
