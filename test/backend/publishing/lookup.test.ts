import { rename } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { absenceGapMs, afterLookup } from '../../../src/backend/publishing/after-outcome.ts'
import type { LookupOutcome } from '../../../src/backend/publishing/channels/carrier.ts'
import { newSteps, type OutboxRow } from '../../../src/backend/publishing/outbox-row.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { mayBecome } from '../../../src/shared/publishing/delivery.ts'
import { addPicture, codeOf, type Desk, newPlace, openDesk, p, photo, story, value } from '../../helpers/publishing.ts'
import { startWordpressServer } from '../../helpers/wordpress-server.ts'

const smm = { person: 'smm' }

const unknownRow = (doubt: boolean): OutboxRow => ({
  schemaVersion: 3,
  article: 'a',
  channel: 'wp',
  purpose: 'post',
  corrects: null,
  contentHash: 'h',
  content: emptyContent,
  variant: null,
  form: 'article',
  approval: 'p',
  requestedBy: 'smm',
  queuedAt: 0,
  state: 'unknown',
  heldFor: null,
  attempts: 1,
  retries: 0,
  decisions: 1,
  steps: newSteps([{ kind: 'text', html: 'Т', photos: [], length: 1, limit: 10 }]).map((step) => ({ ...step, state: 'unknown' })),
  doubt,
  suspect: false,
  scheduledAt: null,
  dueAt: 0,
  checkAt: 0,
  publishedAt: null,
  url: null,
  reason: 'r',
  recipient: null,
  mailing: null,
  issuePage: null,
  alone: false,
  waived: { late: false, change: null },
})

const answers: fc.Arbitrary<LookupOutcome> = fc.oneof(
  fc.constant<LookupOutcome>({ kind: 'absent' }),
  fc.constant<LookupOutcome>({ kind: 'noAnswer', reason: 'r' }),
)

test('O18 whatever is answered and when: back into the queue only after two absences far enough apart', () => {
  const looks = fc.array(fc.record({ answer: answers, rest: fc.nat(120_000) }), { maxLength: 12 })
  fc.assert(
    fc.property(looks, fc.boolean(), (all, doubt) => {
      let row = unknownRow(doubt)
      let now = 1000
      const absences: number[] = []
      for (const { answer, rest } of all) {
        now += rest
        if (answer.kind === 'absent') absences.push(now)
        const next = afterLookup(row, 0, answer, now)
        expect(next.state === row.state || mayBecome(row.state, next.state)).toBe(true)
        row = next
        if (row.state !== 'unknown') break
      }
      const proven = absences.length > 1 && (absences.at(-1) ?? 0) - (absences[0] ?? 0) >= absenceGapMs
      expect(row.state).toBe(proven && !doubt ? 'prepared' : 'unknown')
      expect(row.steps[0]?.suspect).toBe(row.state === 'prepared')
    }),
  )
})

/** A newsroom with a site of the test's own. */
const withSite = async (more: Parameters<typeof openDesk>[1] = {}) => {
  const server = await startWordpressServer()
  onTestFinished(() => server.close())
  const place = await newPlace()
  const desk = await openDesk(place, more)
  onTestFinished(() => desk.close())
  const settings = { site: server.site, user: server.user }
  value(await desk.handlers.addChannel({ id: 'wp', kind: 'wordpress', settings, secret: server.password }, { person: 'chief' }))
  return { server, place, desk }
}

const lost = async (desk: Desk): Promise<string> => desk.publish(await desk.approved(story('Потеря', p('Текст.'))), 'wp')

test('O18 before a post is made again because a person says that it is not out, the channel is asked', async () => {
  const { server, place, desk } = await withSite()
  const id = await lost(desk)
  server.trouble('post', { kind: 'cut', taken: true })
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('unknown')
  // The person is mistaken.
  value(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, smm))
  server.trouble('question', { kind: 'page', status: 502, taken: false })
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'queued', attempts: 1 })
  place.clock.now += 60_000
  expect(await desk.drain()).toBe(1)
  expect(await desk.delivery(id)).toMatchObject({ status: 'published', attempts: 1 })
  expect(server.posts).toHaveLength(1)
})

test('O18 a delivery ordered again after a refusal is still looked for first', async () => {
  const { server, desk } = await withSite()
  const article = await desk.approved(story('Потеря', p('Текст.')))
  const id = await desk.publish(article, 'wp')
  server.trouble('post', { kind: 'cut', taken: false })
  await desk.drain()
  value(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, smm))
  server.trouble('post', { kind: 'error', status: 403, code: 'rest_cannot_publish' })
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('needsPerson')
  expect(await desk.publish(article, 'wp')).toBe(id)
  // Had the first attempt been slow to arrive, its post would be there by now.
  server.trouble('question', { kind: 'page', status: 502, taken: false })
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'queued', reason: expect.stringContaining('502') })
  expect(server.posts).toHaveLength(0)
})

