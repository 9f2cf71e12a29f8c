// Runs against a WordPress that is there: NEWSROOM_TEST_WORDPRESS=http://USER:PASSWORD@127.0.0.1:8089 (an application
// password, spaces left out). It posts to that site; without the variable it is left out, by name.
import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Environment, HttpRequest } from '../../src/backend/environment.ts'
import { issueHandlers } from '../../src/backend/issue/issue-handlers.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { addPicture, type Desk, newPlace, openDesk, p, photo, story, value } from '../helpers/publishing.ts'

const given = process.env.NEWSROOM_TEST_WORDPRESS
const url = new URL(given ?? 'http://user:password@localhost')
const site = url.origin
const real = nodeEnvironment()

/** Writes a request whole and cuts the connection before any answer: the site goes on working. */
const cut = (asked: HttpRequest): Promise<void> =>
  new Promise((done) => {
    const outgoing = request(asked.url, { method: asked.method, headers: asked.headers })
    outgoing.on('error', () => done())
    outgoing.on('finish', () => setTimeout(() => outgoing.destroy(), 20))
    outgoing.on('close', () => done())
    outgoing.end(asked.body ?? undefined)
  })

const openSite = async () => {
  const cutting = { next: false }
  const http: Environment['http'] = async (asked) => {
    if (!cutting.next || asked.method !== 'POST' || !/wp\/v2\/(posts|pages)/.test(decodeURIComponent(asked.url)))
      return real.http(asked)
    cutting.next = false
    await cut(asked)
    return { kind: 'unknown', reason: 'связь оборвалась' }
  }
  const place = { ...(await newPlace()), clock: { now: Date.now() } }
  const desk = await openDesk(place, { environment: { http } })
  onTestFinished(() => desk.close())
  const settings = { site, user: decodeURIComponent(url.username) }
  const secret = decodeURIComponent(url.password)
  const connected = await desk.handlers.addChannel({ id: 'wp', kind: 'wordpress', settings, secret }, { person: 'chief' })
  expect(value(connected).problem).toBeNull()
  return { place, desk, cutting }
}

const postsOf = async (mark: string): Promise<readonly { slug: string; content: { rendered: string } }[]> =>
  (await fetch(`${site}/?rest_route=/wp/v2/posts&per_page=100&search=${encodeURIComponent(mark)}`)).json()

const order = async (desk: Desk, headline: string): Promise<string> => {
  const pictures = [await addPicture(desk, 40), await addPicture(desk, 80)]
  const body = [p('Лид & <проверка> [gallery] 😀', 'lead'), ...pictures.map((id) => photo(id, 'Подпись', 'И. Петров'))]
  return desk.publish(await desk.approved(story(headline, ...body)), 'wp')
}

test.skipIf(given === undefined)('a real WordPress takes an article with its photos, once', async () => {
  const { desk } = await openSite()
  const mark = `Проверка ${Date.now()}`
  const id = await order(desk, mark)
  expect(await desk.drain()).toBe(1)
  expect(await desk.drain()).toBe(0)
  expect(await desk.delivery(id)).toMatchObject({ status: 'published', url: expect.stringContaining(site) })
  const posts = await postsOf(mark)
  expect(posts).toHaveLength(1)
  expect(posts[0]?.content.rendered).toMatch(/<figure><img [^>]*wp-image-\d+[^>]*>/)
  expect(posts[0]?.content.rendered).toContain('&#91;gallery&#93; 😀')
})

test.skipIf(given === undefined)('a connection cut under a real WordPress: the post is found and not made again', async () => {
  const { place, desk, cutting } = await openSite()
  const mark = `Обрыв ${Date.now()}`
  const id = await order(desk, mark)
  cutting.next = true
  expect(await desk.drain()).toBe(0)
  expect((await desk.delivery(id)).status).toBe('unknown')
  await expect.poll(async () => (await postsOf(mark)).length, { timeout: 60_000 }).toBe(1)
  place.clock.now += 1_000
  expect(await desk.drain()).toBe(1)
  expect(await desk.delivery(id)).toMatchObject({ status: 'published', attempts: 1 })
  expect(await postsOf(mark)).toHaveLength(1)
})

