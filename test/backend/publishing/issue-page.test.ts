import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { issueHandlers } from '../../../src/backend/issue/issue-handlers.ts'
import { crashPoints } from '../../../src/backend/publishing/sending-dependencies.ts'
import {
  addPicture,
  codeOf,
  type Desk,
  newPlace,
  openDesk,
  type Place,
  p,
  photo,
  story,
  value,
} from '../../helpers/publishing.ts'
import { startWebhookServer } from '../../helpers/webhook-server.ts'
import { startWordpressServer } from '../../helpers/wordpress-server.ts'

const smm = { person: 'smm' }
const chief = { person: 'chief' }

/** A newsroom with a site of the test's own and an issue of two stories, of which the first is on the site. */
const withIssue = async (more: Parameters<typeof openDesk>[1] = {}) => {
  const server = await startWordpressServer()
  onTestFinished(() => server.close())
  const place = await newPlace()
  const desk = await openDesk(place, more)
  onTestFinished(() => desk.close())
  const settings = { site: server.site, user: server.user, categories: 'Право = 7' }
  value(await desk.handlers.addChannel({ id: 'wp', kind: 'wordpress', settings, secret: server.password }, chief))
  const issues = issueHandlers(desk.newsroom)
  const { serial } = value(await issues.create({ plannedFor: '2026-12-02', pages: 2, columns: null }, chief))
  const picture = await addPicture(desk, 10)
  const put = async (headline: string, page: number): Promise<string> => {
    const article = await desk.approved(story(headline, photo(picture, 'Подпись'), p(`Текст «${headline}».`)))
    value(await issues.place({ issue: serial, article, page, before: null, continuation: null }, chief))
    return article
  }
  const first = await put('Отпуск [перенесли] & сократили', 1)
  const second = await put('Зарплата', 2)
  await desk.publish(first, 'wp')
  await desk.drain()
  return { server, place, desk, serial, first, second }
}

const order = (desk: Desk, issue: string) => desk.handlers.publishIssue({ issue, channel: 'wp', job: 'page' }, smm)
const stateOf = async (desk: Desk, issue: string) => {
  const [state] = value(await desk.handlers.issuePages({ issue }, smm))
  if (!state) throw new Error('нет сайта')
  return state
}
const pagesOf = (server: { readonly posts: readonly { readonly type: string }[] }) =>
  server.posts.filter(({ type }) => type === 'pages').length

