import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import type { BackendEvent } from '../../shared/api/events.ts'
import type { Operation } from '../../shared/api/operation.ts'
import type { Failure } from '../../shared/api/result.ts'
import type { Connection } from './bridge.ts'
import type { Client } from './client.ts'

const ClientContext = createContext<Client | null>(null)

export const ClientProvider = ({ client, children }: { client: Client; children: ReactNode }) => (
  <ClientContext value={client}>{children}</ClientContext>
)

/** The client of this window: `call` and `subscribe`. */
export const useClient = (): Client => {
  const client = useContext(ClientContext)
  if (!client) throw new Error('useClient outside of ClientProvider')
  return client
}

export const useConnection = (): Connection => {
  const { connection } = useClient()
  return useSyncExternalStore(connection.subscribe, connection.current)
}

/** Calls `listener` for every event of the backend while the component is mounted. */
export const useBackendEvents = (listener: (event: BackendEvent) => void): void => {
  const client = useClient()
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => client.subscribe((event) => latest.current(event)), [client])
}

/** What a query depends on: the feature of a `changed` event, or the folder itself. */
export type Dependency = Extract<BackendEvent, { type: 'changed' }>['feature'] | 'workspace'

const concerns = (event: BackendEvent, dependencies: readonly Dependency[]): boolean =>
  event.type === 'changed'
    ? dependencies.includes(event.feature)
    : event.type === 'workspaceChanged' && dependencies.includes('workspace')

export interface Query<T> {
  /** The last answer to this very input; null until there is one. It stays while it is read again or that fails. */
  readonly value: T | null
  readonly failure: Failure | null
  readonly loading: boolean
  readonly refresh: () => void
}

interface Answer<T> {
  readonly key: string
  readonly value: T | null
  readonly failure: Failure | null
}

/**
 * Reads an operation and keeps the answer fresh: it is read again when something in `dependencies` changed, when
 * another person sits down and when a lost connection is back. An `input` of null asks nothing. Readings never overlap: changes that come during one
 * lead to one more.
 */
export const useQuery = <I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  input: z.input<I> | null,
  dependencies: readonly Dependency[] = [],
): Query<z.output<O>> => {
  const client = useClient()
  const key = `${operation.name} ${JSON.stringify(input)}`
  const [answer, setAnswer] = useState<Answer<z.output<O>> | null>(null)
  const [loading, setLoading] = useState(false)
  const latest = useRef({ operation, input, dependencies })
  useEffect(() => {
    latest.current = { operation, input, dependencies }
  })
  const refresh = useRef<() => void>(() => {})

  useEffect(() => {
    let live = true
    let running = false
    let again = false
    const read = async () => {
      const { operation, input } = latest.current
      if (input === null) return
      if (running) {
        again = true
        return
      }
      running = true
      setLoading(true)
      do {
        again = false
        const result = await client.call(operation, input)
        if (!live) return
        setAnswer((before) => ({
          key,
          value: result.ok ? result.value : before?.key === key ? before.value : null,
          failure: result.ok ? null : result.failure,
        }))
      } while (again)
      running = false
      setLoading(false)
    }
    refresh.current = () => void read()
    void read()
    const ignoreEvents = client.subscribe((event) => {
      if (concerns(event, latest.current.dependencies)) void read()
    })
    // Answers may depend on who asks: what is open to an editor is not to a reporter.
    const ignoreIdentity = client.identity.subscribe(() => void read())
    let before = client.connection.current()
    const ignoreConnection = client.connection.subscribe(() => {
      const now = client.connection.current()
      if (before === 'lost' && now === 'open') void read()
      before = now
    })
    return () => {
      live = false
      setLoading(false)
      ignoreEvents()
      ignoreIdentity()
      ignoreConnection()
    }
  }, [client, key])

  const current = answer?.key === key ? answer : null
  return {
    value: current?.value ?? null,
    failure: current?.failure ?? null,
    loading: loading || (input !== null && current === null),
    refresh: useCallback(() => refresh.current(), []),
  }
}
