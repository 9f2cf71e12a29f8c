// Runs against a mail server of other makers that `npm run test:services` starts: NEWSROOM_TEST_SMTP=PORT:PASSWORD:MAILDIR.
// Without the variable it is left out, by name.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { mailSettings } from '../helpers/mail-bench.ts'
import { readMail } from '../helpers/mail-reader.ts'
import { addPicture, newPlace, openDesk, p, photo, story, value } from '../helpers/publishing.ts'

const given = process.env.NEWSROOM_TEST_SMTP
const [port = '0', password = '', mailbox = ''] = (given ?? '').split(':')
const user = 'gazeta@eseur.example'

const real = nodeEnvironment()
const mail: typeof real.mail = (server, letter) => real.mail({ ...server, timeoutMs: 20_000 }, letter)

/** The letters that the server keeps, with CRLF between their lines as they came. */
const letters = async () => {
  const names = await readdir(join(mailbox, 'new')).catch(() => [])
  const raw = await Promise.all(names.map((name) => readFile(join(mailbox, 'new', name), 'latin1')))
  return raw.map((text) => readMail(Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1')))
}

const openMailbox = async (secret: string, to: string) => {
  const desk = await openDesk(await newPlace(), { environment: { mail } })
  onTestFinished(() => desk.close())
  const settings = { ...mailSettings({ port: Number(port), user }), to }
  const connected = await desk.handlers.addChannel({ id: 'mail', kind: 'email', settings, secret }, { person: 'chief' })
  return { desk, problem: value(connected).problem }
}

test.skipIf(given === undefined)('E1 E2 a real mail server takes a letter with its photo, once', async () => {
  const { desk, problem } = await openMailbox(password, 'spisok@eseur.example')
  expect(problem).toBeNull()
  const mark = `Проверка № 47 — ёлка ${Date.now()}`
  const pictures = [await addPicture(desk, 40)]
  const article = story(mark, p('.Точка в начале строки & 😀', 'lead'), ...pictures.map((id) => photo(id, 'Подпись')))
  const id = await desk.publish(await desk.approved(article), 'mail')
  expect(await desk.drain()).toBe(1)
  expect(await desk.drain()).toBe(0)
  expect((await desk.delivery(id)).status).toBe('published')
  const found = (await letters()).filter(({ headers }) => headers.get('subject') === mark)
  expect(found).toHaveLength(1)
  expect(found[0]?.text).toContain('.Точка в начале строки & 😀')
  expect(found[0]?.headers.get('message-id')).toBe(`<${id}-0@eseur.example>`)
  expect(found[0]?.files.map(({ bytes }) => bytes.subarray(0, 2).toString('hex'))).toEqual(['ffd8'])
})

test.skipIf(given === undefined)('E3 a real mail server refuses a recipient, and a login', async () => {
  const { desk } = await openMailbox(password, 'nobody@eseur.example')
  const id = await desk.publish(await desk.approved(story('Никому', p('Текст.'))), 'mail')
  await desk.drain()
  expect((await desk.delivery(id)).status).toBe('failed')
  const { problem } = await openMailbox('ne-tot', 'spisok@eseur.example')
  expect(problem).toContain('не пустил')
})
