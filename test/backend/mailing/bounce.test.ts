import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { bouncesIn } from '../../../src/backend/mailing/bounce/delivery-status.ts'
import { mailingHandlers } from '../../../src/backend/mailing/mailing-handlers.ts'
import { codeOf, newPlace, openDesk, value } from '../../helpers/publishing.ts'

const smm = { person: 'smm' }
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** A letter of a mail server about others, as RFC 3464 has it. */
const report = (date: string, ...recipients: readonly string[]): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'To: gazeta@eseur.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${date}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    ...recipients.flatMap((fields) => ['', fields]),
    '--B',
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <a@eseur.example>',
    'Subject: =?utf-8?B?0J3QvtC80LXRgA==?=',
    '',
    'Final-Recipient: rfc822; penza@eseur.example',
    'Action: failed',
    'Status: 5.1.1',
    '--B--',
    '',
  ].join('\r\n')

const recipient = (address: string, action: string, status: string, said = '') =>
  [
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(said ? [`Diagnostic-Code: smtp; ${said}`] : []),
  ].join('\r\n')

const dead = recipient('Tula@eseur.example', 'failed', '5.1.1', '550 5.1.1 No such\r\n user')
const full = recipient('omsk@eseur.example', 'failed', '5.2.2', '552 5.2.2 Mailbox full')
const slow = recipient('penza@eseur.example', 'delayed', '4.4.7')
const day = 'Wed, 25 Nov 2026 10:00:00 +0300'

/** A newsroom with three addresses. */
const withAddresses = async () => {
  const place = await newPlace()
  const desk = await openDesk(place)
  onTestFinished(() => desk.close())
  const mailing = mailingHandlers(desk.newsroom)
  const table = 'Организация;Почта\nТульская;tula@eseur.example\nОмская;omsk@eseur.example\nПензенская;penza@eseur.example\n'
  place.clock.now = Date.parse('2026-11-24T09:00:00Z')
  value(await mailing.importAddresses({ name: 'a.csv', bytes: base64(table) }, smm))
  place.clock.now = Date.parse('2026-11-26T09:00:00Z')
  const read = async (...letters: readonly string[]) =>
    mailing.readBounces({ letters: letters.map((text, at) => ({ name: `${at}.eml`, bytes: base64(text) })) }, smm)
  const boxes = async () => value(await mailing.addresses({}, smm)).flatMap(({ mailboxes }) => mailboxes)
  return { place, desk, mailing, read, boxes }
}

test('B7 B8 letters that came back: a dead address is written to no more, a full one leaves a note, a late one nothing', async () => {
  const { mailing, read, boxes } = await withAddresses()
  const made = value(await read(report(day, dead, full, slow), 'From: a@b.ru\r\nSubject: Привет\r\n\r\nТекст'))
  expect(made.others).toEqual(['1.eml'])
  expect(made.bounces).toEqual([
    { address: 'Tula@eseur.example', organisation: 'Тульская', kind: 'hard', reason: '550 5.1.1 No such user', noted: true },
    { address: 'omsk@eseur.example', organisation: 'Омская', kind: 'soft', reason: '552 5.2.2 Mailbox full', noted: true },
    { address: 'penza@eseur.example', organisation: 'Пензенская', kind: 'delayed', reason: '4.4.7', noted: false },
  ])
  const after = await boxes()
  expect(after).toEqual([
    {
      ...{ address: 'tula@eseur.example', state: 'bouncing', since: Date.parse('2026-11-25T07:00:00Z') },
      reason: 'Возврат: ящика нет (550 5.1.1 No such user).',
    },
    {
      ...{ address: 'omsk@eseur.example', state: 'active', reason: null, since: Date.parse('2026-11-24T09:00:00Z') },
      softBounce: { at: Date.parse('2026-11-25T07:00:00Z'), reason: '552 5.2.2 Mailbox full' },
    },
    { address: 'penza@eseur.example', state: 'active', reason: null, since: Date.parse('2026-11-24T09:00:00Z') },
  ])
  value(await read(report(day, dead, full, slow)))
  expect(await boxes()).toEqual(after)
  expect(codeOf(await mailing.readBounces({ letters: [{ name: 'a', bytes: '' }] }, { person: 'reporter' }))).toBe('forbidden')
})

test('B9 what a person decided after the letter came back stands; an address nobody knows is named', async () => {
  const { mailing, read, boxes } = await withAddresses()
  value(await read(report(day, dead)))
  const [tula] = value(await mailing.addresses({}, smm))
  if (!tula) throw new Error('нет организации')
  const { id, name, region, district } = tula
  const again = [{ address: 'tula@eseur.example', state: 'active' as const }]
  value(await mailing.saveOrganisation({ id, name, region, district, addresses: again }, smm))
  const made = value(await read(report(day, dead, recipient('nikto@eseur.example', 'failed', '5.1.1'))))
  expect(made.bounces.map(({ organisation, noted }) => [organisation, noted])).toEqual([
    ['Тульская', false],
    [null, false],
  ])
  expect((await boxes())[0]).toMatchObject({ state: 'active' })
})

test('B7 a letter quoted in a report is no report, and whatever a server writes is read without harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      for (const { address, reason } of bouncesIn(text)) expect([address === '', reason.length > 300]).toEqual([false, false])
    }),
  )
  expect(bouncesIn(`${slow}\r\n\r\n${full}`).map(({ kind }) => kind)).toEqual(['delayed', 'soft'])
  expect(bouncesIn(recipient('a@b.ru', 'delivered', '2.0.0'))).toEqual([])
})
