import { expect, test } from 'vitest'
import { codeOf, connectedDesk, type Desk, p, story, value } from '../../helpers/publishing.ts'

const smm = { person: 'smm' }
const article = story('Отпуск длиной в год', p('Раз в десять лет.'))
const iso = (at: number) => new Date(at).toISOString()
/** Moscow is three hours ahead of UTC. */
const moscow = (day: number, hour: number) => Date.UTC(2026, 10, day, hour - 3)

const quietDesk = async () => {
  const all = await connectedDesk()
  const settings = all.desk.newsroom.settings.get()
  const quiet = { from: '22:00', to: '08:00' }
  await all.desk.newsroom.settings.put({ ...settings, publishing: { ...settings.publishing, quiet } })
  return all
}

const order = (desk: Desk, id: string, at: number | null) =>
  desk.handlers.publish({ article: id, channel: 'tg', at: at === null ? null : iso(at) }, smm)

test('O30 an order for the quiet hours is refused and told the next free time, by Moscow', async () => {
  const { desk, place } = await quietDesk()
  const id = await desk.approved(article)
  const refused = await order(desk, id, moscow(26, 23))
  expect(refused).toMatchObject({ ok: false, failure: { todo: 'Ближайшее свободное время: 27.11, 08:00 по Москве.' } })
  expect(codeOf(await order(desk, id, moscow(27, 8)))).toBe('ok')
  place.clock.now = moscow(26, 2)
  expect(codeOf(await order(desk, await desk.approved(article), null))).toBe('conflict')
})

test('O30 what did not go before the quiet hours is held in them, until a person says to send it', async () => {
  const { desk, place, server } = await quietDesk()
  const delivery = value(await order(desk, await desk.approved(article), moscow(25, 21))).delivery
  place.clock.now = moscow(25, 22)
  await desk.drain()
  expect(await desk.delivery(delivery)).toMatchObject({ status: 'held', reason: expect.stringContaining('тихие часы') })
  value(await desk.handlers.resolve({ delivery, outcome: 'sendAgain', url: null }, smm))
  await desk.drain()
  expect(server.posts).toHaveLength(1)
})

test('O31 under an embargo nothing is ordered, moved, begun or sent again', async () => {
  const { desk, place, server } = await connectedDesk()
  const id = await desk.approved(article)
  const waiting = value(await order(desk, id, moscow(25, 15))).delivery
  value(await desk.handlers.setEmbargo({ article: id, until: moscow(26, 12) }, smm))
  expect(value(await desk.handlers.embargo({ article: id }, smm))).toEqual({ said: moscow(26, 12), until: moscow(26, 12) })
  expect(await order(desk, id, moscow(26, 11))).toMatchObject({
    ok: false,
    failure: { what: 'Материал под эмбарго до 26.11, 12:00 по Москве.' },
  })
  expect(codeOf(await desk.handlers.move({ delivery: waiting, at: iso(moscow(26, 11)) }, smm))).toBe('conflict')
  place.clock.now = moscow(25, 15)
  await desk.drain()
  expect((await desk.delivery(waiting)).status).toBe('held')
  expect(codeOf(await desk.handlers.resolve({ delivery: waiting, outcome: 'sendAgain', url: null }, smm))).toBe('conflict')
  expect(server.posts).toHaveLength(0)
  value(await desk.handlers.setEmbargo({ article: id, until: null }, smm))
  value(await desk.handlers.resolve({ delivery: waiting, outcome: 'sendAgain', url: null }, smm))
  await desk.drain()
  expect(server.posts).toHaveLength(1)
})

test('O32 a delivery that waits is moved and goes out at its new time; one that is out stays', async () => {
  const { desk, place, server } = await quietDesk()
  const delivery = value(await order(desk, await desk.approved(article), moscow(25, 15))).delivery
  const move = (at: number, person = 'smm') => desk.handlers.move({ delivery, at: iso(at) }, { person })
  expect(codeOf(await move(moscow(25, 18), 'reporter'))).toBe('forbidden')
  expect(codeOf(await move(moscow(24, 18)))).toBe('invalidInput')
  expect(codeOf(await move(moscow(25, 23)))).toBe('conflict')
  expect((await desk.delivery(delivery)).scheduledAt).toBe(moscow(25, 15))
  value(await move(moscow(26, 9)))
  place.clock.now = moscow(25, 15)
  expect(await desk.drain()).toBe(0)
  place.clock.now = moscow(26, 9)
  expect(await desk.drain()).toBe(1)
  expect(server.posts).toHaveLength(1)
  expect(codeOf(await move(moscow(26, 10)))).toBe('conflict')
})
