import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { bodyOf } from './http-form.ts'

/** What a server of the test's own does with the next request of a kind instead of answering it properly. */
export type Fault =
  /** Takes what it is sent and never answers. */
  | { readonly kind: 'hang' }
  /** Cuts the connection once it has the request. */
  | { readonly kind: 'cut'; readonly taken: boolean }
  /** An answer of another kind: an error in the network's own words, or a proxy's page. */
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body: unknown
      readonly taken: boolean
      readonly headers?: Readonly<Record<string, string>>
    }

/** A page of HTML instead of an answer. */
export const htmlPage = (status: number, taken: boolean): Fault => ({
  kind: 'answer',
  status,
  body: '<html>proxy</html>',
  taken,
})

/** What a server would say to a request, and what it would do for it. */
export interface Reply {
  /** Which faults may befall it. */
  readonly matter: string
  readonly status?: number
  /** Text as it is, anything else as JSON; a function is called after `take`. */
  readonly body: unknown
  /** What the request changes. */
  readonly take?: () => void
}

export interface FaultServer {
  readonly root: string
  /** The next requests of that kind meet these faults, one each. */
  fault(matter: string, ...next: readonly Fault[]): void
  /** Runs when a request of that kind was taken and its fault is at hand, before the answer. */
  onTaken(listener: ((matter: string) => void) | null): void
  close(): Promise<void>
}

const send = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
  const text = typeof body === 'string'
  response.writeHead(status, { 'content-type': text ? 'text/html' : 'application/json', ...headers })
  response.end(text ? body : JSON.stringify(body))
}

/** A server on 127.0.0.1 that answers by `handle` and makes trouble when told to. */
export const startFaultServer = async (
  handle: (incoming: IncomingMessage, body: Buffer, root: string) => Reply | Promise<Reply>,
): Promise<FaultServer> => {
  const faults = new Map<string, Fault[]>()
  let listener: ((matter: string) => void) | null = null
  let root = ''
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = await handle(incoming, await bodyOf(incoming), root)
    const fault = faults.get(reply.matter)?.shift()
    if (!fault || fault.kind === 'hang' || fault.taken) reply.take?.()
    listener?.(reply.matter)
    const said = typeof reply.body === 'function' ? reply.body() : reply.body
    if (!fault) return send(response, reply.status ?? 200, said)
    if (fault.kind === 'cut') response.socket?.destroy()
    if (fault.kind === 'answer') send(response, fault.status, fault.body, fault.headers)
  }
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error) => send(response, 500, { crashed: String(error) }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('нет порта')
  root = `http://127.0.0.1:${place.port}`
  return {
    root,
    fault: (matter, ...next) => {
      faults.set(matter, [...(faults.get(matter) ?? []), ...next])
    },
    onTaken: (next) => {
      listener = next
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
