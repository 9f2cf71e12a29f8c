import type { Socket } from './socket-bridge.ts'

/** A browser's WebSocket behind the narrow interface the bridge knows. */
export const browserSocket = (address: string): Socket => {
  const socket = new WebSocket(address)
  const narrow: Socket = {
    send: (data) => socket.send(data),
    close: () => socket.close(),
    onopen: null,
    onmessage: null,
    onclose: null,
  }
  socket.addEventListener('open', () => narrow.onopen?.())
  socket.addEventListener('message', (event) => narrow.onmessage?.({ data: event.data }))
  socket.addEventListener('close', () => narrow.onclose?.())
  return narrow
}
