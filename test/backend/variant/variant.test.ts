import { expect, onTestFinished, test } from 'vitest'
import { variantHandlers } from '../../../src/backend/variant/variant-handlers.ts'
import { openWaitingVariants } from '../../../src/backend/variant/waiting-variants.ts'
import type { Output } from '../../../src/shared/api/operation.ts'
import type { variantApi } from '../../../src/shared/variant/api.ts'
import { untouched, type VariantContent } from '../../../src/shared/variant/variant.ts'
import {
  addPicture,
  codeOf,
  connect,
  connectedDesk,
  type Desk,
  newServer,
  p,
  photo,
  story,
  value,
} from '../../helpers/publishing.ts'

const smm = { person: 'smm' }

/** Writes a variant of the article's text for a channel. */
const write = async ({ newsroom }: Desk, article: string, content: Partial<VariantContent> | null, channel = 'tg') =>
  variantHandlers(newsroom).write({ article, channel, content: content && { ...untouched, ...content } }, smm)

const read = async ({ newsroom }: Desk, article: string, channel = 'tg'): Promise<Output<typeof variantApi.read>> =>
  value(await variantHandlers(newsroom).read({ article, channel }, smm))

const article = story('Отпуск длиной в год', p('Раз в десять лет учитель вправе остановиться.'))

test('N2 a variant is approved with its article, and the channel gets it and no other one', async () => {
  const { desk, server } = await connectedDesk()
  const id = await desk.newsroom.articles.create(article)
  expect(codeOf(await write(desk, id, { text: '**Целый год отпуска!**\n\nЧитайте [закон](https://a.ru/1).' }))).toBe('ok')
  expect((await read(desk, id)).state).toBe('unapproved')
  const approved = await desk.approved(article)
  value(await write(desk, approved, { text: 'Целый год отпуска!' }))
  await desk.approve(approved)
  expect((await read(desk, approved)).state).toBe('approved')
  await desk.publish(approved)
  expect(await desk.drain()).toBe(1)
  expect(server.posts.map(({ text }) => text)).toEqual(['Целый год отпуска!\n\nЧитать на сайте'])
})

test('N4 a variant changed after the approval: the order is refused, and the chief may approve again for it', async () => {
  const { desk, server } = await connectedDesk()
  const id = await desk.approved(article)
  value(await write(desk, id, { text: 'Новые слова' }))
  const refused = await desk.handlers.publish({ article: id, channel: 'tg', at: null }, smm)
  expect(refused).toMatchObject({ ok: false, failure: { code: 'changedAfterApproval' } })
  await desk.approve(id)
  await desk.publish(id)
  await desk.drain()
  expect(server.posts.map(({ text }) => text)).toEqual(['Новые слова\n\nЧитать на сайте'])
  expect(codeOf(await write(desk, id, { text: 'Новые слова' }))).toBe('ok')
  expect((await read(desk, id)).state).toBe('approved')
})

test('N4 what waits is held when its variant changes, in the very write that starts sending, and other channels go on', async () => {
  let edit: () => Promise<unknown> = async () => undefined
  let late: Promise<unknown> | null = null
  const { desk, server } = await connectedDesk({
    dependencies: {
      crashPoint: async (point) => {
        // Whichever channel comes first: both wait for the edit.
        if (point !== 'beforeSending') return
        late ??= edit()
        await late
      },
    },
  })
  await connect(desk, server, 'tg2', '@second')
  const id = await desk.approved(article)
  const [first, second] = [await desk.publish(id), await desk.publish(id, 'tg2')]
  edit = () => write(desk, id, { text: 'Поздняя правка' })
  await desk.drain()
  const states = new Map([first, second].map((each) => [each, desk.newsroom.outbox.rows.get(each)?.state]))
  expect(states.get(first)).toBe('held')
  expect(states.get(second)).toBe('sent')
  expect((await desk.delivery(first)).reason).toContain('не утверждён')
  // Taken back, it says again what was approved.
  value(await write(desk, id, null))
  value(await desk.handlers.resolve({ delivery: first, outcome: 'sendAgain', url: null }, smm))
  await desk.drain()
  expect(server.posts).toHaveLength(2)
})

test('N3 a variant of an earlier text is stale: no approval covers it until somebody has looked at it', async () => {
  const { desk, server } = await connectedDesk()
  const id = await desk.approved(article)
  value(await write(desk, id, { text: 'Слова для канала' }))
  await desk.approve(id)
  await desk.retitle(id, 'Отпуск длиной в два года')
  await desk.approve(id)
  const stale = await read(desk, id)
  expect(stale).toMatchObject({ state: 'stale', lost: ['Отпуск длиной в год'], gained: ['Отпуск длиной в два года'] })
  const refused = await desk.handlers.publish({ article: id, channel: 'tg', at: null }, smm)
  expect(refused).toMatchObject({ ok: false, failure: { what: expect.stringContaining('по прежнему тексту') } })
  value(await variantHandlers(desk.newsroom).confirm({ article: id, channel: 'tg' }, smm))
  expect((await read(desk, id)).state).toBe('unapproved')
  await desk.approve(id)
  await desk.publish(id)
  await desk.drain()
  expect(server.posts.map(({ text }) => text)).toEqual(['Слова для канала\n\nЧитать на сайте'])
})

