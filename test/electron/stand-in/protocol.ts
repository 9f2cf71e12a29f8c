import { z } from 'zod'
import { policyForPage, toPage, toProgram } from './address.ts'
import { options, strict } from './strict.ts'

type Handler = (request: Request) => Response | Promise<Response>

const schemes = new Set<string>()
const handlers = new Map<string, Handler>()
let sealed = false

/** From now on, as in Electron, no further scheme can be made privileged. */
export const sealSchemes = (): void => {
  sealed = true
}

export const pageAddress = (address: string): string => toPage(address, schemes)
export const programAddress = (address: string): string => toProgram(address, schemes)

const privilegesSchema = z.strictObject({
  standard: z.literal(true),
  secure: z.literal(true),
  supportFetchAPI: z.literal(true),
  codeCache: z.boolean().optional(),
  stream: z.boolean().optional(),
})

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list: unknown) => {
    if (sealed) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    const schema = z.array(z.strictObject({ scheme: z.string(), privileges: privilegesSchema }))
    for (const { scheme } of options('protocol.registerSchemesAsPrivileged', schema, list)) schemes.add(scheme)
  },
  handle: (scheme: string, handler: Handler) => {
    if (!schemes.has(scheme)) throw new Error(`Схема ${scheme} не объявлена: registerSchemesAsPrivileged`)
    if (handlers.has(scheme)) throw new Error(`Схему ${scheme} уже кто-то обслуживает`)
    handlers.set(scheme, handler)
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
  unhandle: (scheme: string) => {
    handlers.delete(scheme)
  },
})

export interface PageRequest {
  readonly address: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

export interface PageAnswer {
  readonly status: number
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly bytes: Uint8Array
}

const headerForPage = (name: string, value: string): string => {
  if (/^content-security-policy/i.test(name)) return policyForPage(value, schemes)
  return /^location$/i.test(name) ? pageAddress(value) : value
}

/** Answers a page's request for an address of an own scheme; null when no scheme of ours is meant. */
export const answerRequest = async ({ address, method, headers, body }: PageRequest): Promise<PageAnswer | null> => {
  const url = programAddress(address)
  const scheme = new URL(url).protocol.slice(0, -1)
  if (!schemes.has(scheme)) return null
  const handler = handlers.get(scheme)
  if (!handler) throw new Error(`Схему ${scheme} никто не обслуживает`)
  const own = Object.entries(headers).map(([name, value]): [string, string] => [name, programAddress(value)])
  const response = await handler(new Request(url, { method, headers: own, ...(body === undefined ? {} : { body }) }))
  return {
    status: response.status,
    headers: [...response.headers].map(([name, value]) => ({ name, value: headerForPage(name, value) })),
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}
