import { z } from 'zod'
import { failureSchema, type Result } from '../../src/shared/api/result.ts'
import { type TestNewsroom, typedCall } from '../helpers/newsroom.ts'
import { connect, enter } from '../helpers/web-client.ts'
import type { RunningHost } from './desk.ts'

const resultSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
])

/** A running program spoken to past its screens, by the socket that its windows use. */
export interface Door extends Pick<TestNewsroom, 'call' | 'must'> {
  close(): void
}

export const openDoor = async ({ url }: RunningHost): Promise<Door> => {
  const { origin, port } = new URL(url)
  const host = { url, port: Number(port) }
  const client = await connect(host, await enter(host), origin)
  const call = typedCall({
    call: async (name, input, { person }): Promise<Result<unknown>> => {
      const result = resultSchema.parse(await client.send(name, input, person))
      return result.ok ? { ok: true, value: result.value } : result
    },
  })
  const must: TestNewsroom['must'] = async (operation, input, person) => {
    const result = await call(operation, input, person)
    if (!result.ok) throw new Error(`${operation.name}: ${result.failure.code} ${result.failure.what}`)
    return result.value
  }
  return { call, must, close: client.close }
}
