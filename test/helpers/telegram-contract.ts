import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const fieldsSchema = z.array(z.object({ name: z.string(), types: z.array(z.string()), required: z.boolean() }))
const contractSchema = z.object({
  methods: z.record(z.string(), z.object({ returns: z.array(z.string()), fields: fieldsSchema })),
  types: z.record(z.string(), z.object({ fields: fieldsSchema })),
})

/** The part of the official Bot API schema that this product uses. */
export const botApi = contractSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'contracts', 'telegram-bot-api.json'), 'utf8')),
)

/** A request that the Bot API would answer with 400 and this description. */
export class BadRequest extends Error {}

const bad = (description: string): never => {
  throw new BadRequest(`Bad Request: ${description}`)
}

/** A file in a multipart request. */
export interface SentFile {
  readonly file: true
  readonly bytes: Uint8Array
}
export const isFile = (value: unknown): value is SentFile => typeof value === 'object' && value !== null && 'file' in value

const fits = (value: unknown, type: string, path: string): boolean => {
  const list = /^Array of (.+)$/.exec(type)?.[1]
  if (list !== undefined) return Array.isArray(value) && value.every((item, i) => fits(item, list, `${path}[${i}]`))
  if (type === 'String') return typeof value === 'string'
  if (type === 'Integer') return Number.isSafeInteger(value)
  if (type === 'Boolean') return typeof value === 'boolean'
  if (type === 'InputFile') return isFile(value)
  const fields = botApi.types[type]?.fields
  if (!fields || typeof value !== 'object' || value === null) return false
  checkFields(Object.fromEntries(Object.entries(value)), fields, path)
  return true
}

/** Checks named values against a method's or a type's fields: unknown, missing and of another type are refused. */
const checkFields = (values: Readonly<Record<string, unknown>>, fields: z.infer<typeof fieldsSchema>, path: string): void => {
  for (const name of Object.keys(values))
    if (!fields.some((field) => field.name === name)) bad(`unknown parameter "${path}${name}"`)
  for (const { name, types, required } of fields) {
    const value = values[name]
    if (value === undefined) {
      if (required) bad(`parameter "${path}${name}" is required`)
      continue
    }
    if (!types.some((type) => fits(value, type, `${path}${name}.`)))
      bad(`wrong type of "${path}${name}", expected ${types.join(' or ')}`)
  }
}

/** Checks a request's parameters; files that an album refers to may stand beside them. */
export const checkParameters = (method: string, parameters: Readonly<Record<string, unknown>>): void => {
  const fields = botApi.methods[method]?.fields ?? []
  const own = Object.entries(parameters).filter(([name, value]) => !isFile(value) || fields.some((field) => field.name === name))
  checkFields(Object.fromEntries(own), fields, '')
}

const allowedTags = new Set(['b', 'i', 'u', 's', 'a', 'code', 'pre', 'blockquote', 'tg-spoiler'])
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

const decodeEntities = (text: string): string =>
  text.replace(/&([^;\s]*;?)/g, (whole, name: string) => {
    const known = entities[name.replace(/;$/, '')]
    if (name.endsWith(';') && known !== undefined) return known
    const code = /^#(x?)([0-9a-f]+);$/i.exec(name)
    if (code?.[2]) return String.fromCodePoint(Number.parseInt(code[2], code[1] === '' ? 10 : 16))
    return bad(`can't parse entities: unsupported entity "${whole}"`)
  })

/** The text that readers see of a message in HTML mode; refuses tags and entities that the Bot API does not know. */
export const visibleText = (html: string): string => {
  const open: string[] = []
  let text = ''
  let at = 0
  for (const match of html.matchAll(/<([^<>]*)>/g)) {
    text += plain(html.slice(at, match.index))
    at = match.index + match[0].length
    const [, closing, name, rest] = /^(\/?)([a-z-]*)(.*)$/s.exec(match[1] ?? '') ?? []
    if (name === undefined || !allowedTags.has(name)) bad(`can't parse entities: Unsupported start tag "${name}"`)
    if (closing === '/') {
      if (open.pop() !== name) bad(`can't parse entities: Unmatched end tag "${name}"`)
      continue
    }
    if (name === 'a' ? !/^ href="[^"<>]+"$/.test(rest ?? '') : rest !== '')
      bad(`can't parse entities: bad attributes of "${name}"`)
    if (name === 'blockquote' && open.includes('blockquote')) bad("can't parse entities: blockquotes can't be nested")
    open.push(name ?? '')
  }
  text += plain(html.slice(at))
  if (open.length > 0) bad(`can't parse entities: Can't find end tag corresponding to start tag "${open.at(-1)}"`)
  return text.trim()
}

const plain = (piece: string): string => {
  if (/[<>]/.test(piece)) bad("can't parse entities: unescaped < or >")
  return decodeEntities(piece)
}

/** Checks what the schema only tells in words: lengths after entities, albums, pictures. Returns the visible text. */
export const checkMeaning = (method: string, parameters: Readonly<Record<string, unknown>>): string => {
  const textOf = (value: unknown, mode: unknown): string => {
    if (value === undefined) return ''
    if (mode !== undefined && mode !== 'HTML') bad('unsupported parse_mode')
    return mode === 'HTML' ? visibleText(String(value)) : String(value).trim()
  }
  const picture = (value: unknown): void => {
    if (!isFile(value)) throw new BadRequest('Bad Request: wrong file identifier/HTTP URL specified')
    if (value.bytes.length > 10_000_000) bad('file is too big')
    const jpeg = value.bytes[0] === 0xff && value.bytes[1] === 0xd8
    const png = value.bytes[0] === 0x89 && value.bytes[1] === 0x50
    if (!jpeg && !png) bad('IMAGE_PROCESS_FAILED')
  }
  if (method === 'sendMessage' || method === 'editMessageText') {
    const text = textOf(parameters.text, parameters.parse_mode)
    if (text === '') bad('message text is empty')
    if (text.length > 4096) bad('message is too long')
    return text
  }
  const caption = (value: unknown, mode: unknown): string => {
    const text = textOf(value, mode)
    if (text.length > 1024) bad('message caption is too long')
    return text
  }
  if (method === 'editMessageCaption') return caption(parameters.caption, parameters.parse_mode)
  if (method === 'sendPhoto') {
    picture(parameters.photo)
    return caption(parameters.caption, parameters.parse_mode)
  }
  if (method === 'sendMediaGroup') {
    const media = z.array(z.looseObject({ type: z.literal('photo'), media: z.string() })).parse(parameters.media)
    if (media.length < 2 || media.length > 10) bad('there must be 2-10 media in an album')
    for (const item of media) picture(parameters[item.media.replace(/^attach:\/\//, '')])
    return media.map((item) => caption(item.caption, item.parse_mode)).join('')
  }
  return ''
}
