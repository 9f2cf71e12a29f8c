import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { Backend } from '../backend/create-backend.ts'
import { failure } from '../shared/api/result.ts'

const requestSchema = z.object({ id: z.number(), name: z.string(), input: z.unknown(), person: z.string().nullable() })

const parse = (text: string): z.infer<typeof requestSchema> | null => {
  try {
    return requestSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Carries the contract over one socket: requests answered by number, events as they come. */
export const carrySocket = (backend: Backend, socket: WebSocket): void => {
  const send = (message: unknown) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  const stop = backend.subscribe((event) => send({ event }))
  socket.on('close', stop)
  socket.on('error', () => socket.terminate())
  socket.on('message', async (data) => {
    const request = parse(data.toString())
    if (!request) return send({ id: -1, result: failure('invalidInput', 'Непонятный запрос.') })
    const result = await backend.call(request.name, request.input, { person: request.person })
    send({ id: request.id, result })
  })
}