test('O60 the page of an issue: its PDF, its cover, every story with its link; ordered again it is the same one', async () => {
  const { server, desk, serial } = await withIssue()
  expect(codeOf(await desk.handlers.publishIssue({ issue: serial, channel: 'wp', job: 'x' }, { person: 'reporter' }))).toBe(
    'forbidden',
  )
  const { delivery } = value(await order(desk, serial))
  expect(codeOf(await order(desk, serial))).toBe('conflict')
  const library = server.media.length
  expect(await desk.drain()).toBe(1)
  expect(await desk.drain()).toBe(0)
  expect(await desk.delivery(delivery)).toMatchObject({ status: 'published', headline: `№ ${serial}`, checkable: true })

  const page = server.posts.find(({ type }) => type === 'pages')
  const [cover, pdf] = server.media.slice(library)
  if (!page || !cover || !pdf) throw new Error('на сайте не всё')
  expect(server.media).toHaveLength(library + 2)
  expect(page).toMatchObject({ title: `№ ${serial}`, status: 'publish', featured: cover.id, categories: [] })
  expect(page.slug).toMatch(/^nomer-[\d-]+-[0-9a-f]{10}$/)
  expect(page.content).toContain(`<a href="${pdf.url}">Открыть номер целиком</a>`)
  expect(page.content).toContain(cover.url)
  const link = server.posts.find(({ type }) => type === 'posts')
  expect(page.content).toContain(
    `<li><a href="${server.site}/${link?.slug}/">Отпуск &#91;перенесли&#93; &amp; сократили</a>, с. 1</li><li>Зарплата, с. 2</li>`,
  )
  expect(page.content).not.toContain('media:')
  expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  // The cover is a picture of a page and no empty sheet.
  const { width = 0, height = 0 } = await sharp(cover.bytes).metadata()
  expect([width, height > width]).toEqual([1200, true])
  const { channels } = await sharp(cover.bytes).stats()
  expect(Math.min(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10)

  expect(await stateOf(desk, serial)).toMatchObject({
    channel: 'wp',
    removed: false,
    differs: null,
    post: { url: expect.any(String) },
  })
  const again = await order(desk, serial)
  expect(again.ok ? '' : again.failure.what).toBe('Страница номера на сайте уже такая.')
})

test('O61 what is not approved, is under an embargo or is still on its way to the site stays in the house, and is named', async () => {
  const { server, place, desk, serial, second } = await withIssue()
  value(await desk.handlers.setEmbargo({ article: second, until: place.clock.now + 60_000 }, smm))
  const early = await order(desk, serial)
  expect(early.ok ? '' : early.failure.what).toContain('под эмбарго')
  value(await desk.handlers.setEmbargo({ article: second, until: null }, smm))
  await desk.publish(second, 'wp')
  const coming = await order(desk, serial)
  expect(coming.ok ? '' : coming.failure.what).toBe('На сайт ещё отправляется 1 материал номера.')
  await desk.drain()
  await desk.retitle(second, 'Другое')
  expect(codeOf(await order(desk, serial))).toBe('changedAfterApproval')
  expect(pagesOf(server)).toBe(0)
})

test('O61 a story that changed, or came to the site, after the page was made up: held, with the reason; made up anew it goes', async () => {
  const { server, place, desk, serial, second } = await withIssue()
  const { delivery } = value(await order(desk, serial))
  await desk.publish(second, 'wp')
  // The page was ordered first; the story comes out by another run.
  const { newsroom } = desk
  await newsroom.outbox.change(delivery, (row) => ({ ...row, dueAt: row.dueAt + 1 }))
  place.clock.now += 1
  await desk.drain()
  expect(await desk.delivery(delivery)).toMatchObject({
    status: 'held',
    reason: expect.stringContaining('на сайте появилось ещё 1 материал'),
  })
  expect(pagesOf(server)).toBe(0)
  // Sent «all the same» it is held again: the links it lacks would not come by themselves.
  value(await desk.handlers.resolve({ delivery, outcome: 'sendAgain', url: null }, chief))
  expect(await desk.drain()).toBe(0)
  expect((await desk.delivery(delivery)).status).toBe('held')
  expect(value(await order(desk, serial)).delivery).toBe(delivery)
  await desk.retitle(second, 'Другое')
  await desk.drain()
  expect(await desk.delivery(delivery)).toMatchObject({
    status: 'held',
    reason: expect.stringContaining('изменились полосы номера'),
  })
  await desk.approve(second)
  value(await order(desk, serial))
  expect(await desk.drain()).toBe(1)
  expect(pagesOf(server)).toBe(1)
})

test('O62 a page that is out is changed by a person’s word and taken away again; files that stay are not brought again', async () => {
  const { server, desk, serial, second } = await withIssue()
  const { delivery } = value(await order(desk, serial))
  await desk.drain()
  const files = server.media.length
  await desk.publish(second, 'wp')
  await desk.drain()
  const photos = server.media.length - files
  expect((await stateOf(desk, serial)).differs).toBe('на сайте появилось ещё 1 материал')
  const changed = value(await order(desk, serial))
  expect(changed.delivery).not.toBe(delivery)
  server.trouble('post', { kind: 'cut', taken: true })
  await desk.drain()
  expect(await desk.delivery(changed.delivery)).toMatchObject({ status: 'queued', purpose: 'edit' })
  await desk.newsroom.outbox.change(changed.delivery, (row) => ({ ...row, dueAt: 0 }))
  expect(await desk.drain()).toBe(1)
  expect(pagesOf(server)).toBe(1)
  expect(server.media).toHaveLength(files + photos)
  expect(server.posts.find(({ type }) => type === 'pages')?.content.match(/<li><a /g)).toHaveLength(2)
  expect(await stateOf(desk, serial)).toMatchObject({ differs: null, change: { purpose: 'edit', status: 'published' } })

  const removal = value(await desk.handlers.removeIssuePage({ issue: serial, channel: 'wp' }, smm))
  expect(await desk.drain()).toBe(1)
  expect(await desk.delivery(removal.delivery)).toMatchObject({ status: 'published', purpose: 'remove' })
  expect(server.posts.find(({ type }) => type === 'pages')?.status).toBe('trash')
  expect(await stateOf(desk, serial)).toMatchObject({ removed: true })
  expect(codeOf(await desk.handlers.removeIssuePage({ issue: serial, channel: 'wp' }, smm))).toBe('conflict')
  expect(codeOf(await order(desk, serial))).toBe('conflict')
})

test('O63 an answer that is lost: a file is found by its name and a page by its address, neither is brought again', async () => {
  const { server, place, desk, serial } = await withIssue()
  const { delivery } = value(await order(desk, serial))
  const before = server.media.length
  server.trouble('upload', { kind: 'cut', taken: true }, { kind: 'cut', taken: true })
  server.trouble('post', { kind: 'cut', taken: true })
  for (let round = 0; round < 6; round += 1) {
    await desk.drain()
    place.clock.now += 600_000
  }
  expect(await desk.delivery(delivery)).toMatchObject({ status: 'published', attempts: 1 })
  expect(server.media).toHaveLength(before + 2)
  expect(pagesOf(server)).toBe(1)
})

test('O61 a file of the page that was swapped on the disk does not go out', async () => {
  const { server, desk, place, serial } = await withIssue()
  const { delivery } = value(await order(desk, serial))
  const { issuePage } = desk.newsroom.outbox.rows.get(delivery) ?? {}
  await writeFile(join(place.folder, 'issue-pages', issuePage?.pdf.hash ?? ''), 'другое')
  await desk.drain()
  expect(await desk.delivery(delivery)).toMatchObject({ status: 'needsPerson', reason: expect.stringContaining('повреждён') })
  expect(pagesOf(server)).toBe(0)
  value(await order(desk, serial))
  expect(await desk.drain()).toBe(1)
})

/** Puts a newsroom and its home back as they were; the paths must stay, for a copy elsewhere may not send. */
const restore = async ({ folder, home }: Place, to: 'save' | 'load'): Promise<void> => {
  for (const path of [folder, home]) {
    const [from, into] = to === 'save' ? [path, `${path}-saved`] : [`${path}-saved`, path]
    await rm(into, { recursive: true, force: true })
    await cp(from, into, { recursive: true })
  }
}

test('O5 O60 ended at every point of sending a page: out exactly once, or named unknown until the site has answered', async () => {
  const { server, place, desk, serial } = await withIssue()
  const { delivery } = value(await order(desk, serial))
  await desk.close()
  await restore(place, 'save')
  const passed = new Set<string>()
  const now = place.clock.now
  for (let stop = 1, ended = true; ended; stop += 1) {
    await restore(place, 'load')
    server.clear()
    place.clock.now = now
    let count = 0
    ended = false
    const dying = await openDesk(place, {
      dependencies: {
        crashPoint: (point) => {
          count += 1
          if (count !== stop) return
          passed.add(point)
          ended = true
          throw new Error('конец')
        },
      },
    })
    await dying.handlers.drain({}, { person: null }).catch(() => undefined)
    await dying.close()
    const again = await openDesk(place)
    let status = ''
    for (let round = 0; round < 4 && status !== 'published'; round += 1) {
      await again.drain()
      status = (await again.delivery(delivery)).status
      expect(['published', 'unknown', 'queued']).toContain(status)
      place.clock.now += 61_000
    }
    expect(status).toBe('published')
    expect(await again.drain()).toBe(0)
    await again.close()
    expect(pagesOf(server)).toBe(1)
    expect(server.media).toHaveLength(2)
  }
  // A first attempt is not looked for.
  expect([...passed].sort()).toEqual(crashPoints.filter((point) => point !== 'lookedUp').sort())
}, 60_000)

test('O60 O62 a site on any other system gets the page as signed JSON, its change and its removal', async () => {
  const { place, desk, serial, second } = await withIssue()
  const server = await startWebhookServer()
  onTestFinished(() => server.close())
  const settings = { address: server.address }
  value(await desk.handlers.addChannel({ id: 'site', kind: 'webhook', settings, secret: server.key }, chief))
  const onSite = () => desk.handlers.publishIssue({ issue: serial, channel: 'site', job: 'page' }, smm)
  const { delivery } = value(await onSite())
  expect(await desk.drain()).toBe(1)
  expect(server.posts).toMatchObject([
    { kind: 'issue', title: `№ ${serial}`, photos: [{ type: 'image/jpeg' }, { type: 'application/pdf' }] },
  ])
  const [page] = server.posts
  for (const { id } of page?.photos ?? []) expect(page?.html).toContain(`="media:${id}"`)
  await desk.publish(second, 'wp')
  await desk.drain()
  place.clock.now += 1000
  value(await onSite())
  expect(await desk.drain()).toBe(1)
  expect(server.posts.map(({ id, html }) => [id, html.match(/<li><a /g)?.length])).toEqual([[`${delivery}-0`, 2]])
  value(await desk.handlers.removeIssuePage({ issue: serial, channel: 'site' }, smm))
  expect(await desk.drain()).toBe(1)
  expect(server.posts).toEqual([])
})
