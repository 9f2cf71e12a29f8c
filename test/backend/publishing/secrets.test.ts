import { readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seal, unseal } from '../../../src/backend/secrets/seal.ts'
import { codeOf, connect, connectedDesk, newPlace, newServer, openDesk, p, story, value } from '../../helpers/publishing.ts'

const everyFile = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join('\n')
}

test('O16 a sealed secret opens with its passphrase and label alone, and not when a byte was changed', async () => {
  const sealed = await seal('demo', 'n/tg', 'тайна')
  expect(await unseal('demo', 'n/tg', sealed)).toBe('тайна')
  expect(await unseal('Demo', 'n/tg', sealed)).toBeNull()
  expect(await unseal('demo', 'n/other', sealed)).toBeNull()
  const bytes = Buffer.from(sealed.sealed, 'base64')
  bytes[0] = (bytes[0] ?? 0) ^ 1
  expect(await unseal('demo', 'n/tg', { ...sealed, sealed: bytes.toString('base64') })).toBeNull()
  expect((await seal('demo', 'n/tg', 'тайна')).sealed).not.toBe(sealed.sealed)
})

test('O16 the token stands in no file, log, answer or failure', async () => {
  const { place, server, desk } = await connectedDesk({
    // A network library that repeats the address it failed on.
    environment: { http: async (request) => ({ kind: 'notSent', reason: `connect failed: ${request.url}` }) },
  })
  const id = await desk.publish(await desk.approved(story('Заголовок', p('Текст.'))))
  await desk.drain()
  expect((await desk.delivery(id)).reason).toContain('connect failed')
  const told = [await desk.handlers.channels({}, { person: null }), await desk.handlers.outbox({}, { person: null }), desk.logged]
  expect(JSON.stringify(told)).not.toContain(server.token)
  const stored = `${await everyFile(place.folder)}${await everyFile(place.home)}`
  expect(stored).toContain(id)
  expect(stored).not.toContain(server.token)
})

test('O16 without the passphrase nothing is sent, and the failure says what to set', async () => {
  const { place, server, desk } = await connectedDesk()
  const id = await desk.publish(await desk.approved(story('Заголовок', p('Текст.'))))
  await desk.close()
  for (const [passphrase, what] of [
    [null, 'NEWSROOM_PASSPHRASE'],
    ['wrong', 'не подходит'],
  ] as const) {
    const without = await openDesk(place, { environment: { passphrase } })
    const drained = await without.handlers.drain({}, { person: null })
    expect(drained).toMatchObject({ ok: false, failure: { code: 'unavailable' } })
    expect(JSON.stringify(drained)).toContain(what)
    expect(await without.delivery(id)).toMatchObject({ status: 'queued', reason: expect.stringContaining('фраза') })
    await without.close()
  }
  expect(server.requests).toHaveLength(0)
  const right = await openDesk(place)
  expect(await right.drain()).toBe(1)
  await right.close()
})

test('O16 one newsroom has one passphrase: another one does not seal beside it', async () => {
  const { place, server, desk } = await connectedDesk()
  await desk.close()
  const typo = await openDesk(place, { environment: { passphrase: 'demp' } })
  const settings = { apiRoot: server.root, chat: '@second' }
  const added = await typo.handlers.addChannel(
    { id: 'two', kind: 'telegram', settings, secret: server.token },
    { person: 'chief' },
  )
  expect(codeOf(added)).toBe('unavailable')
  expect(value(await typo.handlers.channels({}, { person: null })).map((channel) => channel.id)).toEqual(['tg'])
  await typo.close()
})

test('O16 a secret put under another channel does not open', async () => {
  const { place, server, desk } = await connectedDesk()
  await connect(desk, server, 'two', '@second')
  const id = await desk.publish(await desk.approved(story('Заголовок', p('Текст.'))), 'two')
  await desk.close()
  await rename(join(place.folder, 'secrets', 'tg.json'), join(place.folder, 'secrets', 'two.json'))
  const swapped = await openDesk(place)
  expect(codeOf(await swapped.handlers.drain({}, { person: null }))).toBe('unavailable')
  expect((await swapped.delivery(id)).status).toBe('queued')
  expect(server.requests).toHaveLength(0)
  await swapped.close()
})

test('channels: settings are checked, and a failing self-test is told but keeps the channel', async () => {
  const place = await newPlace()
  const server = await newServer()
  const desk = await openDesk(place)
  const add = (settings: Record<string, string>, secret: string | null) =>
    desk.handlers.addChannel({ id: 'tg', kind: 'telegram', settings, secret }, { person: 'chief' })
  expect(codeOf(await add({}, server.token))).toBe('invalidInput')
  expect(codeOf(await add({ chat: 'gazeta' }, server.token))).toBe('invalidInput')
  expect(codeOf(await add({ chat: '@gazeta', apiRoot: 'file:///etc' }, server.token))).toBe('invalidInput')
  expect(codeOf(await add({ chat: '@gazeta', colour: 'red' }, server.token))).toBe('invalidInput')
  expect(codeOf(await add({ chat: '@gazeta' }, '../../escape'))).toBe('invalidInput')
  expect(value(await desk.handlers.channels({}, { person: null }))).toEqual([])
  const wrong = value(await add({ chat: '@gazeta', apiRoot: server.root }, '1:wrong'))
  expect(wrong.problem).toContain('401')
  expect(value(await add({ chat: '@nowhere', apiRoot: server.root }, server.token)).problem).toContain('@nowhere')
  expect(value(await add({ chat: '@gazeta', apiRoot: `${server.root}/` }, null)).problem).toBeNull()
  expect(value(await desk.handlers.channels({}, { person: null }))).toEqual([
    {
      id: 'tg',
      kind: 'telegram',
      settings: { apiRoot: server.root, chat: '@gazeta', proxy: '', grace: '120' },
      connected: true,
      problem: null,
      needsKey: false,
      lastSuccess: place.clock.now,
      triable: true,
      countable: false,
    },
  ])
  const id = await desk.publish(await desk.approved(story('Заголовок', p('Текст.'))))
  expect(codeOf(await add({ chat: '@second', apiRoot: server.root }, null))).toBe('conflict')
  expect(await desk.drain()).toBe(1)
  expect((await desk.delivery(id)).status).toBe('published')
  await desk.close()
})

test('a channel without a secret asks a person and sends nothing', async () => {
  const place = await newPlace()
  const desk = await openDesk(place)
  value(
    await desk.handlers.addChannel(
      { id: 'tg', kind: 'telegram', settings: { chat: '@gazeta' }, secret: null },
      { person: 'chief' },
    ),
  )
  expect(value(await desk.handlers.channels({}, { person: null }))[0]).toMatchObject({ connected: false })
  const id = await desk.publish(await desk.approved(story('Заголовок', p('Текст.'))))
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('needsPerson')
  await desk.close()
})

test('preview: what is shown is what is sent, and a draft says that it is one', async () => {
  const { server, desk } = await connectedDesk()
  const article = await desk.approved(story('Заголовок', p('Текст & всё.')))
  const shown = value(await desk.handlers.preview({ article, channel: 'tg' }, { person: null }))
  expect(shown).toMatchObject({ parts: [{ kind: 'text', limit: 4096 }], warnings: [] })
  await desk.publish(article)
  await desk.drain()
  expect(server.posts[0]?.text).toHaveLength(shown.parts[0]?.length ?? -1)
  await desk.retitle(article, 'Правка')
  const draft = value(await desk.handlers.preview({ article, channel: 'tg' }, { person: null }))
  expect(draft.warnings[0]).toContain('черновик')
  expect(draft.parts[0]?.html).toContain('Правка')
})
