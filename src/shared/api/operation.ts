import type { z } from 'zod'
import type { Need } from '../staff/rights.ts'
import type { Result } from './result.ts'

/**
 * One thing the backend can be asked to do, declared as data: callers pass the operation itself,
 * hosts carry its `name`, and both ends check `input` and `output`.
 */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly name: string
  /** A `write` is refused while the folder is open read-only. */
  readonly effect: 'read' | 'write'
  /** What it asks of who calls it; asked before it is carried out, in one place for all. */
  readonly need: Need
  readonly input: I
  readonly output: O
}

export type Input<O> = O extends Operation<infer I, z.ZodType> ? z.input<I> : never
export type Output<O> = O extends Operation<z.ZodType, infer R> ? z.output<R> : never

/** Declares an operation that changes nothing in the folder. */
export const reading = <I extends z.ZodType, O extends z.ZodType>(name: string, input: I, output: O): Operation<I, O> => ({
  name,
  effect: 'read',
  need: 'everyone',
  input,
  output,
})

/** Declares an operation that needs a folder open for writing, and says who may call it. */
export const writing = <I extends z.ZodType, O extends z.ZodType>(
  name: string,
  need: Need,
  input: I,
  output: O,
): Operation<I, O> => ({
  name,
  effect: 'write',
  need,
  input,
  output,
})

/** A feature's operations, by the name its handlers carry. */
export type Api = Readonly<Record<string, Operation>>

/** Who asks: the staff member at this window or command line; null before anyone has said who they are. */
export interface Actor {
  readonly person: string | null
}

type ParsedInput<O> = O extends Operation<infer I, z.ZodType> ? z.output<I> : never

/** What implements an `Api`: one function an operation. */
export type Handlers<A extends Api> = {
  readonly [K in keyof A]: (input: ParsedInput<A[K]>, actor: Actor) => Promise<Result<Output<A[K]>>>
}
