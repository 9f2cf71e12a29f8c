import { contract } from '../shared/api/contract.ts'
import type { Actor, Api, Handlers, Operation } from '../shared/api/operation.ts'
import { failure, type Result } from '../shared/api/result.ts'
import type { Need } from '../shared/staff/rights.ts'
import type { Environment } from './environment.ts'
import { fileFailure } from './file-failure.ts'

/** A handler without its types: `dispatch` has parsed the input by the operation's own schema before it gets here. */
export type AnyHandler = (input: never, actor: Actor) => Promise<Result<unknown>>

/** The handlers of one feature by the names of their operations. */
export const bind = <A extends Api>(api: A, handlers: Handlers<A>): ReadonlyMap<string, AnyHandler> =>
  new Map(Object.entries(api).map(([key, operation]) => [operation.name, handlers[key as keyof A] as AnyHandler]))

const operations: ReadonlyMap<string, Operation> = new Map(
  Object.values(contract)
    .flatMap((api): Operation[] => Object.values(api))
    .map((operation) => [operation.name, operation]),
)

/** What `dispatch` needs to know of the moment. */
export interface Gate {
  readonly handlers: ReadonlyMap<string, AnyHandler>
  /** Null, or who holds the folder that is open for reading only. */
  readonly readOnly: string | null
  /** Refuses whoever has not what an operation asks for. */
  readonly authorise: (need: Need, person: string | null) => Result<null>
}

/**
 * Carries out one request of a host: looks the operation up, asks whether the folder may be written to and
 * whether this person may, parses the input, calls.
 * Never throws: what no one expected becomes `internal` with a reference to the log.
 */
export const dispatch = async (
  environment: Environment,
  gate: Gate,
  name: string,
  input: unknown,
  actor: Actor,
): Promise<Result<unknown>> => {
  const operation = operations.get(name)
  if (!operation) return failure('invalidInput', `Программа не знает действия «${name}».`, { todo: 'Обновите программу.' })
  if (operation.effect === 'write' && gate.readOnly !== null)
    return failure('readOnly', `Папка открыта только для чтения: ${gate.readOnly}.`, {
      safe: 'В ней ничего не изменено.',
      todo: 'Закройте редакцию в другом окне или на другом компьютере и откройте папку снова.',
    })
  const allowed = gate.authorise(operation.need, actor.person)
  if (!allowed.ok) return allowed
  const parsed = operation.input.safeParse(input)
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'запрос').join(', ')
    return failure('invalidInput', `Неверные данные: ${places}.`, { safe: 'Ничего не изменено.', todo: 'Исправьте и повторите.' })
  }
  const handler = gate.handlers.get(name)
  if (!handler) return failure('noWorkspace', 'Папка редакции не открыта.', { todo: 'Откройте или создайте её.' })
  try {
    return await handler(parsed.data as never, actor)
  } catch (error) {
    const known = fileFailure(error)
    if (known) return known
    const reference = environment.newId().slice(0, 8)
    environment.log(`[${reference}] ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return failure('internal', 'Программа ошиблась, действие не выполнено.', {
      safe: 'Сохранённое не пострадало.',
      todo: `Повторите; если не поможет, сообщите разработчикам код ошибки ${reference}.`,
      reference,
    })
  }
}
