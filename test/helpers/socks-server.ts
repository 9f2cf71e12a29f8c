import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

interface SocksEntry {
  readonly name: string
  readonly password: string
}

/** A SOCKS5 proxy that asks for a name and a password (RFC 1928, RFC 1929) and leads every name to this machine. */
export const startSocksServer = async ({ name, password }: SocksEntry) => {
  const led: string[] = []
  const entries: string[] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
  }
  const lead = (socket: Socket, request: Buffer): void => {
    const length = request[4] ?? 0
    led.push(request.subarray(5, 5 + length).toString())
    const onward = connect(request.readUInt16BE(5 + length), '127.0.0.1', () => {
      socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
      socket.pipe(onward).pipe(socket)
    })
    keep(onward)
  }
  const server = createServer((socket) => {
    keep(socket)
    socket.once('data', (greeting: Buffer) => {
      if (!greeting.subarray(2).includes(2)) {
        socket.end(Buffer.from([5, 255]))
        return
      }
      socket.write(Buffer.from([5, 2]))
      socket.once('data', (entry: Buffer) => {
        const end = 2 + (entry[1] ?? 0)
        entries.push(`${entry.subarray(2, end).toString()}:${entry.subarray(end + 1).toString()}`)
        if (entries.at(-1) !== `${name}:${password}`) {
          socket.end(Buffer.from([1, 1]))
          return
        }
        socket.write(Buffer.from([1, 0]))
        socket.once('data', (request: Buffer) => lead(socket, request))
      })
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('нет порта')
  return { address: `127.0.0.1:${place.port}`, led, entries }
}
