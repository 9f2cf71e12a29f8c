// Connections to a WordPress that is there are cut at moments by chance: NEWSROOM_TEST_WORDPRESS as in
// real-wordpress.test.ts, NEWSROOM_TEST_CUTS for how many. Without the address it is left out, by name.
import { request } from 'node:http'
import { expect, test } from 'vitest'
import type { Environment, HttpRequest } from '../../src/backend/environment.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import type { Delivery } from '../../src/shared/publishing/delivery.ts'
import { startDrain } from '../helpers/drain-process.ts'
import { seeded } from '../helpers/endurance.ts'
import { type Desk, newPlace, openDesk, p, story, value } from '../helpers/publishing.ts'

const given = process.env.NEWSROOM_TEST_WORDPRESS
const cuts = Number(process.env.NEWSROOM_TEST_CUTS ?? '20')
const url = new URL(given ?? 'http://user:password@localhost')
const seed = 20261125
const perRound = 10

const real = nodeEnvironment()
// The site answers one request after another; a slow machine is no failure.
const patient: Environment['http'] = (asked) => real.http({ ...asked, timeoutMs: 60_000 })

/** Where a connection breaks: within the request, so long after the whole of it, or within the answer. */
type Break =
  | { readonly at: 'request'; readonly share: number }
  | { readonly at: 'wait'; readonly ms: number }
  | { readonly at: 'answer' }

const cut = (asked: HttpRequest, where: Break): Promise<void> =>
  new Promise((done) => {
    const body = asked.body ?? new Uint8Array()
    const headers = { ...asked.headers, 'content-length': String(body.length) }
    const outgoing = request(asked.url, { method: asked.method, headers })
    outgoing.on('error', () => done())
    outgoing.on('close', () => done())
    const destroy = (): void => void outgoing.destroy()
    if (where.at === 'request') return void outgoing.write(body.subarray(0, Math.floor(body.length * where.share)), destroy)
    if (where.at === 'answer') outgoing.on('response', destroy)
    else outgoing.on('finish', () => setTimeout(destroy, where.ms))
    outgoing.end(body)
  })

interface Seen {
  readonly slug: string
  readonly title: { readonly rendered: string }
}

/** Every post of the site with this mark in its headline. */
const postsOf = async (mark: string): Promise<readonly Seen[]> => {
  const posts: Seen[] = []
  for (let page = 1; ; page += 1) {
    const answer = await fetch(
      `${url.origin}/?rest_route=/wp/v2/posts&per_page=100&page=${page}&search=${encodeURIComponent(mark)}&_fields=slug,title`,
    )
    if (!answer.ok) return posts
    const found: Seen[] = await answer.json()
    posts.push(...found)
    if (found.length < 100) return posts
  }
}

const deliveries = async (desk: Desk): Promise<readonly Delivery[]> =>
  value(await desk.handlers.outbox({}, { person: null })).deliveries

test.skipIf(given === undefined)(
  `O40 ${cuts} connections to a real WordPress cut by chance: each piece once`,
  async () => {
    const random = seeded(seed)
    const count = { pieces: 0, cuts: 0, kills: 0 }
    const where = { request: 0, wait: 0, answer: 0 }
    const breakOff = (): Break => {
      const kind = random()
      if (kind < 0.2) return { at: 'request', share: random() }
      return kind < 0.8 ? { at: 'wait', ms: Math.floor(random() * 400) } : { at: 'answer' }
    }
    const met = new Set<string>()
    const http: Environment['http'] = async (asked) => {
      const posts = asked.method === 'POST' && asked.url.includes('posts')
      const body = posts ? new TextDecoder().decode(asked.body ?? new Uint8Array()) : ''
      const slug = /"slug":"([^"]+)"/.exec(body)?.[1]
      // The first connection of each piece breaks.
      if (slug === undefined || met.has(slug) || count.cuts >= cuts) return patient(asked)
      met.add(slug)
      count.cuts += 1
      const chosen = breakOff()
      where[chosen.at] += 1
      await cut(asked, chosen)
      return { kind: 'unknown', reason: 'связь оборвалась' }
    }
    const place = { ...(await newPlace()), clock: { now: Date.now() } }
    const open = (): Promise<Desk> => openDesk(place, { environment: { http } })
    const first = await open()
    const settings = { site: url.origin, user: decodeURIComponent(url.username) }
    const channel = { id: 'wp', kind: 'wordpress' as const, settings, secret: decodeURIComponent(url.password) }
    expect(value(await first.handlers.addChannel(channel, { person: 'chief' })).problem).toBeNull()
    await first.close()
    const mark = `Обрывы${Date.now()}`
    while (count.cuts < cuts) {
      const desk = await open()
      for (let piece = 0; piece < perRound; piece += 1, count.pieces += 1)
        await desk.publish(await desk.approved(story(`${mark} № ${count.pieces}`, p('Текст материала.'))), 'wp')
      await desk.close()
      // The process that sends is killed, too, and what it was at is in doubt.
      const { signal } = await startDrain(place, { point: 'any', time: 1 + Math.floor(random() * 20) }).ended
      if (signal === 'SIGKILL') count.kills += 1
      const next = await open()
      await next.drain()
      await next.close()
    }
    const desk = await open()
    for (let round = 0; round < 12 && (await deliveries(desk)).some(({ status }) => status !== 'published'); round += 1) {
      place.clock.now += 301_000
      await desk.drain()
    }
    const out = await deliveries(desk)
    await desk.close()
    const posts = await postsOf(mark)
    const titles = posts.map(({ title }) => title.rendered)
    const totals = { ...count, published: out.filter(({ status }) => status === 'published').length, posts: posts.length }
    console.log({ seed, ...totals, where, doubles: titles.length - new Set(titles).size })
    expect(new Set(titles).size).toBe(titles.length)
    expect(posts.filter(({ slug }) => /-[0-9a-f]{10}-\d+$/.test(slug))).toEqual([])
    expect(totals).toMatchObject({ published: count.pieces, posts: count.pieces, cuts })
  },
  60_000 + cuts * 8_000,
)
