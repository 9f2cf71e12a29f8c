import { z } from 'zod'
import type { Backend } from '../backend/create-backend.ts'
import { failure, type Result } from '../shared/api/result.ts'
import { isTrustedSender, type SenderFrame } from './security.ts'

/** The two channels between a window and this process; the preload names the same ones. */
export const callChannel = 'newsroom:call'
export const eventChannel = 'newsroom:event'

const requestSchema = z.object({ name: z.string(), input: z.unknown(), person: z.string().nullable() })

/** Who called: the frame, and the number of its window. */
export interface Sender {
  readonly frame: SenderFrame | null
  readonly window: number
}

/** What carries the calls of all windows. */
export interface CallCarrier {
  /** Answers one call; throws for a stranger, who is told nothing. */
  carry(sender: Sender, request: unknown): Promise<Result<unknown>>
  /** Resolves when no call is under way any more. */
  idle(): Promise<void>
}

export interface CarrierParts {
  readonly backend: Pick<Backend, 'call'>
  /** Hears which window calls, of those that may. */
  readonly heard: (window: number) => void
  /** Operations of the desktop program itself; null for a name that is none of them. */
  readonly desktop: (name: string, input: unknown, window: number) => Promise<Result<unknown>> | null
  /** May a call go to the backend now? A failure is its answer instead; null lets it pass. */
  readonly before: (name: string) => Promise<Result<never> | null>
  /** Hears of every call that the backend has answered. */
  readonly answered: (name: string, result: Result<unknown>) => void
}

/** Carries the contract over the channel between windows and this process. */
export const createCallCarrier = ({ backend, heard, desktop, before, answered }: CarrierParts): CallCarrier => {
  const running = new Set<Promise<unknown>>()

  const answer = async (name: string, input: unknown, person: string | null, window: number): Promise<Result<unknown>> => {
    const own = desktop(name, input, window)
    if (own) return own
    const refusal = await before(name)
    if (refusal) return refusal
    const result = await backend.call(name, input, { person })
    answered(name, result)
    return result
  }

  return {
    carry: async (sender, request) => {
      if (!isTrustedSender(sender.frame)) throw new Error('чужая страница')
      heard(sender.window)
      const parsed = requestSchema.safeParse(request)
      if (!parsed.success) return failure('invalidInput', 'Непонятный запрос.')
      const { name, input, person } = parsed.data
      const call = answer(name, input, person, sender.window)
      running.add(call)
      try {
        return await call
      } finally {
        running.delete(call)
      }
    },
    idle: async () => {
      while (running.size > 0) await Promise.allSettled([...running])
    },
  }
}
