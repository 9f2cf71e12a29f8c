import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { mailingHandlers } from '../../../src/backend/mailing/mailing-handlers.ts'
import type { Handlers } from '../../../src/shared/api/operation.ts'
import { autoSlot } from '../../../src/shared/issue/placement.ts'
import type { mailingApi } from '../../../src/shared/mailing/api.ts'
import type { Letter, LetterOrder, Mailing } from '../../../src/shared/mailing/mailing.ts'
import { mailSettings } from '../../helpers/mail-bench.ts'
import { type MailServerBench, startMailServer } from '../../helpers/mail-server.ts'
import { codeOf, type Desk, newPlace, openDesk, type Place, p, story, value } from '../../helpers/publishing.ts'

const chief = { person: 'chief' }
const smm = { person: 'smm' }
const issue = '47 (1295)'

interface Scene {
  readonly place: Place
  readonly server: MailServerBench
  readonly desk: Desk
  readonly mailing: Handlers<typeof mailingApi>
  readonly articles: readonly string[]
}

const addresses = ['tula@eseur.example', 'omsk@eseur.example', 'penza@eseur.example']
const list = `Организация;Почта\nТульская;${addresses[0]}\nОмская;${addresses[1]}\nПензенская;${addresses[2]}\n`
const base64 = (text: string) => Buffer.from(text).toString('base64')

const order: LetterOrder = {
  ...{ issue, channel: 'mail', subject: 'Номер 47', intro: 'Добрый день!', pdf: 'none', pdfLink: '' },
  notices: [],
}

/** A newsroom with a mailbox, three addresses and an issue of two approved stories and one that is not. */
const scene = async (): Promise<Scene> => {
  const place = await newPlace()
  const server = await startMailServer()
  onTestFinished(() => server.close())
  const desk = await openDesk(place)
  onTestFinished(() => desk.close())
  const connected = { id: 'mail', kind: 'email' as const, settings: mailSettings(server), secret: server.password }
  expect(value(await desk.handlers.addChannel(connected, chief)).problem).toBeNull()
  const mailing = mailingHandlers(desk.newsroom)
  value(await mailing.importAddresses({ name: 'a.csv', bytes: base64(list) }, smm))
  await desk.newsroom.issues.create({ serial: issue, plannedFor: '2026-11-25', pages: 16, columns: 5, status: 'planned' })
  const articles = [
    await desk.approved(story('Первый материал', p('Лид первого.', 'lead'))),
    await desk.approved(story('Второй материал', p('Лид второго.', 'lead'))),
    await desk.newsroom.articles.create(story('Черновик', p('Нет.'))),
  ]
  const places = articles.map((id, at) => [id, { ...placement, page: at + 1 }] as const)
  await desk.newsroom.issues.place(issue, new Map(places))
  return { place, server, desk, mailing, articles }
}

const placement = { page: 1, slot: autoSlot, order: 'V', continuation: null, continuationSlot: autoSlot }

const tested = async ({ mailing }: Pick<Scene, 'mailing'>): Promise<string> => {
  const { id } = value(await mailing.compose(order, smm))
  value(await mailing.test({ id, to: 'ya@eseur.example' }, smm))
  return id
}

const read = async ({ mailing }: Pick<Scene, 'mailing'>): Promise<Mailing> => {
  const found = value(await mailing.read({ issue, channel: 'mail' }, smm))
  if (found === null) throw new Error('нет письма')
  return found
}

const statuses = (letters: readonly Letter[]) => Object.fromEntries(letters.map(({ recipient, status }) => [recipient, status]))

