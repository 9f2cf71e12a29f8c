import { z } from 'zod'

/**
 * Why an operation was refused. `code` is for programs; the three sentences are for people:
 * `what` happened, what is `safe`, what `todo` about it.
 */
export const failureSchema = z.object({
  code: z.enum([
    'notFound',
    'invalidInput',
    'forbidden',
    'conflict',
    'readOnly',
    'noWorkspace',
    'damaged',
    'diskFull',
    'unavailable',
    'cancelled',
    'changedAfterApproval',
    'notApproved',
    'preflight',
    'openSuggestions',
    'internal',
  ]),
  what: z.string(),
  safe: z.string().optional(),
  todo: z.string().optional(),
  /** Identifies the log entry of an `internal` failure, or the file a `damaged` one is about. */
  reference: z.string().optional(),
})

export type Failure = z.infer<typeof failureSchema>
export type FailureCode = Failure['code']

/** An expected outcome: a value, or a failure that people can read. Bugs throw instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export const success = <T>(value: T): Result<T> => ({ ok: true, value })

export const failure = (code: FailureCode, what: string, more: Omit<Failure, 'code' | 'what'> = {}): Result<never> => ({
  ok: false,
  failure: { code, what, ...more },
})

/** The three sentences of a failure as one text. */
export const describeFailure = (f: Failure): string => [f.what, f.safe, f.todo].filter(Boolean).join(' ')
