import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { PostCounts } from '../../src/shared/publishing/counts.ts'
import { type Fault, type FaultServer, type Reply, startFaultServer } from './fault-server.ts'
import { fieldsOf } from './http-form.ts'

const parameterSchema = z.object({
  name: z.string(),
  types: z.array(z.string()),
  required: z.boolean(),
  minimum: z.number().optional(),
})
const contractSchema = z.object({
  version: z.string(),
  methods: z.record(z.string(), z.object({ tokens: z.array(z.string()), parameters: z.array(parameterSchema) })),
})

/** The part of the official schema that this product uses. */
const vkApi = contractSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'contracts', 'vk-api.json'), 'utf8')))

/** An error as VK says it: with status 200. */
export const vkError = (code: number, taken = false): Fault => ({
  kind: 'answer',
  status: 200,
  taken,
  body: { error: { error_code: code, error_msg: `Error ${code}`, request_params: [] } },
})

export interface WallPost {
  readonly id: number
  readonly guid: string
  /** An edit changes what stands there. */
  text: string
  attachments: readonly string[]
}

export interface VkServer extends FaultServer {
  readonly group: string
  readonly keys: Readonly<Record<'community' | 'user' | 'service', string>>
  /** What is on the wall. Without the network's own guard against doubles: two of one `guid` are two. */
  readonly posts: readonly WallPost[]
  readonly photos: readonly string[]
  /** Every request for a post, refused ones too. */
  readonly requests: readonly { readonly method: string; readonly refused: string | null }[]
  doubles(): number
  /** What readers have done with the posts so far, the same for each. */
  read(counts: PostCounts): void
  /** Takes a right from the group's key. */
  forbid(right: string): void
}

class VkRefusal extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

const fits = (value: string, type: string): boolean => {
  if (type === 'integer') return /^-?\d+$/.test(value)
  if (type === 'number') return value !== '' && Number.isFinite(Number(value))
  if (type === 'boolean') return value === '0' || value === '1'
  return true
}

/** Checks a call against the schema: unknown, missing and wrongly typed parameters are refused. */
const checkCall = (method: string, given: URLSearchParams): void => {
  const known = vkApi.methods[method]
  if (!known) throw new VkRefusal(3, 'Unknown method passed')
  for (const name of given.keys())
    if (name !== 'v' && name !== 'access_token' && !known.parameters.some((parameter) => parameter.name === name))
      throw new VkRefusal(100, `unknown parameter ${name}`)
  for (const { name, types, required, minimum } of known.parameters) {
    const value = given.get(name)
    if (value === null) {
      if (required) throw new VkRefusal(100, `${name} is undefined`)
      continue
    }
    if (!types.some((type) => fits(value, type)) || (minimum !== undefined && Number(value) < minimum))
      throw new VkRefusal(100, `${name} is invalid`)
  }
  if (given.get('v') !== vkApi.version) throw new VkRefusal(8, 'Invalid request: versions below 5.199 are not known here')
}