test('E6 E7 the letter holds what is approved, names what is not, and goes to each address once', async () => {
  const here = await scene()
  const { mailing, desk, server } = here
  const { id } = value(await mailing.compose(order, smm))
  expect((await read(here)).warnings.join(' ')).toContain('«Черновик»')
  expect(codeOf(await mailing.start({ id }, smm))).toBe('conflict')
  value(await mailing.test({ id, to: 'ya@eseur.example' }, smm))
  expect(server.letters[0]?.headers.get('subject')).toBe('Проба: Номер 47')
  expect(value(await mailing.start({ id }, smm)).queued).toBe(3)
  expect(value(await mailing.start({ id }, smm)).queued).toBe(0)
  expect(await desk.drain()).toBe(3)
  expect(await desk.drain()).toBe(0)
  expect(
    server.letters
      .map(({ to }) => to)
      .slice(1)
      .sort(),
  ).toEqual([...addresses].sort())
  const [, letter] = server.letters
  expect(letter?.text).toContain('Лид первого.')
  expect(letter?.html).toContain('Второй материал')
  expect(letter?.html).not.toContain('Черновик')
  expect(letter?.headers.get('list-unsubscribe')).toContain('mailto:gazeta@eseur.example')
  const { letters, waiting } = await read(here)
  expect(new Set(letters.map(({ status }) => status))).toEqual(new Set(['published']))
  expect(waiting).toBe(0)
  expect(value(await desk.handlers.outbox({}, smm)).deliveries).toEqual([])
  expect(codeOf(await mailing.compose(order, smm))).toBe('conflict')
})

test('E6 addresses that came later get the letter, the others no second one', async () => {
  const here = await scene()
  const id = await tested(here)
  value(await here.mailing.start({ id }, smm))
  await here.desk.drain()
  value(
    await here.mailing.importAddresses({ name: 'b.csv', bytes: base64('Организация;Почта\nНовая;novaya@eseur.example\n') }, smm),
  )
  expect(value(await here.mailing.start({ id }, smm)).queued).toBe(1)
  expect(await here.desk.drain()).toBe(1)
  expect(here.server.letters).toHaveLength(5)
})

test('B5 a refused address fails alone, is noted and written to no more', async () => {
  const here = await scene()
  here.server.refuse('omsk@eseur.example')
  const id = await tested(here)
  value(await here.mailing.start({ id }, smm))
  expect(await here.desk.drain()).toBe(2)
  expect(statuses((await read(here)).letters)).toMatchObject({
    'omsk@eseur.example': 'failed',
    'tula@eseur.example': 'published',
  })
  const boxes = value(await here.mailing.addresses({}, smm)).flatMap(({ mailboxes }) => mailboxes)
  expect(boxes.find(({ address }) => address === 'omsk@eseur.example')).toMatchObject({ state: 'bouncing' })
  expect(boxes.filter(({ state }) => state === 'active')).toHaveLength(2)
})

test('E8 a login that is refused stops the mailing; it goes on where it was', async () => {
  const here = await scene()
  const id = await tested(here)
  value(await here.mailing.start({ id }, smm))
  here.server.fault({ at: 'login', code: 535 })
  expect(await here.desk.drain()).toBe(0)
  const stopped = await read(here)
  expect(stopped).toMatchObject({ state: 'paused' })
  expect(stopped.pauseReason).toContain('пароль')
  expect(here.server.logins()).toBe(3)
  value(await here.mailing.resume({ id }, smm))
  expect(await here.desk.drain()).toBe(3)
  expect(here.server.letters).toHaveLength(4)
})

test('E8 paused by a person, nothing goes; resumed, the rest', async () => {
  const here = await scene()
  const id = await tested(here)
  value(await here.mailing.start({ id }, smm))
  value(await here.mailing.pause({ id }, smm))
  expect(await here.desk.drain()).toBe(0)
  expect(here.server.letters).toHaveLength(1)
  value(await here.mailing.resume({ id }, smm))
  expect(await here.desk.drain()).toBe(3)
})