test('N2 the editor in chief may let the approved variant out in spite of a later change', async () => {
  const { desk, server } = await connectedDesk()
  const id = await desk.approved(article)
  value(await write(desk, id, { text: 'Утверждено' }))
  await desk.approve(id)
  const delivery = await desk.publish(id)
  value(await write(desk, id, { text: 'Не утверждено' }))
  await desk.drain()
  expect((await desk.delivery(delivery)).status).toBe('held')
  const again = { delivery, outcome: 'sendAgain' as const, url: null }
  expect(codeOf(await desk.handlers.resolve(again, smm))).toBe('changedAfterApproval')
  value(await desk.handlers.resolve(again, { person: 'chief' }))
  await desk.drain()
  expect(server.posts.map(({ text }) => text)).toEqual(['Утверждено\n\nЧитать на сайте'])
})

test('N1 N6 a variant chooses pictures of the article and no others', async () => {
  const { desk } = await connectedDesk()
  const [one, two] = [await addPicture(desk, 10), await addPicture(desk, 200)]
  const id = await desk.approved(story('Снимки', photo(one), photo(two), p('Текст.')))
  const foreign = await write(desk, id, { photos: [{ media: 'f'.repeat(64), crop: null }] })
  expect(codeOf(foreign)).toBe('invalidInput')
  const crop = { ratio: '1:1' as const, focus: { x: 0, y: 0.5 } }
  value(await write(desk, id, { photos: [{ media: two, crop }] }))
  await desk.approve(id)
  await desk.publish(id)
  expect(await desk.drain()).toBe(1)
  const [row] = [...desk.newsroom.outbox.rows.all().values()]
  expect(row?.steps[0]?.part).toMatchObject({ kind: 'photo', photos: [two], crops: { [two]: crop } })
})

test('N2 a record whose variant was changed by another hand is not sent', async () => {
  const { desk, server } = await connectedDesk()
  const id = await desk.approved(article)
  value(await write(desk, id, { text: 'Утверждено' }))
  await desk.approve(id)
  const delivery = await desk.publish(id)
  await desk.newsroom.outbox.change(delivery, (row) => ({ ...row, variant: { ...untouched, text: 'Подмена' } }))
  await desk.drain()
  expect((await desk.delivery(delivery)).status).not.toBe('published')
  expect(server.posts).toHaveLength(0)
})

test('N5 the likeness of posts is told with the sentence that repeats, and the rule of the channel', async () => {
  const { desk } = await connectedDesk()
  const server = await newServer()
  onTestFinished(() => server.close())
  await connect(desk, server, 'unique', '@second')
  const settings = desk.newsroom.settings.get()
  const unique = { channels: ['unique'], most: 40, words: 3 }
  await desk.newsroom.settings.put({ ...settings, publishing: { ...settings.publishing, unique } })
  const id = await desk.approved(article)
  value(await write(desk, id, { text: 'Правда ли, что директор может отказать?' }, 'unique'))
  const likeness = value(await variantHandlers(desk.newsroom).likeness({ article: id }, smm))
  expect(likeness.map(({ channel, most }) => [channel, most])).toEqual([
    ['tg', null],
    ['unique', 40],
  ])
  value(await write(desk, id, null, 'unique'))
  const again = value(await variantHandlers(desk.newsroom).likeness({ article: id }, smm))
  expect(again.map(({ percent }) => percent)).toEqual([100, 100])
  expect(again[0]?.repeated).toContain('Раз в десять лет учитель вправе остановиться.')
})

test('N8 a variant waits for the chief once it is written, for somebody to look once the text is another one, then no more', async () => {
  const { desk } = await connectedDesk()
  const waiting = openWaitingVariants(desk.newsroom)
  const id = await desk.approved(article)
  const states = async () => [...(await waiting())]
  expect(await states()).toEqual([])
  value(await write(desk, id, { text: 'Новые слова' }))
  expect(await states()).toEqual([[id, 'unapproved']])
  await desk.approve(id)
  expect(await states()).toEqual([])
  await desk.retitle(id, 'Другой заголовок')
  await desk.approve(id)
  expect(await states()).toEqual([[id, 'stale']])
  value(await variantHandlers(desk.newsroom).confirm({ article: id, channel: 'tg' }, smm))
  expect(await states()).toEqual([[id, 'unapproved']])
  value(await write(desk, id, null))
  expect(await states()).toEqual([])
})