/** VK on 127.0.0.1: holds every call against the official schema, keeps what was posted, makes trouble when told to. */
export const startVkServer = async (): Promise<VkServer> => {
  const group = '123456'
  const keys = { community: 'vk1.community-TEST', user: 'vk1.user-TEST', service: 'vk1.service-TEST' }
  const posts: (WallPost & { date: number })[] = []
  const photos: string[] = []
  const requests: { method: string; refused: string | null }[] = []
  const rights = new Set(['wall', 'photos', 'manage'])
  const waiting = new Set<string>()
  let lastId = 10
  let counts: PostCounts = { views: 0, likes: 0, reposts: 0, comments: 0 }

  const kindOf = (token: string | null): string => {
    if (token === keys.community) return 'group'
    if (token === keys.user) return 'user'
    if (token === keys.service) return 'service'
    throw new VkRefusal(5, 'User authorization failed: invalid access_token')
  }
  const attachmentsOf = (written: string | null): readonly string[] => {
    const all = written === null ? [] : written.split(',')
    if (all.length > 10) throw new VkRefusal(100, 'attachments: too many')
    if (all.filter((each) => /^https?:/.test(each)).length > 1) throw new VkRefusal(100, 'attachments: one link at most')
    for (const each of all)
      if (!/^https?:\/\//.test(each) && !photos.includes(each)) throw new VkRefusal(100, `attachments: ${each} is not there`)
    return all
  }
  const ownWall = (given: URLSearchParams): void => {
    if (given.get('owner_id') !== `-${group}`) throw new VkRefusal(15, 'Access denied: no such group')
  }
  const call = (method: string, given: URLSearchParams, root: string): Reply => {
    checkCall(method, given)
    const token = kindOf(given.get('access_token'))
    if (!vkApi.methods[method]?.tokens.includes(token))
      throw new VkRefusal(token === 'group' ? 27 : 28, 'method is unavailable with this auth')
    const say = (response: unknown, matter = 'question', take?: () => void): Reply => ({
      matter,
      body: () => ({ response: typeof response === 'function' ? response() : response }),
      ...(take ? { take } : {}),
    })
    if (method === 'groups.getById') return say({ groups: [{ id: Number(group), name: 'Газета' }] })
    if (method === 'groups.getTokenPermissions')
      return say({ mask: 1, permissions: [...rights].map((name) => ({ name, setting: 1 })) })
    if (method === 'photos.getWallUploadServer' || method === 'photos.getMessagesUploadServer')
      return say({ upload_url: `${root}/upload`, album_id: -14, user_id: 0 }, 'upload')
    if (method === 'photos.saveWallPhoto' || method === 'photos.saveMessagesPhoto') {
      const brought = given.get('photo') ?? ''
      if (!waiting.has(brought)) throw new VkRefusal(129, 'Invalid photo')
      lastId += 1
      const wall = method === 'photos.saveWallPhoto'
      const saved = { id: lastId, owner_id: wall ? 77 : -Number(group), album_id: -14, date: 1, has_tags: false }
      const key = wall ? {} : { access_key: `key${lastId}` }
      const name = `photo${saved.owner_id}_${saved.id}${wall ? '' : `_key${lastId}`}`
      return say([{ ...saved, ...key }], 'save', () => void photos.push(name))
    }
    if (method === 'wall.get') {
      ownWall(given)
      const items = posts.map(({ id, text, date }) => ({ id, text, date, owner_id: -Number(group) })).reverse()
      return say({ count: items.length, items: items.slice(0, Number(given.get('count') ?? 20)) }, 'lookup')
    }
    if (method === 'wall.getById') {
      const wanted = (given.get('posts') ?? '').split(',')
      if (wanted.length > 100 || !wanted.every((each) => /^-?\d+_\d+$/.test(each))) throw new VkRefusal(100, 'posts is invalid')
      const told = (name: keyof PostCounts) => (counts[name] === null ? {} : { [name]: { count: counts[name] } })
      const shown = posts.filter(({ id }) => wanted.includes(`-${group}_${id}`))
      const all = { ...told('views'), ...told('likes'), ...told('reposts'), ...told('comments') }
      return say({ items: shown.map(({ id, text }) => ({ id, owner_id: -Number(group), text, ...all })) }, 'count')
    }
    ownWall(given)
    if (method === 'wall.delete') {
      const at = posts.findIndex(({ id }) => id === Number(given.get('post_id')))
      if (at < 0) throw new VkRefusal(15, 'Access denied: post is deleted')
      return say(1, 'change', () => void posts.splice(at, 1))
    }
    const text = (given.get('message') ?? '').trim()
    const attachments = attachmentsOf(given.get('attachments'))
    if (text === '' && attachments.length === 0) throw new VkRefusal(100, 'message or attachments are needed')
    if (text.length > 16_384) throw new VkRefusal(100, 'message is too long')
    if (method === 'wall.edit') {
      const post = posts.find(({ id }) => id === Number(given.get('post_id')))
      if (!post) throw new VkRefusal(15, 'Access denied: post is deleted')
      return say({ post_id: post.id }, 'change', () => void Object.assign(post, { text, attachments }))
    }
    if (given.get('from_group') !== '1' || !given.get('guid')) throw new VkRefusal(100, 'from_group and guid are wanted here')
    requests.push({ method, refused: null })
    let id = 0
    const take = () => {
      lastId += 1
      id = lastId
      posts.push({ id, guid: given.get('guid') ?? '', text, attachments, date: 1_700_000_000 + id })
    }
    return say(() => ({ post_id: id }), 'post', take)
  }
  const server = await startFaultServer((incoming, body, root) => {
    if (incoming.url === '/upload') {
      const boundary = /boundary=(\S+)$/.exec(incoming.headers['content-type'] ?? '')?.[1] ?? ''
      const file = fieldsOf(body, boundary).find(({ name, fileName }) => name === 'photo' && fileName !== null)
      const jpeg = file?.bytes[0] === 0xff && file.bytes[1] === 0xd8
      lastId += 1
      const photo = jpeg ? JSON.stringify([{ photo: `f${lastId}` }]) : '[]'
      return { matter: 'bring', body: { server: 1, photo, hash: 'h' }, take: () => void waiting.add(photo) }
    }
    const method = /^\/method\/([\w.]+)$/.exec(incoming.url ?? '')?.[1] ?? ''
    try {
      return call(method, new URLSearchParams(body.toString('utf8')), root)
    } catch (error) {
      if (!(error instanceof VkRefusal)) throw error
      if (method === 'wall.post') requests.push({ method, refused: error.message })
      return { matter: 'refused', body: { error: { error_code: error.code, error_msg: error.message } } }
    }
  })
  return {
    ...server,
    group,
    keys,
    posts,
    photos,
    requests,
    doubles: () => posts.length - new Set(posts.map(({ guid }) => guid)).size,
    read: (next) => {
      counts = next
    },
    forbid: (right) => void rights.delete(right),
  }
}
