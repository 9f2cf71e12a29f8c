import { expect, onTestFinished, test } from 'vitest'
import { addPicture, codeOf, newPlace, openDesk, p, photo, story, value } from '../../helpers/publishing.ts'

const smm = { person: 'smm' }

/** A newsroom with a place that is posted to by hand, and a delivery handed to a person. */
const handed = async () => {
  const place = await newPlace()
  const desk = await openDesk(place)
  onTestFinished(() => desk.close())
  const settings = { address: 'https://max.ru/gazeta' }
  value(await desk.handlers.addChannel({ id: 'max', kind: 'clipboard', settings, secret: null }, { person: 'chief' }))
  const picture = await addPicture(desk, 10)
  const article = await desk.approved(story('Своими руками', photo(picture, 'Подпись'), p('Текст & «щи».')))
  const id = await desk.publish(article, 'max')
  expect(await desk.drain()).toBe(0)
  return { desk, article, id, picture }
}

test('C1 a delivery is handed to a person with its text and photos, and is out when they say so', async () => {
  const { desk, id, picture } = await handed()
  expect(await desk.delivery(id)).toMatchObject({
    status: 'needsPerson',
    byHand: true,
    reason: expect.stringContaining('вручную'),
  })
  const given = value(await desk.handlers.handOut({ delivery: id }, smm))
  expect(given.address).toBe('https://max.ru/gazeta')
  expect(given.parts[0]?.text).toContain('Текст & «щи».')
  expect(given.parts[0]?.photos).toEqual([picture])
  value(await desk.handlers.resolve({ delivery: id, outcome: 'published', url: 'https://max.ru/gazeta/1' }, smm))
  expect(await desk.delivery(id)).toMatchObject({ status: 'published', url: 'https://max.ru/gazeta/1' })
  expect(await desk.drain()).toBe(0)
})

test('C1 what was handed over may be out: a newer version waits for the person’s word', async () => {
  const { desk, article, id } = await handed()
  await desk.retitle(article, 'Иначе')
  await desk.approve(article)
  expect(codeOf(await desk.handlers.publish({ article, channel: 'max', at: null }, smm))).toBe('conflict')
  value(await desk.handlers.resolve({ delivery: id, outcome: 'cancel', url: null }, smm))
  expect(codeOf(await desk.handlers.publish({ article, channel: 'max', at: null }, smm))).toBe('ok')
})

test('C2 a text that changed since its approval is not handed out', async () => {
  const { desk, article, id } = await handed()
  await desk.retitle(article, 'Исправлено')
  expect(codeOf(await desk.handlers.handOut({ delivery: id }, smm))).toBe('changedAfterApproval')
  expect(codeOf(await desk.handlers.handOut({ delivery: id }, { person: 'reporter' }))).toBe('forbidden')
})

test('C2 handed over anew it waits for a person again, and nothing goes out by itself', async () => {
  const { desk, id } = await handed()
  value(await desk.handlers.resolve({ delivery: id, outcome: 'sendAgain', url: null }, smm))
  expect(await desk.drain()).toBe(0)
  expect((await desk.delivery(id)).status).toBe('needsPerson')
})
