import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterOutcome } from '../../../src/backend/publishing/after-outcome.ts'
import type { PostOutcome } from '../../../src/backend/publishing/channels/carrier.ts'
import { telegramOutcome } from '../../../src/backend/publishing/channels/telegram/outcome.ts'
import type { OutboxRow } from '../../../src/backend/publishing/outbox-row.ts'
import { retryDelays } from '../../../src/backend/publishing/retry.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import type { PostPart } from '../../../src/shared/publishing/channel.ts'
import { mayBecome, outboxStates, outboxTransitions } from '../../../src/shared/publishing/delivery.ts'
import { connectedDesk, p, story } from '../../helpers/publishing.ts'
import type { Trouble } from '../../helpers/telegram-server.ts'

const text: PostPart = { kind: 'text', html: 'Текст', photos: [], length: 5, limit: 4096 }
const album: PostPart = { ...text, kind: 'album', photos: ['a', 'b'] }
const answered = (status: number, body: unknown) => ({
  kind: 'answer' as const,
  status,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const refusal = (code: number, description = 'x') => answered(code, { ok: false, error_code: code, description })

test.each<[string, Trouble, string, number]>([
  ['429 with a wait', { kind: 'busy', retryAfter: 30 }, 'queued', 0],
  ['429 without a wait', { kind: 'busy', retryAfter: null }, 'queued', 0],
  ['400', { kind: 'error', code: 400, description: 'Bad Request: something' }, 'failed', 0],
  ['401', { kind: 'error', code: 401, description: 'Unauthorized' }, 'needsPerson', 0],
  ['403', { kind: 'error', code: 403, description: 'Forbidden: bot was kicked' }, 'needsPerson', 0],
  ['404', { kind: 'error', code: 404, description: 'Not Found' }, 'needsPerson', 0],
  ['500 that posted', { kind: 'broken', posted: true }, 'unknown', 1],
  ['500 that did not post', { kind: 'broken', posted: false }, 'unknown', 0],
  ['a page instead of JSON', { kind: 'page', status: 502, posted: true }, 'unknown', 1],
  ['a page with status 403', { kind: 'page', status: 403, posted: false }, 'unknown', 0],
  ['a cut connection after the post', { kind: 'cut', posted: true }, 'unknown', 1],
  ['a cut connection before the post', { kind: 'cut', posted: false }, 'unknown', 0],
  ['silence', { kind: 'hang' }, 'unknown', 1],
])('O7 T5 %s: %o leads to %s, and no second request', async (_name, trouble, status, posts) => {
  const { server, desk } = await connectedDesk()
  const id = await desk.publish(await desk.approved(story('Заголовок', p('Текст.'))))
  server.trouble(trouble)
  await desk.drain()
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status, attempts: 1, reason: expect.stringMatching(/\S/) })
  expect(server.requests).toHaveLength(1)
  expect(server.posts).toHaveLength(posts)
})

test('O7 429 waits exactly as long as it says, then the post goes out once', async () => {
  const { place, server, desk } = await connectedDesk()
  const id = await desk.publish(await desk.approved(story('Заголовок', p('Текст.'))))
  server.trouble({ kind: 'busy', retryAfter: 30 })
  await desk.drain()
  place.clock.now += 29_999
  expect(await desk.drain()).toBe(0)
  place.clock.now += 1
  expect(await desk.drain()).toBe(1)
  expect((await desk.delivery(id)).attempts).toBe(2)
  expect(server.posts).toHaveLength(1)
})

test('O7 a post that can not be sent is tried after growing waits, then a person is asked', async () => {
  const { place, server, desk } = await connectedDesk()
  const id = await desk.publish(await desk.approved(story('Заголовок', p('Текст.'))))
  await server.close()
  for (const [i, delay] of retryDelays.entries()) {
    await desk.drain()
    expect(await desk.delivery(id)).toMatchObject({ status: 'queued', attempts: i + 1 })
    place.clock.now += delay
  }
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'needsPerson', attempts: retryDelays.length + 1 })
  expect([...retryDelays].sort((a, b) => a - b)).toEqual(retryDelays)
})