test('E7 a story that changed stops the mailing; the editor in chief lets what was approved go', async () => {
  const here = await scene()
  const id = await tested(here)
  value(await here.mailing.start({ id }, smm))
  await here.desk.retitle(here.articles[0] ?? '', 'Исправлено')
  expect(await here.desk.drain()).toBe(0)
  expect((await read(here)).pauseReason).toContain('изменились')
  expect(codeOf(await here.mailing.resume({ id }, smm))).toBe('changedAfterApproval')
  value(await here.mailing.resume({ id }, chief))
  expect(await here.desk.drain()).toBe(3)
  expect(here.server.letters.at(-1)?.text).toContain('Первый материал')
})

test('E7 a story under an embargo keeps the letter in the house', async () => {
  const here = await scene()
  const id = await tested(here)
  const until = here.place.clock.now + 3_600_000
  value(await here.desk.handlers.setEmbargo({ article: here.articles[1] ?? '', until }, chief))
  expect(codeOf(await here.mailing.start({ id }, smm))).toBe('conflict')
  here.place.clock.now = until
  expect(value(await here.mailing.start({ id }, smm)).queued).toBe(3)
})

test('E4 a recipient that is put off does not hold the others', async () => {
  const here = await scene()
  const id = await tested(here)
  value(await here.mailing.start({ id }, smm))
  here.server.fault({ at: 'recipient', code: 450 })
  expect(await here.desk.drain()).toBe(2)
  here.place.clock.now += 61_000
  expect(await here.desk.drain()).toBe(1)
})

test('E3 O14 a letter without an answer waits for a person and is never sent again by itself', async () => {
  const here = await scene()
  const id = await tested(here)
  value(await here.mailing.start({ id }, smm))
  here.server.fault({ at: 'content', cut: true, taken: true })
  expect(await here.desk.drain()).toBe(2)
  const unknown = (await read(here)).letters.find(({ status }) => status === 'unknown')
  here.place.clock.now += 3_600_000
  expect(await here.desk.drain()).toBe(0)
  expect(here.server.letters).toHaveLength(4)
  const resolution = { delivery: unknown?.delivery ?? '', outcome: 'published' as const, url: null }
  value(await here.desk.handlers.resolve(resolution, smm))
  expect(new Set((await read(here)).letters.map(({ status }) => status))).toEqual(new Set(['published']))
})

test('O9 O11 a copy of the folder and yesterday’s backup send no second letter', async () => {
  const here = await scene()
  const id = await tested(here)
  value(await here.mailing.start({ id }, smm))
  await here.desk.close()
  const copy = `${here.place.folder}-copy`
  await cp(here.place.folder, copy, { recursive: true })
  const again = await openDesk(here.place)
  expect(await again.drain()).toBe(3)
  await again.close()
  const other = await openDesk(here.place, { folder: copy })
  expect(await other.drain()).toBe(0)
  await other.close()
  await rm(here.place.folder, { recursive: true })
  await cp(copy, here.place.folder, { recursive: true })
  const restored = await openDesk(here.place)
  onTestFinished(() => restored.close())
  expect(await restored.drain()).toBe(0)
  expect(here.server.letters).toHaveLength(4)
})

test('E9 a file of the letter that changed on the disk goes nowhere', async () => {
  const here = await scene()
  const { folder } = here.place
  value(await here.mailing.compose({ ...order, notices: [here.articles[0] ?? ''] }, smm))
  const { id, files } = await read(here)
  expect(files).toEqual([{ name: 'na-stend-1.pdf', size: expect.any(Number) }])
  value(await here.mailing.test({ id, to: 'ya@eseur.example' }, smm))
  expect(here.server.letters[0]?.files[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  value(await here.mailing.start({ id }, smm))
  const hash = JSON.parse(await readFile(join(folder, 'mailings', `${id}.json`), 'utf8')).files[0].hash
  await writeFile(join(folder, 'mailings', 'files', hash), 'другое')
  expect(await here.desk.drain()).toBe(0)
  expect((await read(here)).pauseReason).toContain('пропал или повреждён')
})
