import type { Backend } from '../backend/create-backend.ts'
import type { Environment } from '../backend/environment.ts'
import type { Input, Operation, Output } from '../shared/api/operation.ts'
import type { Failure } from '../shared/api/result.ts'
import { failureSchema } from '../shared/api/result.ts'

/** Ends a command with exit code 1: something was refused or failed. */
export class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.what)
    this.failure = failure
  }
}

/** Ends a command with exit code 2: the words of the call are off. */
export class WrongUsage extends Error {}

/** What a command line said: positional words, and options by name without dashes. */
export interface CommandLine {
  readonly words: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** How a command prints: `value` for programs, `lines` for people. `failed` makes the exit code 1 all the same. */
export interface CommandOutput {
  readonly value: unknown
  readonly lines: readonly string[]
  readonly failed?: boolean
}

export interface CommandContext {
  readonly environment: Environment
  readonly backend: Backend
  /** What opens the key of the person a command acts for; null where nobody said. */
  readonly personPassphrase: string | null
  /** Tells a person how far a long command is; silent where a program listens. */
  readonly progress: (line: string) => void
  /** Prints at once instead of at the end: for commands that then go on running. They return null. */
  readonly announce: (output: CommandOutput) => void
  /** Calls the backend; a failure ends the command. */
  readonly call: <O extends Operation>(operation: O, input: Input<O>, person?: string | null) => Promise<Output<O>>
}

/** One command: how it is called, in Russian, and what it does. */
export interface Command {
  /** Its words, such as `issue create`. */
  readonly name: string
  readonly synopsis: string
  readonly summary: string
  /** Least and most positional words after the name. */
  readonly words: readonly [number, number]
  readonly flags: readonly string[]
  readonly values: readonly string[]
  readonly run: (line: CommandLine, context: CommandContext) => Promise<CommandOutput | null>
}

/** The one value of an option, or undefined. */
export const optional = (line: CommandLine, name: string): string | undefined => line.values.get(name)?.at(-1)

/** The one value of an option that must be there. */
export const required = (line: CommandLine, name: string): string => {
  const value = optional(line, name)
  if (value === undefined) throw new WrongUsage(`нужен ключ --${name}`)
  return value
}

/** The positional word at a place; `Command.words` has made sure that it is there. */
export const word = (line: CommandLine, index: number): string => line.words[index] ?? ''

/** A value that must be one of a few. */
export const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) throw new WrongUsage(`${name}: «${value}» — можно ${allowed.join(', ')}`)
  return found
}

/** A whole number within bounds. */
export const wholeNumber = (name: string, value: string, least: number, most: number): number => {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new WrongUsage(`${name}: нужно целое число от ${least} до ${most}`)
  return number
}

/** Binds `call` of a context to a backend. */
export const caller =
  (backend: Backend): CommandContext['call'] =>
  async (operation, input, person = null) => {
    const result = await backend.call(operation.name, input, { person })
    if (!result.ok) throw new Refused(failureSchema.parse(result.failure))
    return operation.output.parse(result.value) as Output<typeof operation>
  }