test('T5 an album that failed in part, and answers that say nothing, are unknown', () => {
  expect(telegramOutcome(refusal(400, 'Bad Request: failed to send message #2 with the error'), album).kind).toBe('unknown')
  expect(telegramOutcome(answered(200, { ok: true, result: {} }), text).kind).toBe('unknown')
  expect(telegramOutcome(answered(200, { ok: true, result: [] }), album).kind).toBe('unknown')
  expect(telegramOutcome(answered(200, 'null'), text).kind).toBe('unknown')
  expect(telegramOutcome(answered(200, '{"ok":true,"result":{"mess'), text).kind).toBe('unknown')
})

test('T5 the code in the body counts, whatever the status line says', () => {
  expect(telegramOutcome(answered(200, { ok: false, error_code: 403, description: 'Forbidden' }), text)).toMatchObject({
    kind: 'refused',
    to: 'needsPerson',
  })
  expect(telegramOutcome(answered(200, { ok: false, error_code: 429 }), text)).toMatchObject({ kind: 'retry', afterMs: 60_000 })
})

test('T5 the address of a post names the channel, or its number', () => {
  const sent = (chat: object) => telegramOutcome(answered(200, { ok: true, result: { message_id: 7, chat } }), text)
  expect(sent({ id: -1001, username: 'gazeta' })).toMatchObject({ url: 'https://t.me/gazeta/7', remoteId: '7' })
  expect(sent({ id: -1009876543210 })).toMatchObject({ url: 'https://t.me/c/9876543210/7' })
  expect(sent({ id: 5 })).toMatchObject({ kind: 'sent', url: null })
})

const outcomes: fc.Arbitrary<PostOutcome> = fc.oneof(
  fc.constant<PostOutcome>({ kind: 'sent', remoteId: '1', url: null }),
  fc.record({ kind: fc.constant('retry' as const), afterMs: fc.option(fc.nat(100_000)), reason: fc.constant('r') }),
  fc.record({
    kind: fc.constant('refused' as const),
    to: fc.constantFrom('failed' as const, 'needsPerson' as const),
    reason: fc.constant('r'),
  }),
  fc.constant<PostOutcome>({ kind: 'unknown', reason: 'r' }),
)

const sendingRow = (steps: number): OutboxRow => ({
  schemaVersion: 3,
  article: 'a',
  channel: 'tg',
  purpose: 'post',
  corrects: null,
  contentHash: 'h',
  content: emptyContent,
  variant: null,
  form: 'article',
  approval: 'p',
  requestedBy: 'smm',
  queuedAt: 0,
  state: 'sending',
  heldFor: null,
  attempts: 1,
  retries: 0,
  decisions: 1,
  steps: Array.from({ length: steps }, (_, i) => ({
    part: text,
    state: i === 0 ? 'sending' : 'waiting',
    requestHash: null,
    remoteId: null,
    url: null,
    startedAt: null,
    sentAt: null,
    uploads: [],
    suspect: false,
    absentSince: null,
  })),
  doubt: false,
  suspect: false,
  scheduledAt: null,
  dueAt: 0,
  checkAt: null,
  publishedAt: null,
  url: null,
  reason: null,
  recipient: null,
  mailing: null,
  issuePage: null,
  alone: false,
  waived: { late: false, change: null },
})

test('O5 O7 every outcome leads to a state of the table, and only the network’s word makes a delivery sent', () => {
  fc.assert(
    fc.property(outcomes, fc.integer({ min: 1, max: 3 }), fc.nat(12), (outcome, steps, retries) => {
      const row = afterOutcome({ ...sendingRow(steps), retries }, 0, outcome, 1000)
      expect(mayBecome('sending', row.state)).toBe(true)
      expect(row.steps[0]?.state).not.toBe('sending')
      expect(row.state === 'sent').toBe(outcome.kind === 'sent' && steps === 1)
      expect(row.state === 'unknown').toBe(outcome.kind === 'unknown')
      if (row.state === 'retryWait') expect(row.dueAt).toBeGreaterThanOrEqual(1000)
    }),
  )
})

test('O5 sending starts from prepared and retryWait alone, and what is sent stays sent', () => {
  const before = outboxStates.filter((state) => mayBecome(state, 'sending'))
  expect(before).toEqual(['prepared', 'retryWait'])
  expect(outboxTransitions.sent).toEqual([])
})
