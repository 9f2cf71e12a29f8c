import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Backend, createBackend } from '../../src/backend/create-backend.ts'
import type { Environment } from '../../src/backend/environment.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import type { Input, Operation, Output } from '../../src/shared/api/operation.ts'
import type { Result } from '../../src/shared/api/result.ts'
import { workspaceApi } from '../../src/shared/workspace/api.ts'
import { temporaryFolder } from './temporary.ts'

/** The real environment with a home of the test's own and a clock that ticks a millisecond a reading. */
export const testEnvironment = (home: string, more: Partial<Environment> = {}): Environment => {
  let now = Date.UTC(2026, 10, 24, 9, 0, 0)
  return { ...nodeEnvironment(), home, now: () => now++, log: () => undefined, passphrase: 'demo', ...more }
}

/** A backend with an open newsroom of its own, and a typed `call` to it. */
export interface TestNewsroom {
  readonly folder: string
  readonly backend: Backend
  readonly environment: Environment
  call<O extends Operation>(operation: O, input: Input<O>, person?: string | null): Promise<Result<Output<O>>>
  /** The same, for what must succeed. */
  must<O extends Operation>(operation: O, input: Input<O>, person?: string | null): Promise<Output<O>>
}

/** Calls a backend with the types of the contract; the answer is checked against the operation's schema. */
export const typedCall =
  (backend: Pick<Backend, 'call'>): TestNewsroom['call'] =>
  async (operation, input, person = 'editorInChief') => {
    const result = await backend.call(operation.name, input, { person })
    return result.ok ? { ok: true, value: operation.output.parse(result.value) as Output<typeof operation> } : result
  }

/** Creates and opens a newsroom in a temporary folder; it is closed when the test ends. */
export const newNewsroom = async (
  options: { demo?: boolean; environment?: Partial<Environment> } = {},
): Promise<TestNewsroom> => {
  const root = await temporaryFolder()
  const folder = join(root, 'newsroom')
  const environment = testEnvironment(join(root, 'home'), options.environment)
  const backend = createBackend(environment, { sending: false })
  onTestFinished(() => backend.close())
  const call = typedCall(backend)
  const must: TestNewsroom['must'] = async (operation, input, person) => {
    const result = await call(operation, input, person)
    if (!result.ok) throw new Error(`${operation.name}: ${result.failure.code} ${result.failure.what}`)
    return result.value
  }
  await must(workspaceApi.create, { folder, demo: options.demo ?? false })
  return { folder, backend, environment, call, must }
}