test('O12 O18 what a person sends again after a take-over is looked for first', async () => {
  const { server, place, desk } = await withSite()
  const id = await lost(desk)
  await desk.close()
  await rename(place.folder, `${place.folder}-moved`)
  const moved = await openDesk(place, { folder: `${place.folder}-moved` })
  onTestFinished(() => moved.close())
  value(await moved.handlers.takeOver({}, { person: 'chief' }))
  value(await moved.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, smm))
  server.trouble('question', { kind: 'page', status: 502, taken: false })
  await moved.drain()
  expect((await moved.delivery(id)).status).toBe('queued')
  place.clock.now += 60_000
  expect(await moved.drain()).toBe(1)
  expect(server.posts).toHaveLength(1)
})

test('O18 a channel that gives no answer leaves the delivery unknown, and is asked again later', async () => {
  const { server, place, desk } = await withSite()
  const id = await lost(desk)
  server.trouble('post', { kind: 'cut', taken: true })
  await desk.drain()
  server.trouble('question', { kind: 'page', status: 503, taken: false }, { kind: 'error', status: 401, code: 'rest_forbidden' })
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'unknown', attempts: 1 })
  place.clock.now += 60_000
  await desk.drain()
  const checked = value(await desk.handlers.check({ delivery: id }, smm))
  expect(checked).toMatchObject({ outcome: 'noAnswer', reason: expect.stringContaining('401') })
  place.clock.now += 300_000
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('published')
  expect(server.posts).toHaveLength(1)
})

test('O18 what an editor of the site has thrown away is not sent again', async () => {
  const { server, place, desk } = await withSite()
  const id = await lost(desk)
  server.trouble('post', { kind: 'cut', taken: true })
  await desk.drain()
  const [post] = server.posts
  if (!post) throw new Error('нет записи')
  Object.assign(post, { status: 'trash', slug: `${post.slug}__trashed` })
  for (let round = 0; round < 4; round += 1) {
    await desk.drain()
    place.clock.now += 301_000
  }
  expect((await desk.delivery(id)).status).toBe('unknown')
  expect(value(await desk.handlers.check({ delivery: id }, smm)).reason).toContain('корзину')
  expect(server.posts).toHaveLength(1)
})

test('O12 O18 after a take-over the site tells what came out; what it has not waits for a person', async () => {
  const { server, place, desk } = await withSite()
  const out = await lost(desk)
  expect(await desk.drain()).toBe(1)
  const waiting = await desk.publish(await desk.approved(story('Не выходило', p('Текст.'))), 'wp')
  await desk.close()
  await rename(place.folder, `${place.folder}-moved`)
  const moved = await openDesk(place, { folder: `${place.folder}-moved` })
  onTestFinished(() => moved.close())
  value(await moved.handlers.takeOver({}, { person: 'chief' }))
  for (let round = 0; round < 4; round += 1) {
    await moved.drain()
    place.clock.now += 61_000
  }
  expect((await moved.delivery(out)).status).toBe('published')
  expect(await moved.delivery(waiting)).toMatchObject({ status: 'unknown', reason: expect.stringContaining('проверено дважды') })
  expect(server.posts).toHaveLength(1)
})

test('O4 O14 asking takes a person with a role for it, and an outcome that is in doubt', async () => {
  const { desk } = await withSite()
  const id = await lost(desk)
  expect(codeOf(await desk.handlers.check({ delivery: id }, { person: 'reporter' }))).toBe('forbidden')
  expect(codeOf(await desk.handlers.check({ delivery: 'нет' }, smm))).toBe('notFound')
  expect(codeOf(await desk.handlers.check({ delivery: id }, smm))).toBe('conflict')
})

test('O17 what the site has taken is not brought again; an upload that failed is tried later', async () => {
  const { server, place, desk } = await withSite()
  const pictures = [await addPicture(desk, 10), await addPicture(desk, 20)]
  const id = await desk.publish(await desk.approved(story('Фото', ...pictures.map((media) => photo(media)), p('Т.'))), 'wp')
  server.trouble('upload', { kind: 'cut', taken: true })
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'queued', attempts: 0, reason: expect.stringContaining('Снимок') })
  place.clock.now += 60_000
  server.trouble('post', { kind: 'busy', retryAfter: 5 })
  await desk.drain()
  place.clock.now += 60_000
  expect(await desk.drain()).toBe(1)
  // One of them twice, because the first answer was lost; none again for the second try to post.
  expect(server.media).toHaveLength(3)
  expect(server.posts).toHaveLength(1)
})

test('O17 O3 photos do not leave the house when the text was changed in the meantime', async () => {
  const edit: { now: (() => Promise<void>) | null } = { now: null }
  const { server, desk } = await withSite({
    dependencies: {
      crashPoint: async (point) => {
        if (point === 'uploadWritten') await edit.now?.()
      },
    },
  })
  const pictures = [await addPicture(desk, 10), await addPicture(desk, 20)]
  const article = await desk.approved(story('Фото', ...pictures.map((media) => photo(media)), p('Т.')))
  const id = await desk.publish(article, 'wp')
  edit.now = () => desk.retitle(article, 'Правка')
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('held')
  expect(server.media).toHaveLength(1)
  expect(server.posts).toHaveLength(0)
})