test.skipIf(given === undefined)('what a real WordPress has not got is sent after two looks', async () => {
  const { place, desk } = await openSite()
  const mark = `Пропажа ${Date.now()}`
  const id = await order(desk, mark)
  await desk.close()
  // The request is lost before it reaches the site.
  const lost: Environment['http'] = async (asked) =>
    asked.method === 'POST' && /posts/.test(asked.url) ? { kind: 'unknown', reason: 'связь оборвалась' } : real.http(asked)
  const losing = await openDesk(place, { environment: { http: lost } })
  await losing.drain()
  await losing.close()
  const again = await openDesk(place, { environment: { http: real.http } })
  onTestFinished(() => again.close())
  expect(await again.drain()).toBe(0)
  expect((await again.delivery(id)).status).toBe('unknown')
  place.clock.now += 60_000
  expect(await again.drain()).toBe(1)
  expect(await again.delivery(id)).toMatchObject({ status: 'published', attempts: 2 })
  expect(await postsOf(mark)).toHaveLength(1)
})

const pageSchema = z.array(
  z.object({ slug: z.string(), title: z.object({ rendered: z.string() }), content: z.object({ rendered: z.string() }) }),
)
const mediaSchema = z.array(z.object({ slug: z.string(), source_url: z.string(), mime_type: z.string() }))

test.skipIf(given === undefined)('a real WordPress takes the page of an issue once, changes it and gives it up', async () => {
  const { place, desk, cutting } = await openSite()
  const issues = issueHandlers(desk.newsroom)
  const chief = { person: 'chief' }
  const { serial } = value(await issues.create({ plannedFor: '2026-12-02', pages: 2, columns: null }, chief))
  const mark = `Полоса ${Date.now()}`
  const articles: string[] = []
  for (const page of [1, 2]) {
    const article = await desk.approved(story(`${mark}, ${page}`, p('Текст.')))
    value(await issues.place({ issue: serial, article, page, before: null, continuation: null }, chief))
    articles.push(article)
  }
  const [first = '', second = ''] = articles
  await desk.publish(first, 'wp')
  await desk.drain()
  const order = () => desk.handlers.publishIssue({ issue: serial, channel: 'wp', job: 'page' }, chief)
  const { delivery } = value(await order())
  cutting.next = true
  await desk.drain()
  const { issuePage } = desk.newsroom.outbox.rows.get(delivery) ?? {}
  const slug = `nomer-${(serial.match(/\d+/g) ?? []).join('-')}-${delivery.slice(0, 10)}`
  const pages = async () =>
    pageSchema.parse(await (await fetch(`${site}/?rest_route=/wp/v2/pages&slug=${encodeURIComponent(slug)}`)).json())
  const library = async () => {
    const names = [issuePage?.pdf.name, issuePage?.cover.name].map((name) => (name ?? '').replace(/\.\w+$/, ''))
    const query = names.map((name) => `slug[]=${name}`).join('&')
    return mediaSchema.parse(await (await fetch(`${site}/?rest_route=/wp/v2/media&${query}`)).json())
  }
  expect((await desk.delivery(delivery)).status).toBe('unknown')
  await expect.poll(async () => (await pages()).length, { timeout: 60_000 }).toBe(1)
  place.clock.now += 1_000
  await desk.drain()
  expect(await desk.delivery(delivery)).toMatchObject({ status: 'published', attempts: 1, url: `${site}/${slug}/` })
  const [page] = await pages()
  expect(page?.content.rendered.match(/<li><a /g)).toHaveLength(1)
  const files = await library()
  expect(files.map(({ mime_type }) => mime_type).sort()).toEqual(['application/pdf', 'image/jpeg'])
  for (const { source_url } of files) expect((await fetch(source_url)).status).toBe(200)
  expect(page?.content.rendered).toContain(files.find(({ mime_type }) => mime_type === 'application/pdf')?.source_url)

  await desk.publish(second, 'wp')
  await desk.drain()
  value(await order())
  expect(await desk.drain()).toBe(1)
  expect((await pages()).map(({ content }) => content.rendered.match(/<li><a /g)?.length)).toEqual([2])
  expect(await library()).toHaveLength(2)

  value(await desk.handlers.removeIssuePage({ issue: serial, channel: 'wp' }, chief))
  expect(await desk.drain()).toBe(1)
  expect(await pages()).toEqual([])
})
