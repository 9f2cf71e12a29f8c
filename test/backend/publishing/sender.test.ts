import { expect, test } from 'vitest'
import { startSending, type Timer } from '../../../src/backend/publishing/sender.ts'
import { sendingDependencies } from '../../../src/backend/publishing/sending-dependencies.ts'
import { addPicture, connectedDesk, newPlace, openDesk, p, photo, story, value } from '../../helpers/publishing.ts'

/** A timer that rings only when told to; `set` resolves when the sender has wound it. */
const handTimer = () => {
  let wound: { ms: number; work: () => void } | null = null
  let waiting: ((ms: number) => void) | null = null
  const timer: Timer = (ms, work) => {
    wound = { ms, work }
    waiting?.(ms)
    waiting = null
    return () => {
      wound = null
    }
  }
  return {
    timer,
    isSet: () => wound !== null,
    set: () =>
      new Promise<number>((resolve) => {
        if (wound) resolve(wound.ms)
        else waiting = resolve
      }),
    ring: () => {
      const now = wound
      wound = null
      now?.work()
    },
  }
}

test('O8 a host that stays sends what becomes due, and stops when the newsroom closes', async () => {
  const { place, server, desk } = await connectedDesk()
  const clock = handTimer()
  const at = new Date(place.clock.now + 5_000).toISOString()
  await desk.publish(await desk.approved(story('Скоро', p('Текст.'))), 'tg', at)
  const stop = startSending(desk.newsroom, clock.timer)
  expect(await clock.set()).toBe(5_000)
  expect(server.posts).toHaveLength(0)
  place.clock.now += 5_000
  clock.ring()
  await clock.set()
  expect(server.posts).toHaveLength(1)
  await desk.close()
  expect(clock.isSet()).toBe(false)
  await stop()
})

test('O15 stopping lets the post under way end and starts no other', async () => {
  const { place, server, desk } = await connectedDesk()
  const first = await desk.publish(await desk.approved(story('Раз', p('Текст.'))))
  place.clock.now += 1
  const second = await desk.publish(await desk.approved(story('Два', p('Текст.'))))
  const clock = handTimer()
  let stopped: Promise<void> | null = null
  const stop = startSending(desk.newsroom, clock.timer, {
    ...sendingDependencies,
    wait: async () => undefined,
    crashPoint: (point) => {
      if (point === 'decisionRemembered') stopped ??= stop()
    },
  })
  while (stopped === null) await new Promise((tick) => setImmediate(tick))
  await stopped
  expect(server.posts).toHaveLength(1)
  expect((await desk.delivery(first)).status).toBe('published')
  expect((await desk.delivery(second)).status).toBe('queued')
})

test('O15 drains that are asked for at once run one after another', async () => {
  const { server, desk } = await connectedDesk()
  await desk.publish(await desk.approved(story('Раз', p('Текст.'))))
  expect(await Promise.all([desk.drain(), desk.drain(), desk.drain()])).toEqual([1, 0, 0])
  expect(server.posts).toHaveLength(1)
})

test('O15 closing ends a drain between two posts of one delivery; the next start goes on', async () => {
  const { place, server, desk } = await connectedDesk()
  const picture = await addPicture(desk, 10)
  const article = await desk.approved(story('Раз', photo(picture), p('Слово за словом. '.repeat(100))))
  const id = await desk.publish(article)
  await desk.close()
  let closing: Promise<void> | null = null
  const second = await openDesk(place, {
    dependencies: {
      crashPoint: (point) => {
        if (point === 'answered') closing ??= second.close()
      },
    },
  })
  await second.drain()
  await closing
  expect(server.posts).toHaveLength(1)
  const third = await openDesk(place)
  expect(await third.drain()).toBe(1)
  expect((await third.delivery(id)).status).toBe('published')
  expect(server.posts.map((post) => post.method)).toEqual(['sendPhoto', 'sendMessage'])
  await third.close()
})

test('O9 a folder open for reading sends nothing and changes nothing', async () => {
  const { place, server, desk } = await connectedDesk()
  const id = await desk.publish(await desk.approved(story('Раз', p('Текст.'))))
  const reader = await openDesk(place)
  expect(reader.newsroom.readOnly).toBe(true)
  expect(await reader.drain()).toBe(0)
  expect(value(await reader.handlers.outbox({}, { person: null })).paused).toContain('чтения')
  expect((await reader.delivery(id)).status).toBe('held')
  expect(server.requests).toHaveLength(0)
  await reader.close()
})

test('O9 a home that can not be written to pauses sending and lets the newsroom open', async () => {
  const place = await newPlace()
  const desk = await openDesk({ ...place, home: '/dev/null/home' })
  expect(value(await desk.handlers.outbox({}, { person: null })).paused).toContain('/dev/null/home')
  await desk.close()
})
