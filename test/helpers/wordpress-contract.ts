import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

interface Facts {
  readonly type?: string | readonly string[] | undefined
  readonly enum?: readonly string[] | undefined
  readonly items?: Facts | undefined
}
const factsSchema: z.ZodType<Facts> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.string()).optional(),
    items: factsSchema.optional(),
  }),
)
const argumentsSchema = z.record(z.string(), factsSchema)
const contract = z
  .object({
    'posts.create': argumentsSchema,
    'posts.list': argumentsSchema,
    'posts.delete': argumentsSchema,
    'pages.create': argumentsSchema,
    'pages.list': argumentsSchema,
    'comments.list': argumentsSchema,
    'media.create': argumentsSchema,
    'media.list': argumentsSchema,
    'users.me': argumentsSchema,
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'contracts', 'wordpress-rest.json'), 'utf8')))

/** A request that WordPress would answer with this status and code. */
export class RestError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isSafeInteger(value) ? 'integer' : typeof value

/** Texts that are described as objects are taken as plain strings, too: WordPress's own way to set their raw form. */
const texts = new Set(['title', 'content', 'excerpt', 'caption', 'description'])

const complaintAbout = (name: string, value: unknown, facts: Facts): string | null => {
  if (texts.has(name) && typeof value === 'string') return null
  const types = facts.type === undefined ? [] : [facts.type].flat()
  if (types.length > 0 && !types.includes(typeOf(value))) return `${name} is not of type ${types.join(',')}.`
  if (facts.enum && !facts.enum.includes(String(value))) return `${name} is not one of ${facts.enum.join(', ')}.`
  const { items } = facts
  if (items && Array.isArray(value)) {
    const wrong = value.map((item, at) => complaintAbout(`${name}[${at}]`, item, items)).find((each) => each !== null)
    return wrong ?? null
  }
  return null
}

/**
 * Holds a request's arguments against what WordPress says of them. It passes unknown ones over in silence; a client that
 * sends one is mistaken, so that here they are refused.
 */
export const checkArguments = (resource: keyof typeof contract, given: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(given)) {
    const facts = contract[resource][name]
    if (!facts) throw new RestError(400, 'unknown_argument', `${resource} has no argument ${name}`)
    const complaint = complaintAbout(name, value, facts)
    if (complaint) throw new RestError(400, 'rest_invalid_param', `Invalid parameter(s): ${name}. ${complaint}`)
  }
}
