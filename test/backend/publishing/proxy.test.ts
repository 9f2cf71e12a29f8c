import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { httpClient } from '../../../src/backend/http-client.ts'
import { mailClient } from '../../../src/backend/mail-client.ts'
import { mailSettings } from '../../helpers/mail-bench.ts'
import { startMailServer } from '../../helpers/mail-server.ts'
import { newPlace, newServer, openDesk, p, story, value } from '../../helpers/publishing.ts'
import { startSocksServer } from '../../helpers/socks-server.ts'

const chief = { person: 'chief' }
const entry = { name: 'редакция', password: 'п@роль: 1832/5' }
const entered = (address: string, password = entry.password) =>
  `socks5://${encodeURIComponent(entry.name)}:${encodeURIComponent(password)}@${address}`

/** Everything that lies in a folder, as text. */
const wordsIn = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true })
  const texts = await Promise.all(
    names.map(async (name) => ((await stat(join(folder, name))).isFile() ? readFile(join(folder, name), 'latin1') : '')),
  )
  return texts.join('\n')
}

test('O16 O28 a proxy with a name and a password: posts and letters go through it, and its password lies sealed', async () => {
  const place = await newPlace()
  const [server, mail, proxy] = [await newServer(), await startMailServer(), await startSocksServer(entry)]
  onTestFinished(() => mail.close())
  const desk = await openDesk(place)
  onTestFinished(() => desk.close())
  const add = (way: string) =>
    desk.handlers.addChannel(
      { id: 'tg', kind: 'telegram', settings: { apiRoot: server.root, chat: '@gazeta', proxy: way }, secret: server.token },
      chief,
    )
  expect(value(await add(entered(proxy.address, 'не тот'))).problem).toContain('прокси не принял имя и пароль')
  expect(value(await add(entered(proxy.address))).problem).toBeNull()
  const letters = { ...mailSettings(mail), proxy: entered(proxy.address) }
  const connected = { id: 'mail', kind: 'email' as const, settings: letters, secret: mail.password }
  expect(value(await desk.handlers.addChannel(connected, chief)).problem).toBeNull()
  const before = proxy.led.length
  const article = await desk.approved(story('Через прокси', p('Текст.')))
  await desk.publish(article)
  await desk.publish(article, 'mail')
  expect(await desk.drain()).toBe(2)
  expect([server.posts.length, mail.letters.length, proxy.led.length - before]).toEqual([1, 1, 2])

  const settings = value(await desk.handlers.channels({}, chief)).map((channel) => channel.settings.proxy ?? '')
  for (const shown of settings) expect(shown).toBe(`socks5://${encodeURIComponent(entry.name)}@${proxy.address}`)
  // Saved again without the password it stays; for another proxy it is asked for anew.
  expect(value(await add(settings[0] ?? '')).problem).toBeNull()
  const elsewhere = await add((settings[0] ?? '').replace('127.0.0.1', 'localhost'))
  expect(elsewhere.ok ? '' : elsewhere.failure.what).toBe('У прокси есть имя, но нет пароля.')
  const kept = `${await wordsIn(place.folder)}\n${await wordsIn(place.home)}\n${desk.logged.join('\n')}`
  for (const word of [entry.password, encodeURIComponent(entry.password), Buffer.from(entry.password).toString('latin1')])
    expect(kept.includes(word)).toBe(false)
})

test('O28 an HTTP proxy is entered by name and password, too', async () => {
  const entries: string[] = []
  const proxy = createServer((incoming, response) => {
    entries.push(Buffer.from(incoming.headers['proxy-authorization']?.split(' ')[1] ?? '', 'base64').toString())
    response.end('{}')
  })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void proxy.close())
  const place = proxy.address()
  if (place === null || typeof place === 'string') throw new Error('нет порта')
  const way = `http://name:${encodeURIComponent('p@ss 1')}@127.0.0.1:${place.port}`
  const asked = { url: 'http://channel.invalid/', method: 'GET' as const, headers: {}, body: null, timeoutMs: 5_000, proxy: way }
  expect(await httpClient(asked)).toMatchObject({ kind: 'answer', status: 200 })
  expect(entries).toEqual(['name:p@ss 1'])
})

test('O28 a mailbox behind an HTTP proxy: entered by name, and nothing reaches it where the proxy refuses', async () => {
  const mail = await startMailServer()
  onTestFinished(() => mail.close())
  const proxy = createServer()
  proxy.on('connect', ({ headers }, socket: Socket) => {
    socket.on('error', () => socket.destroy())
    if (headers['proxy-authorization'] !== `Basic ${Buffer.from('name:word').toString('base64')}`) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    const onward = connect(mail.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
  })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void proxy.close())
  const place = proxy.address()
  if (place === null || typeof place === 'string') throw new Error('нет порта')
  const box = { host: 'mail.invalid', port: mail.port, security: 'plain' as const, user: mail.user, password: mail.password }
  const login = (word: string) =>
    mailClient({ ...box, timeoutMs: 5_000, proxy: `http://name:${word}@127.0.0.1:${place.port}` }, null)
  expect(await login('word')).toMatchObject({ kind: 'accepted' })
  const reason = 'прокси не принял имя и пароль'
  expect(await login('other')).toEqual({ kind: 'notTaken', stage: 'connect', code: null, reason })
  expect(mail.logins()).toBe(1)
})
