import { z } from 'zod'
import { type BackendEvent, eventSchema } from '../../shared/api/events.ts'
import type { Operation } from '../../shared/api/operation.ts'
import { type Failure, failureSchema, type Result, success } from '../../shared/api/result.ts'
import { type DesktopEvent, desktopEventSchema } from '../../shared/desktop/events.ts'
import type { Messages } from '../i18n/ru.ts'
import type { Bridge, ConnectionState } from './bridge.ts'

/** Asks for one operation; answers are checked, and every failure is a value. */
export type Call = <I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  input: z.input<I>,
) => Promise<Result<z.output<O>>>

/** Who is at this window; every call carries it. */
export interface Identity {
  readonly current: () => string | null
  readonly set: (person: string | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** The desktop program around this window: it answers the operations of `desktopApi`. */
export interface Desktop {
  readonly subscribe: (listener: (event: DesktopEvent) => void) => () => void
  /** The path of a file that was dropped, empty for one that has none. */
  readonly pathOf: (file: File) => string
}

export interface Client {
  readonly identity: Identity
  readonly call: Call
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void
  readonly connection: ConnectionState
  /** The failure of a call that got no answer. */
  readonly lost: () => Failure
  /** Null in a browser. */
  readonly desktop: Desktop | null
}

const envelopeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
])

const createIdentity = (): Identity => {
  let person: string | null = null
  const listeners = new Set<() => void>()
  return {
    current: () => person,
    set: (next) => {
      if (next === person) return
      person = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The failure of a call that got no answer, in words of the moment. */
export const lostFailure = (words: Messages['api']): Failure => ({ code: 'unavailable', ...words.lost })

/**
 * A client over a bridge; nobody is at the window until `identity` says who. `words` are asked for at each failure,
 * because the language may change while the window is open.
 */
export const createClient = (bridge: Bridge, words: () => Messages['api']): Client => {
  const identity = createIdentity()
  const misunderstood = (operation: string, reference: string): Result<never> => ({
    ok: false,
    failure: { code: 'internal', ...words().misunderstood, reference: `${operation}: ${reference}` },
  })
  return {
    identity,
    call: async (operation, input) => {
      let answer: unknown
      try {
        answer = await bridge.send(operation.name, input, identity.current())
      } catch (error) {
        return misunderstood(operation.name, error instanceof Error ? error.message : String(error))
      }
      const envelope = envelopeSchema.safeParse(answer)
      if (!envelope.success) return misunderstood(operation.name, z.prettifyError(envelope.error))
      if (!envelope.data.ok) return envelope.data
      const output = operation.output.safeParse(envelope.data.value)
      return output.success ? success(output.data) : misunderstood(operation.name, z.prettifyError(output.error))
    },
    subscribe: (listener) =>
      bridge.subscribe((event) => {
        const parsed = eventSchema.safeParse(event)
        if (parsed.success) listener(parsed.data)
      }),
    connection: bridge.connection,
    lost: () => lostFailure(words()),
    desktop: bridge.pathOf && {
      pathOf: bridge.pathOf,
      subscribe: (listener) =>
        bridge.subscribe((event) => {
          const parsed = desktopEventSchema.safeParse(event)
          if (parsed.success) listener(parsed.data)
        }),
    },
  }
}
