import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeOf, connectedDesk, openDesk, p, story, value } from '../../helpers/publishing.ts'

const chief = { person: 'chief' }

/** A newsroom with one delivery waiting, closed. */
const withOneWaiting = async () => {
  const { place, server, desk } = await connectedDesk()
  const id = await desk.publish(await desk.approved(story('Заголовок', p('Текст.'))))
  await desk.close()
  const copy = `${place.folder}-copy`
  await cp(place.folder, copy, { recursive: true })
  return { place, server, id, copy }
}

test('O9 a copied folder opens with sending paused; drained beside the original it sends nothing', async () => {
  const { place, server, id, copy } = await withOneWaiting()
  const [original, other] = [await openDesk(place), await openDesk(place, { folder: copy })]
  const [none, sent] = await Promise.all([other.drain(), original.drain()])
  expect([sent, none]).toEqual([1, 0])
  expect(server.posts).toHaveLength(1)
  const { paused, deliveries } = value(await other.handlers.outbox({}, chief))
  expect(paused).toContain(place.folder)
  expect(paused).toContain('копия')
  expect(deliveries[0]).toMatchObject({ status: 'held', reason: paused })
  expect(codeOf(await other.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, chief))).toBe('conflict')
  expect(value(await original.handlers.outbox({}, chief)).paused).toBeNull()
  await original.close()
  await other.close()
})

test('O9 what a copy queues does not go out from it', async () => {
  const { place, server, copy } = await withOneWaiting()
  const other = await openDesk(place, { folder: copy })
  await other.publish(await other.approved(story('В копии', p('Текст.'))))
  expect(await other.drain()).toBe(0)
  expect(server.requests).toHaveLength(0)
  await other.close()
})

test('O9 a folder from another machine, or one that lost its mark, opens with sending paused', async () => {
  const { place, server, copy } = await withOneWaiting()
  const abroad = await openDesk({ ...place, home: `${place.home}-abroad` }, { folder: copy })
  expect(value(await abroad.handlers.outbox({}, chief)).paused).toContain('другом компьютере')
  expect(await abroad.drain()).toBe(0)
  await abroad.close()
  await rm(join(place.folder, 'sending.json'))
  const unmarked = await openDesk(place)
  expect(value(await unmarked.handlers.outbox({}, chief)).paused).not.toBeNull()
  expect(await unmarked.drain()).toBe(0)
  await unmarked.close()
  expect(server.requests).toHaveLength(0)
})

test('O11 an older copy put back in its place sends nothing that went out since', async () => {
  const { place, server, id, copy } = await withOneWaiting()
  const before = await openDesk(place)
  expect(await before.drain()).toBe(1)
  await before.close()
  await rm(place.folder, { recursive: true })
  await rename(copy, place.folder)
  const restored = await openDesk(place)
  expect(value(await restored.handlers.outbox({}, chief)).paused).toContain('старше')
  expect(await restored.drain()).toBe(0)
  expect(value(await restored.handlers.takeOver({}, chief))).toEqual({ unknown: 1 })
  expect((await restored.delivery(id)).status).toBe('unknown')
  expect(await restored.drain()).toBe(0)
  expect(server.posts).toHaveLength(1)
  value(await restored.handlers.resolve({ delivery: id, outcome: 'published', url: 'https://t.me/gazeta/101' }, chief))
  expect((await restored.delivery(id)).status).toBe('published')
  await restored.close()
})

test('O11 a single row that falls back to an older state is noticed', async () => {
  const { place, server, id, copy } = await withOneWaiting()
  const before = await openDesk(place)
  expect(await before.drain()).toBe(1)
  await before.close()
  await cp(join(copy, 'outbox', `${id}.json`), join(place.folder, 'outbox', `${id}.json`))
  const after = await openDesk(place)
  expect(await after.drain()).toBe(0)
  expect(server.posts).toHaveLength(1)
  await after.close()
})

test('O12 taking over makes all that is not proven sent unknown, and pauses the folder that sent before', async () => {
  const { place, server, id, copy } = await withOneWaiting()
  const original = await openDesk(place)
  const other = await openDesk(place, { folder: copy })
  expect(codeOf(await other.handlers.takeOver({}, { person: 'reporter' }))).toBe('forbidden')
  expect(value(await other.handlers.takeOver({}, chief))).toEqual({ unknown: 1 })
  expect(value(await other.handlers.outbox({}, chief)).paused).toBeNull()
  expect((await other.delivery(id)).status).toBe('unknown')
  // The original is open all the while and learns of it at its next step.
  expect(await original.drain()).toBe(0)
  expect(value(await original.handlers.outbox({}, chief)).paused).toContain(copy)
  expect(await other.drain()).toBe(0)
  value(await other.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, chief))
  expect(await other.drain()).toBe(1)
  expect(server.posts).toHaveLength(1)
  expect(value(await other.handlers.takeOver({}, chief))).toEqual({ unknown: 0 })
  await original.close()
  await other.close()
  // And back again: what the copy sent is in doubt here, not resent.
  const home = await openDesk(place)
  expect(value(await home.handlers.takeOver({}, chief))).toEqual({ unknown: 1 })
  expect(await home.drain()).toBe(0)
  expect(server.posts).toHaveLength(1)
  await home.close()
})

test('O12 a delivery that the folder has lost comes back unknown when it is ordered again', async () => {
  const { place, server, desk } = await connectedDesk()
  const article = await desk.approved(story('Заголовок', p('Текст.')))
  const empty = `${place.folder}-empty`
  await desk.close()
  await cp(place.folder, empty, { recursive: true })
  const first = await openDesk(place)
  const id = await first.publish(article)
  await first.drain()
  await first.close()
  await rm(place.folder, { recursive: true })
  await rename(empty, place.folder)
  const restored = await openDesk(place)
  value(await restored.handlers.takeOver({}, chief))
  expect(await restored.publish(article)).toBe(id)
  expect((await restored.delivery(id)).status).toBe('unknown')
  expect(await restored.drain()).toBe(0)
  expect(server.posts).toHaveLength(1)
  await restored.close()
})

test('O10 a torn entry at the end of the journal outside is dropped, and sending goes on', async () => {
  const { place, server, id } = await withOneWaiting()
  const [newsroom] = await readdir(join(place.home, 'sending'))
  await writeFile(join(place.home, 'sending', newsroom ?? '', 'decisions.journal'), Buffer.from([9, 0, 0, 0, 1, 2]))
  const desk = await openDesk(place)
  expect(await desk.drain()).toBe(1)
  await desk.close()
  const again = await openDesk(place)
  expect(value(await again.handlers.outbox({}, chief)).paused).toBeNull()
  expect((await again.delivery(id)).status).toBe('published')
  await again.close()
  expect(server.posts).toHaveLength(1)
})

test('O9 unreadable facts outside pause sending and do not keep the newsroom shut', async () => {
  const { place, server } = await withOneWaiting()
  const [newsroom] = await readdir(join(place.home, 'sending'))
  await writeFile(join(place.home, 'sending', newsroom ?? '', 'owner.json'), '{')
  const desk = await openDesk(place)
  expect(value(await desk.handlers.outbox({}, chief)).paused).toContain('не читаются')
  expect(await desk.drain()).toBe(0)
  expect(server.requests).toHaveLength(0)
  expect(value(await desk.handlers.takeOver({}, chief))).toEqual({ unknown: 1 })
  expect(value(await desk.handlers.outbox({}, chief)).paused).toBeNull()
  await desk.close()
})
